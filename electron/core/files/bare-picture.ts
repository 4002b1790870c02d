/** What of a PNG makes its pixels; the rest are words, dates and places its maker noted. */
const pixelChunks = new Set(['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYs', 'IDAT', 'IEND'])
const pngSignatureLength = 8

const barePng = (bytes: Buffer): Buffer => {
  const kept = [bytes.subarray(0, pngSignatureLength)]
  for (let at = pngSignatureLength; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (pixelChunks.has(type)) kept.push(bytes.subarray(at, end))
    if (type === 'IEND') break
    at = end
  }
  return Buffer.concat(kept)
}

const marker = { start: 0xd8, end: 0xd9, scan: 0xda, firstApp: 0xe0, colourProfile: 0xe2, adobe: 0xee, lastApp: 0xef, comment: 0xfe }

/** Of the applications' own segments a reader needs the JFIF head, the colour profile and what Adobe says of the channels. */
const isNeeded = (code: number, segment: Buffer): boolean => {
  if (code === marker.comment) return false
  if (code < marker.firstApp || code > marker.lastApp || code === marker.adobe) return true
  const name = segment.toString('latin1', 4, 15)
  return code === marker.firstApp ? name.startsWith('JFIF\0') : code === marker.colourProfile && name.startsWith('ICC_PROFILE')
}

/** Where the coded pixels end: at the next marker that is neither stuffing nor a restart. */
const endOfScan = (bytes: Buffer, from: number): number => {
  for (let at = bytes.indexOf(0xff, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const code = bytes[at + 1] ?? 0
    if (code !== 0 && code !== 0xff && !(code >= 0xd0 && code <= 0xd7)) return at
  }
  return bytes.length
}

const bareJpeg = (bytes: Buffer): Buffer => {
  const kept = [bytes.subarray(0, 2)]
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const code = bytes[at + 1] ?? 0
    if (code === 0xff) {
      at++
      continue
    }
    if (code === marker.end) break
    const head = at + 2 + bytes.readUInt16BE(at + 2)
    const end = code === marker.scan ? endOfScan(bytes, head) : head
    const segment = bytes.subarray(at, end)
    if (isNeeded(code, segment)) kept.push(segment)
    at = end
  }
  return Buffer.concat([...kept, Buffer.from([0xff, marker.end])])
}

/** The picture without what cameras, scanners and people noted in its file; its pixels stay byte for byte. Anything behind its end goes too. */
export const barePicture = (bytes: Uint8Array): Uint8Array => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return buffer[0] === 0xff && buffer[1] === marker.start ? bareJpeg(buffer) : barePng(buffer)
}
