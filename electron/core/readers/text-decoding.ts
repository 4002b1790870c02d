import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import iconv from 'iconv-lite'
import type { ReadSource } from '#core/readers/reading.ts'

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'latin1'

const chunkBytes = 256 * 1024

function bytesOf(path: string, signal?: AbortSignal): AsyncIterable<Buffer> {
  return createReadStream(path, { highWaterMark: chunkBytes, signal })
}

/** The encoding a byte order mark names; null without one. */
export function encodingOfMark(head: Uint8Array): TextEncoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return null
}

/** UTF-16 without a mark: Latin text has a zero in every second byte. */
function encodingOfZeros(head: Uint8Array): TextEncoding | null {
  const sample = head.subarray(0, 1024)
  let even = 0
  let odd = 0
  sample.forEach((byte, index) => {
    if (byte !== 0) return
    if (index % 2 === 0) even += 1
    else odd += 1
  })
  const half = sample.length / 2
  if (odd > half * 0.4 && even < half * 0.05) return 'utf-16le'
  return even > half * 0.4 && odd < half * 0.05 ? 'utf-16be' : null
}

const isHigh = (byte: number | undefined): boolean => byte !== undefined && byte >= 0xa1 && byte <= 0xfe

/** Counts what tells Chinese from Western text: high bytes that come in pairs, and those that stand alone. */
function createPairCounter() {
  let paired = 0
  let single = 0
  return {
    add: (bytes: Uint8Array): void => {
      for (let index = 0; index < bytes.length; index += 1) {
        const byte = bytes[index] ?? 0
        if (byte < 0x80) continue
        if (isHigh(byte) && isHigh(bytes[index + 1])) {
          paired += 1
          index += 1
        } else single += 1
      }
    },
    encoding: (): TextEncoding => (paired > 0 && paired >= single * 2 ? 'gb18030' : 'latin1'),
  }
}

/** The encoding of a few bytes from a file's beginning; null when they are not text. A character cut at the end is fine. */
export function encodingOfHead(head: Uint8Array): TextEncoding | null {
  const marked = encodingOfMark(head) ?? encodingOfZeros(head)
  if (marked !== null) return marked
  if (head.includes(0)) return null
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return 'utf-8'
  } catch {
    const pairs = createPairCounter()
    pairs.add(head)
    return pairs.encoding()
  }
}

/** The encoding of a whole file: one quick pass, because a single byte far down decides, and a second where it is not UTF-8. Null when it is not text. Rejects when unreadable or aborted. */
export async function detectTextEncoding(path: string, signal?: AbortSignal): Promise<TextEncoding | null> {
  let isFirst = true
  let rest: Uint8Array = new Uint8Array()
  for await (const bytes of bytesOf(path, signal)) {
    const marked = isFirst ? (encodingOfMark(bytes) ?? encodingOfZeros(bytes)) : null
    if (marked !== null && marked !== 'utf-8') return marked
    isFirst = false
    if (bytes.includes(0)) return null
    const joined = rest.length === 0 ? bytes : Buffer.concat([rest, bytes])
    const end = wholeCharacters(joined)
    if (!isUtf8(joined.subarray(0, end))) return byPairs(path, signal)
    rest = joined.subarray(end)
  }
  return rest.length === 0 ? 'utf-8' : byPairs(path, signal)
}

/** How many bytes stand before a UTF-8 character that the end of the chunk cuts. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return bytes.length
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 0
    if (length > 0) return length > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}

async function byPairs(path: string, signal?: AbortSignal): Promise<TextEncoding | null> {
  const pairs = createPairCounter()
  for await (const bytes of bytesOf(path, signal)) {
    if (bytes.includes(0)) return null
    pairs.add(bytes)
  }
  return pairs.encoding()
}

/** Decodes bytes of a known encoding, without a byte order mark. */
export function decodeBytes(bytes: Uint8Array, encoding: TextEncoding): string {
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding, { stripBOM: true })
}

/** Streams a file as text, without its byte order mark. Rejects when the file can't be read or `signal` aborts. */
export async function* readText({ path, signal, onBytes }: Omit<ReadSource, 'name'>, encoding: TextEncoding): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true })
  for await (const bytes of bytesOf(path, signal)) {
    onBytes?.(bytes.length)
    const text = decoder.write(bytes)
    if (text !== '') yield text
  }
  const rest = decoder.end()
  if (rest !== undefined && rest !== '') yield rest
}

/** Streams a file as UTF-8 bytes, without its byte order mark. */
export async function* readUtf8(source: Omit<ReadSource, 'name'>, encoding: TextEncoding): AsyncGenerator<Buffer> {
  if (encoding !== 'utf-8') {
    for await (const text of readText(source, encoding)) yield Buffer.from(text, 'utf8')
    return
  }
  let isFirst = true
  for await (const bytes of bytesOf(source.path, source.signal)) {
    source.onBytes?.(bytes.length)
    yield isFirst && encodingOfMark(bytes) === 'utf-8' ? bytes.subarray(3) : bytes
    isFirst = false
  }
}
