import { readFile } from 'node:fs/promises'
import { BadInputError } from '#core/cli/outcome.ts'

export async function readJsonFile(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new BadInputError('file-unreadable', `${path}: cannot be read (${error instanceof Error ? error.message : String(error)})`, { path })
  })
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new BadInputError('syntax', `${path}: not JSON (${error instanceof Error ? error.message : String(error)})`, { path })
  }
}
