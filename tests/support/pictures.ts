import { deflateSync } from 'node:zlib'

const crcTable = Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value >>> 0
})
const crc = (bytes: Buffer): number => (bytes.reduce((sum, byte) => (crcTable[(sum ^ byte) & 255] ?? 0) ^ (sum >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0

const part = (type: string, body: Buffer): Buffer => {
  const bytes = Buffer.alloc(12 + body.length)
  bytes.writeUInt32BE(body.length)
  bytes.write(type, 4, 'latin1')
  body.copy(bytes, 8)
  bytes.writeUInt32BE(crc(bytes.subarray(4, 8 + body.length)), 8 + body.length)
  return bytes
}

/** A PNG of one grey; with `alpha` its pixels are RGBA. */
export const png = (width: number, height: number, { grey = 128, alpha = null }: { grey?: number; alpha?: number | null } = {}): Buffer => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head.set(alpha === null ? [8, 0, 0, 0, 0] : [8, 6, 0, 0, 0], 8)
  const pixel = alpha === null ? [grey] : [grey, grey, grey, alpha]
  const row = Buffer.from([0, ...Array.from({ length: width }, () => pixel).flat()])
  const data = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), part('IHDR', head), part('IDAT', data), part('IEND', Buffer.alloc(0))])
}

/** 60 × 40 pixels, white with a red upper left and a blue lower right quarter. */
const cornersJpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUVDA8XGBYUGBIUFRT/2wBDAQMEBAUEBQkFBQkUDQsNFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBT/wAARCAAoADwDAREAAhEBAxEB/8QAGgABAAIDAQAAAAAAAAAAAAAAAAgJBQYHCv/EADIQAAEABAkKBwAAAAAAAAAAAAAEGWfkBwgREhQWOKWmAQIDBQYJhIW0tRMVGCElMjP/xAAaAQEAAwEBAQAAAAAAAAAAAAAABgcIBQkE/8QANxEAAQADCQ4GAwAAAAAAAAAAAAIEEQEFBxIVF2Wj4wMGFjE2YmOBg6Gis+HiExQ0NbGyISJR/9oADAMBAAIRAxEAPwCOhRh6pgAAHeIi9qXYnjuhSDuvH7hc9f1dKqhSyQXdnzUC2YtYwCAAAACiEow9UwAADvERe1LsTx3QpB3Xj9wuev6ulVQpZILuz5qBbMWsYBAAAABBBVw024Hkg2DGm4e41TPpRtbZBVw024HkYMabh7hPpRtbZBVw024HkYMabh7hPpRtbZGP19Fx9C2qdPDlWGu9VZvwNC8vpVJzsiH+/iaWZNpE/wCmdLMk9pZck4vIvFlh/wBXUfMxI8f8xGsYgk7ijOfxmMh198LkvvGsPb5GJHi/t4jWMTRSxeG41rGYzUFzrHsTuhqqYukqq1M1ynmb+gXOsexO6CYukqq1Ep5m/oFzrHsTugmLpKqtRKeZv6Bc6x7E7oJi6SqrUSnmb+hZcZWO4AAARo3kdi+EXl3cUYtWC3K9S2nKTPhXfTpavko7N/EVAAAAB6WzysJwAAARo3kdi+EXl3cUYtWC3K9S2nKTPhXfTpavko7N/EVAAAAB/9k=',
  'base64',
)

/** The same picture with the EXIF orientation a camera would note. */
export const jpeg = (orientation = 1): Buffer => {
  if (orientation === 1) return cornersJpeg
  const tiff = Buffer.alloc(26)
  tiff.write('MM\0*', 0, 'latin1')
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(1, 8)
  tiff.writeUInt16BE(0x0112, 10)
  tiff.writeUInt16BE(3, 12)
  tiff.writeUInt32BE(1, 14)
  tiff.writeUInt16BE(orientation, 18)
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const head = Buffer.alloc(4)
  head.writeUInt16BE(0xffe1)
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([cornersJpeg.subarray(0, 2), head, body, cornersJpeg.subarray(2)])
}
