import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** Every script works from the project's folder, wherever it was called from. */
export function enterRoot() {
  process.chdir(root)
}
