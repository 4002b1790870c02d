import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { createRecent, type Recent } from '#core/recent.ts'

/** Streams packed for files before, by their content: between two previews most pages and fonts stay as they are, and packing is half of writing them. */
export type PackedStreams = Recent<Uint8Array>

const keptBytes = 16 * 1024 * 1024

export const createPackedStreams = (): PackedStreams => createRecent(keptBytes, ({ byteLength }) => byteLength)

/** The content as FlateDecode reads it. */
export const packedStream = (content: Uint8Array, packedBefore: PackedStreams | null): Uint8Array => {
  if (packedBefore === null) return deflateSync(content)
  const key = createHash('sha256').update(content).digest('base64')
  const packed = packedBefore.get(key) ?? deflateSync(content)
  packedBefore.set(key, packed)
  return packed
}
