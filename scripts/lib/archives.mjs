// Just enough of tar and zip to unpack one known package without either program on the machine.
import { inflateRawSync } from 'node:zlib'

const TAR_BLOCK = 512
const ZIP_END = 0x06054b50
const DEFLATED = 8
const FILE_TYPE = 0o170000
const SYMBOLIC_LINK = 0o120000

/** The bytes of the first file in a tar archive whose name ends in `suffix`; throws when there is none. */
export function tarMember(tar, suffix) {
  let at = 0
  while (at + TAR_BLOCK <= tar.length) {
    const name = tar.toString('utf8', at, at + 100).split('\0')[0]
    const size = Number.parseInt(tar.toString('latin1', at + 124, at + 136), 8) || 0
    const start = at + TAR_BLOCK
    if (name.endsWith(suffix)) return tar.subarray(start, start + size)
    at = start + Math.ceil(size / TAR_BLOCK) * TAR_BLOCK
  }
  throw new Error(`the archive holds no ${suffix}`)
}

function endOfZip(zip) {
  for (let at = zip.length - 22; at >= 0; at -= 1) if (zip.readUInt32LE(at) === ZIP_END) return at
  throw new Error('the archive is cut off')
}

/** Every file of a zip archive: `{name, mode, isLink, read()}`, folders left out. */
export function* zipMembers(zip) {
  const end = endOfZip(zip)
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameEnd = at + 46 + zip.readUInt16LE(at + 28)
    const name = zip.toString('utf8', at + 46, nameEnd)
    const method = zip.readUInt16LE(at + 10)
    const size = zip.readUInt32LE(at + 20)
    const attributes = zip.readUInt32LE(at + 38) >>> 16
    const local = zip.readUInt32LE(at + 42)
    const read = () => {
      const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
      const bytes = zip.subarray(start, start + size)
      return method === DEFLATED ? inflateRawSync(bytes) : bytes
    }
    if (!name.endsWith('/')) yield { name, mode: attributes & 0o777, isLink: (attributes & FILE_TYPE) === SYMBOLIC_LINK, read }
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
}
