import { pageText } from '#core/readers/notice/page-text.ts'

/** Bytes the entries of a zip say they unpack to, by its directory. */
const unpackedSize = (bytes: Uint8Array): number => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const mark = Buffer.from([0x50, 0x4b, 0x01, 0x02])
  let size = 0
  for (let at = buffer.indexOf(mark); at >= 0 && at + 28 <= buffer.length; at = buffer.indexOf(mark, at + 46)) size += buffer.readUInt32LE(at + 24)
  return size
}

/** A notice with pictures unpacks to a few megabytes. */
const mostUnpacked = 300 * 1024 * 1024

/** The text of a Word document (.docx) with its tables; null when it would unpack to an unreasonable size. Rejects when it is no such document. */
export const docxText = async (bytes: Uint8Array): Promise<string | null> => {
  if (unpackedSize(bytes) > mostUnpacked) return null
  const { default: mammoth } = await import('mammoth')
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })) })
  return pageText(value)
}
