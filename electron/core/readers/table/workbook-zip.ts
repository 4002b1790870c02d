import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { pipeline, Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import readDirectory from 'unzipper/lib/Open/directory.js'
import { TableFault } from '#core/readers/table/table-row.ts'

type Entry = Awaited<ReturnType<typeof readDirectory>>['files'][number]

/** A file of a workbook; `open` unfolds it as it is read. */
export type WorkbookPart = { path: string; open: () => Promise<Readable> }

/** Bytes a workbook may unfold into: in all, and in the strings its cells share, which are held in memory. */
const largestWhole = 1024 ** 3
const largestStrings = 96 * 1024 ** 2

const isStrings = ({ path }: { path: string }): boolean => path.toLowerCase().endsWith('sharedstrings.xml')

/**
 * The files of a workbook by its directory, which alone says where each begins and ends. Refused by what the directory says it unfolds
 * into, before any of it is; one that lies is stopped by the thread's memory. Throws `TableFault`.
 */
export async function workbookParts(path: string, signal?: AbortSignal): Promise<WorkbookPart[]> {
  const source = {
    size: async () => (await stat(path)).size,
    stream: (offset: number, length?: number) => createReadStream(path, { start: offset, ...(length ? { end: offset + length } : {}) }),
  }
  const directory = await readDirectory(source).catch((error: unknown) => {
    throw new TableFault('syntax', `not a readable workbook: ${error instanceof Error ? error.message : 'it has no directory'}`)
  })
  const sizeOf = (files: readonly Entry[]) => files.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  if (sizeOf(directory.files.filter(isStrings)) > largestStrings || sizeOf(directory.files) > largestWhole) throw new TableFault('file-too-large', 'the workbook unfolds into more than can be read')
  return directory.files.map((entry) => ({ path: entry.path.toLowerCase(), open: () => unfolded(path, entry, signal) }))
}

const stored = 0
const deflated = 8
const encrypted = 0x01

async function unfolded(path: string, entry: Entry, signal: AbortSignal | undefined): Promise<Readable> {
  const { compressedSize, compressionMethod, flags } = entry
  if ((compressionMethod !== stored && compressionMethod !== deflated) || (flags & encrypted) !== 0) throw new TableFault('syntax', `not a readable workbook: ${entry.path} is packed in a way nobody else uses`)
  const start = await contentStart(path, entry)
  // An entry of no bytes has no last one.
  const packed = compressedSize === 0 ? Readable.from([]) : createReadStream(path, { start, end: start + compressedSize - 1, signal })
  // Whoever reads hears of a fault: it destroys what is read from.
  return compressionMethod === stored ? packed : pipeline(packed, createInflateRaw(), () => {})
}

const localHeaderSize = 30

/** Name and extra field may be longer here than the directory says. */
async function contentStart(path: string, { offsetToLocalFileHeader: at }: Entry): Promise<number> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(localHeaderSize), 0, localHeaderSize, at)
    if (bytesRead < localHeaderSize || buffer.toString('latin1', 0, 4) !== 'PK\u0003\u0004') throw new TableFault('syntax', 'not a readable workbook: its directory names a part that is not there')
    return at + localHeaderSize + buffer.readUInt16LE(26) + buffer.readUInt16LE(28)
  } finally {
    await file.close()
  }
}
