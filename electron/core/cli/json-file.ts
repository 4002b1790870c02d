import { readFile } from 'node:fs/promises'
import { BadInputError } from '#core/cli/outcome.ts'
import { reasonOf } from '#core/reason-of.ts'

export async function readJsonFile(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new BadInputError('file-unreadable', `${path}: cannot be read (${reasonOf(error)})`, { path })
  })
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new BadInputError('syntax', `${path}: not JSON (${reasonOf(error)})`, { path })
  }
}
