import { inflateSync } from 'node:zlib'
import { reasonOf } from '#core/reason-of.ts'
import { maxImagePixels } from '#shared/files/stored-file.ts'

/** A picture as it is seen: turned upright as its EXIF data says (1 to 8). */
export type ImageSize = { format: 'png' | 'jpeg'; width: number; height: number; orientation: number; isCmyk: boolean }
export type ImageFacts = ({ ok: true } & ImageSize) | { ok: false; code: 'broken' | 'image-too-large'; detail: string }

const broken = (detail: string): ImageFacts => ({ ok: false, code: 'broken', detail })

function sized(size: ImageSize): ImageFacts {
  const { width, height } = size
  if (width === 0 || height === 0) return broken('no size')
  return width * height > maxImagePixels ? { ok: false, code: 'image-too-large', detail: `${width} × ${height}` } : { ok: true, ...size }
}

const channels: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** Size of a PNG whose picture data is all there: a cut-off file would print as half a page. */
function pngFacts(bytes: Buffer): ImageFacts {
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
  const facts = sized({ format: 'png', width: head.readUInt32BE(0), height: head.readUInt32BE(4), orientation: 1, isCmyk: false })
  if (!facts.ok) return facts
  const bitsPerPixel = head.readUInt8(8) * (channels[head.readUInt8(9)] ?? 0)
  if (bitsPerPixel === 0) return broken('unknown colour type')
  const needed = facts.height * (1 + Math.ceil((facts.width * bitsPerPixel) / 8))
  try {
    // Interlaced rows carry more filter bytes; twice the plain size is room enough and stops a bomb.
    const raw = inflateSync(Buffer.concat(data), { maxOutputLength: needed * 2 + 1024 })
    return raw.length < needed ? broken('cut off') : facts
  } catch (error) {
    return broken(reasonOf(error))
  }
}

/** Baseline, extended and progressive: what PDF readers decode. */
const isReadableFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xc2
const isOtherFrame = (marker: number): boolean => marker >= 0xc3 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
const standsAlone = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)

/** Size of a JPEG as it is shown, cameras' turns applied; a file without its end is refused. */
function jpegFacts(bytes: Buffer): ImageFacts {
  if (bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) < 0) return broken('cut off')
  let orientation = 1
  let at = 2
  while (at + 4 <= bytes.length) {
    const marker = bytes.readUInt8(at + 1)
    if (bytes.readUInt8(at) !== 0xff) return broken('stray bytes between segments')
    if (isOtherFrame(marker)) return broken('a kind of JPEG that PDF readers do not show')
    if (marker === 0xda) return broken('no frame')
    if (marker === 0xff) at += 1
    else if (standsAlone(marker)) at += 2
    else {
      const length = bytes.readUInt16BE(at + 2)
      const segment = bytes.subarray(at + 4, at + 2 + length)
      if (isReadableFrame(marker)) return frameFacts(segment, orientation)
      if (marker === 0xe1) orientation = exifOrientation(segment) ?? orientation
      at += 2 + length
    }
  }
  return broken('no frame')
}

function frameFacts(segment: Buffer, orientation: number): ImageFacts {
  if (segment.length < 6) return broken('short frame')
  const [down, across] = [segment.readUInt16BE(1), segment.readUInt16BE(3)]
  const [width, height] = orientation >= 5 ? [down, across] : [across, down]
  return sized({ format: 'jpeg', width, height, orientation, isCmyk: segment.readUInt8(5) === 4 })
}

/** The orientation tag (1 to 8) of an EXIF segment; 5 and above lie on their side. */
function exifOrientation(segment: Buffer): number | null {
  if (segment.length < 14 || segment.toString('latin1', 0, 4) !== 'Exif') return null
  const tiff = segment.subarray(6)
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const long = (at: number) => (at + 4 > tiff.length ? 0 : isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  const directory = long(4)
  for (let entry = 0; entry < Math.min(short(directory), 64); entry++) {
    const at = directory + 2 + entry * 12
    if (short(at) !== 0x0112) continue
    const value = short(at + 8)
    return value >= 1 && value <= 8 ? value : null
  }
  return null
}

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Size and orientation of a PNG or JPEG, or why it can't be printed. Trusts nothing the file says about itself. */
export function imageFacts(content: Uint8Array): ImageFacts {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  if (bytes.subarray(0, 8).equals(pngSignature)) return pngFacts(bytes)
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? jpegFacts(bytes) : broken('neither PNG nor JPEG')
}
