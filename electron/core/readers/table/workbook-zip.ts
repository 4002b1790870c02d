import { createReadStream } from 'node:fs'
import { open, stat, type FileHandle } from 'node:fs/promises'
import { Readable } from 'node:stream'
import readDirectory from 'unzipper/lib/Open/directory.js'
import { TableFault } from '#core/readers/table/table-row.ts'

type Entry = Awaited<ReturnType<typeof readDirectory>>['files'][number]

/** Bytes a workbook may unfold into: in all, and in the strings its cells share, which are held in memory. */
const largestWhole = 1024 ** 3
const largestStrings = 96 * 1024 ** 2

/**
 * The bytes of a workbook for exceljs, which takes its entries as they stream by. Refused by what the directory says it unfolds into,
 * before any of it is; one that lies is stopped by the thread's memory. Without a directory it is no workbook: the reader says so itself.
 */
export async function workbookStream(path: string, signal?: AbortSignal): Promise<Readable> {
  const source = {
    size: async () => (await stat(path)).size,
    stream: (offset: number, length?: number) => createReadStream(path, { start: offset, ...(length ? { end: offset + length } : {}) }),
  }
  const directory = await readDirectory(source).catch(() => null)
  if (directory === null) return createReadStream(path, { signal })
  const sizeOf = (files: readonly Entry[]) => files.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  const strings = sizeOf(directory.files.filter((file) => file.path.endsWith('sharedStrings.xml')))
  if (strings > largestStrings || sizeOf(directory.files) > largestWhole) throw new TableFault('file-too-large', 'the workbook unfolds into more than can be read')
  return Readable.from(sizedFirst(path, directory.files), { objectMode: false, ...(signal === undefined ? {} : { signal }) })
}

const isSheet = ({ path }: Entry): boolean => path.startsWith('xl/worksheets/')

/**
 * The same zip with every size before its bytes, as the directory has it. In a zip written as a stream it stands behind them, and where
 * the bytes are only stored a reader in passing cannot tell where they end. What sheets refer to comes before them. Nothing is unfolded.
 */
async function* sizedFirst(path: string, files: readonly Entry[]): AsyncGenerator<Buffer> {
  const file = await open(path)
  try {
    for (const entry of [...files.filter((each) => !isSheet(each)), ...files.filter(isSheet)]) {
      yield localHeader(entry)
      const start = await contentStart(file, entry)
      // An entry of no bytes has no last one.
      if (entry.compressedSize > 0) yield* createReadStream(path, { start, end: start + entry.compressedSize - 1 }) as AsyncIterable<Buffer>
    }
    yield endOfZip
  } finally {
    await file.close()
  }
}

const localHeaderSize = 30
const sizeBehind = 0x08

function localHeader({ flags, compressionMethod, crc32, compressedSize, uncompressedSize, pathBuffer }: Entry): Buffer {
  const head = Buffer.alloc(localHeaderSize)
  head.write('PK\u0003\u0004', 'latin1')
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(flags & ~sizeBehind, 6)
  head.writeUInt16LE(compressionMethod, 8)
  head.writeUInt32LE(crc32, 14)
  head.writeUInt32LE(compressedSize, 18)
  head.writeUInt32LE(uncompressedSize, 22)
  head.writeUInt16LE(pathBuffer.length, 26)
  return Buffer.concat([head, pathBuffer])
}

/** Name and extra field may be longer here than the directory says. */
async function contentStart(file: FileHandle, { offsetToLocalFileHeader: at }: Entry): Promise<number> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(localHeaderSize), 0, localHeaderSize, at)
  if (bytesRead < localHeaderSize || buffer.toString('latin1', 0, 4) !== 'PK\u0003\u0004') throw new TableFault('syntax', 'not a readable workbook: its directory names a part that is not there')
  return at + localHeaderSize + buffer.readUInt16LE(26) + buffer.readUInt16LE(28)
}

const endOfZip = Buffer.concat([Buffer.from('PK\u0005\u0006', 'latin1'), Buffer.alloc(18)])
