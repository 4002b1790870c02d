import { inflateRawSync } from 'node:zlib'
import { pageText } from '#core/readers/notice/page-text.ts'

/** A notice with pictures unpacks to a few megabytes. */
const mostUnpacked = 300 * 1024 * 1024

type Entry = { method: number; packed: Buffer; size: number }

/** The entries of a zip, with the size its directory says they unpack to. Every mark is looked at: one laid over another must not hide it. */
const entriesOf = (zip: Buffer): Entry[] => {
  const mark = Buffer.from([0x50, 0x4b, 0x01, 0x02])
  const entries: Entry[] = []
  for (let at = zip.indexOf(mark); at >= 0 && at + 46 <= zip.length; at = zip.indexOf(mark, at + mark.length)) {
    const local = zip.readUInt32LE(at + 42)
    if (local + 30 > zip.length) continue
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    entries.push({ method: zip.readUInt16LE(at + 10), packed: zip.subarray(start, start + zip.readUInt32LE(at + 20)), size: zip.readUInt32LE(at + 24) })
  }
  return entries
}

/** Whether an entry unpacks to more than it says. */
const understates = ({ method, packed, size }: Entry): boolean => {
  if (method === 0) return packed.length > size
  try {
    inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) })
    return false
  } catch (error) {
    // Broken data is for who reads it to tell.
    return error instanceof RangeError
  }
}

const isBomb = (bytes: Uint8Array): boolean => {
  const entries = entriesOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  return entries.reduce((sum, { size }) => sum + size, 0) > mostUnpacked || entries.some(understates)
}

/** The text of a Word document (.docx) with its tables; null when it would unpack to an unreasonable size. Rejects when it is no such document. */
export const docxText = async (bytes: Uint8Array): Promise<string | null> => {
  if (isBomb(bytes)) return null
  const { default: mammoth } = await import('mammoth')
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })) })
  return pageText(value)
}
