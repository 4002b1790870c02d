import { rename, rm, writeFile } from 'node:fs/promises'

/** Has a file written beside its place and puts it there once it is whole: a full disk leaves neither half a bid under its final name, nor nothing of what stood there. */
export async function wholeFile(path: string, write: (partial: string) => Promise<unknown>): Promise<void> {
  const partial = `${path}.part`
  try {
    await write(partial)
    await rename(partial, path)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}

export const writeWhole = (path: string, bytes: Uint8Array): Promise<void> => wholeFile(path, (partial) => writeFile(partial, bytes))
