import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = resolve(dirname(fileURLToPath(import.meta.url)), '../../../shared/data')

/** A file of the real third-party data beside the repository, or null where it is missing: then the test says so and is skipped. */
export function sharedData(path: string): string | null {
  const file = join(folder, path)
  return existsSync(file) ? file : null
}
