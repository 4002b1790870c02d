import { inflateSync } from 'node:zlib'

/** A picture as it is seen: turned upright as its EXIF data says (1 to 8). */
export type PictureInfo = { format: 'png' | 'jpeg'; width: number; height: number; orientation: number; isCmyk: boolean }
export type PictureFault = 'picture-unreadable' | 'picture-too-large'

const maxBytes = 40_000_000
/** A scan of A3 at 600 dpi has 70 million. */
const maxPixels = 80_000_000

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

const channelsByColourType: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** The compressed pixels of a PNG, unpacked once: half a picture must not be found out by the buyer. */
const hasAllPixels = (bytes: Uint8Array, width: number, height: number): boolean => {
  const view = viewOf(bytes)
  const channels = channelsByColourType[view.getUint8(25)]
  if (channels === undefined) return false
  const parts: Uint8Array[] = []
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at)
    if (String.fromCharCode(...bytes.subarray(at + 4, at + 8)) === 'IDAT') parts.push(bytes.subarray(at + 8, at + 8 + length))
    at += 12 + length
  }
  const needed = (Math.ceil((width * channels * view.getUint8(24)) / 8) + 1) * height
  try {
    // An interlaced picture has more row starts; none has a quarter more.
    return inflateSync(Buffer.concat(parts), { maxOutputLength: Math.ceil(needed * 1.25) + 4096 }).length >= needed
  } catch {
    return false
  }
}

const pngInfo = (bytes: Uint8Array): PictureInfo | PictureFault => {
  if (bytes.length < 33) return 'picture-unreadable'
  const view = viewOf(bytes)
  const [width, height] = [view.getUint32(16), view.getUint32(20)]
  if (width * height > maxPixels) return 'picture-too-large'
  return width > 0 && height > 0 && hasAllPixels(bytes, width, height) ? { format: 'png', width, height, orientation: 1, isCmyk: false } : 'picture-unreadable'
}

/** Orientation of an APP1 segment (its bytes after the length), 1 where it says none. */
const exifOrientation = (segment: Uint8Array): number => {
  if (segment.length < 20 || String.fromCharCode(...segment.subarray(0, 4)) !== 'Exif') return 1
  const tiff = viewOf(segment.subarray(6))
  const isLittle = tiff.getUint16(0) === 0x4949
  const directory = tiff.getUint32(4, isLittle)
  if (directory + 2 > tiff.byteLength) return 1
  const count = tiff.getUint16(directory, isLittle)
  for (let entry = directory + 2; entry + 12 <= Math.min(tiff.byteLength, directory + 2 + count * 12); entry += 12) {
    if (tiff.getUint16(entry, isLittle) !== 0x0112) continue
    const value = tiff.getUint16(entry + 8, isLittle)
    return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}

/** Baseline, extended and progressive: what PDF readers decode. */
const isReadableFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xc2
const isOtherFrame = (marker: number): boolean => marker >= 0xc3 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

const jpegInfo = (bytes: Uint8Array): PictureInfo | PictureFault => {
  const view = viewOf(bytes)
  let orientation = 1
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; ) {
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at++
      continue
    }
    if (isOtherFrame(marker)) return 'picture-unreadable'
    if (isReadableFrame(marker)) {
      const [stored, across] = [view.getUint16(at + 5), view.getUint16(at + 7)]
      const [width, height] = orientation > 4 ? [stored, across] : [across, stored]
      if (width * height > maxPixels) return 'picture-too-large'
      return width > 0 && height > 0 && hasJpegEnd(bytes) ? { format: 'jpeg', width, height, orientation, isCmyk: bytes[at + 9] === 4 } : 'picture-unreadable'
    }
    const length = view.getUint16(at + 2)
    if (marker === 0xe1) orientation = exifOrientation(bytes.subarray(at + 4, at + 2 + length))
    at += 2 + length
  }
  return 'picture-unreadable'
}

/** A file cut short has no end mark; some cameras write a little behind it. */
const hasJpegEnd = (bytes: Uint8Array): boolean => {
  for (let at = bytes.length - 2; at >= 0; at--) if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true
  return false
}

/** Size and orientation of a PNG or JPEG, or why it can't be printed. Trusts nothing the file says about itself. */
export const pictureInfo = (bytes: Uint8Array): PictureInfo | PictureFault => {
  if (bytes.length > maxBytes) return 'picture-too-large'
  if (pngSignature.every((byte, index) => bytes[index] === byte)) return pngInfo(bytes)
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? jpegInfo(bytes) : 'picture-unreadable'
}
