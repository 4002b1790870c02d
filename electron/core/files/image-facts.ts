import { inflateSync } from 'node:zlib'
import { maxImagePixels, type FileRefusal } from '#shared/files/stored-file.ts'

export type ImageFacts = { ok: true; width: number; height: number } | { ok: false; code: FileRefusal; detail: string | null }

const broken = (detail: string): ImageFacts => ({ ok: false, code: 'broken', detail })

const sized = (width: number, height: number): ImageFacts => {
  if (width === 0 || height === 0) return broken('no size')
  return width * height > maxImagePixels ? { ok: false, code: 'image-too-large', detail: `${width} × ${height}` } : { ok: true, width, height }
}

const channels: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** Size of a PNG whose picture data is all there: a cut-off file would print as half a page. */
export function pngFacts(bytes: Buffer): ImageFacts {
  let at = 8
  let head: Buffer | null = null
  const data: Buffer[] = []
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    const body = bytes.subarray(at + 8, at + 8 + length)
    if (body.length < length) break
    if (type === 'IHDR') head = body
    if (type === 'IDAT') data.push(body)
    if (type === 'IEND') return head === null || head.length < 13 ? broken('no header') : checkedPng(head, data)
    at += 12 + length
  }
  return broken('cut off')
}

function checkedPng(head: Buffer, data: readonly Buffer[]): ImageFacts {
  const facts = sized(head.readUInt32BE(0), head.readUInt32BE(4))
  if (!facts.ok) return facts
  const bitsPerPixel = head.readUInt8(8) * (channels[head.readUInt8(9)] ?? 0)
  if (bitsPerPixel === 0) return broken('unknown colour type')
  const rows = facts.height * (1 + Math.ceil((facts.width * bitsPerPixel) / 8))
  try {
    // Interlaced rows carry more filter bytes; twice the plain size is room enough and stops a bomb.
    const raw = inflateSync(Buffer.concat(data), { maxOutputLength: rows * 2 + 1024 })
    return raw.length < rows - facts.height ? broken('cut off') : facts
  } catch (error) {
    return broken(error instanceof Error ? error.message : String(error))
  }
}

const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)

/** Size of a JPEG as it is shown, cameras' turns applied; a file without its end is refused. */
export function jpegFacts(bytes: Buffer): ImageFacts {
  if (bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) < 0) return broken('cut off')
  let turn = 1
  let at = 2
  while (at + 4 <= bytes.length) {
    const marker = bytes.readUInt8(at + 1)
    if (bytes.readUInt8(at) !== 0xff) return broken('stray bytes between segments')
    if (marker === 0xff) at += 1
    else if (standsAlone(marker)) at += 2
    else if (marker === 0xda) return broken('no frame')
    else {
      const length = bytes.readUInt16BE(at + 2)
      const segment = bytes.subarray(at + 4, at + 2 + length)
      if (marker === 0xe1) turn = exifTurn(segment) ?? turn
      if (isFrame(marker)) {
        if (segment.length < 6) return broken('short frame')
        const [height, width] = [segment.readUInt16BE(1), segment.readUInt16BE(3)]
        return turn >= 5 ? sized(height, width) : sized(width, height)
      }
      at += 2 + length
    }
  }
  return broken('no frame')
}

/** The orientation tag (1 to 8) of an EXIF segment; 5 and above lie on their side. */
function exifTurn(segment: Buffer): number | null {
  if (segment.length < 14 || segment.toString('latin1', 0, 4) !== 'Exif') return null
  const tiff = segment.subarray(6)
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const long = (at: number) => (at + 4 > tiff.length ? 0 : isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  const directory = long(4)
  for (let entry = 0; entry < Math.min(short(directory), 64); entry++) {
    const at = directory + 2 + entry * 12
    if (short(at) === 0x0112) return short(at + 8)
  }
  return null
}
