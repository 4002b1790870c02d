import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import readDirectory from 'unzipper/lib/Open/directory.js'
import { TableFault } from '#core/readers/table/table-row.ts'

/** Bytes a workbook may unfold into: in all, and in the strings its cells share, which are held in memory. */
const largestWhole = 1024 ** 3
const largestStrings = 96 * 1024 ** 2

/** Refuses a workbook by what its own directory says it unfolds into, before any of it is. One that lies is stopped by the thread's memory. */
export async function refuseHugeWorkbook(path: string): Promise<void> {
  // What has no directory is no workbook; the reader says so itself.
  const source = {
    size: async () => (await stat(path)).size,
    stream: (offset: number, length?: number) => createReadStream(path, { start: offset, ...(length ? { end: offset + length } : {}) }),
  }
  const directory = await readDirectory(source).catch(() => null)
  if (directory === null) return
  const sizeOf = (files: typeof directory.files) => files.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  const strings = sizeOf(directory.files.filter((file) => file.path.endsWith('sharedStrings.xml')))
  if (strings > largestStrings || sizeOf(directory.files) > largestWhole) throw new TableFault('file-too-large', 'the workbook unfolds into more than can be read')
}
