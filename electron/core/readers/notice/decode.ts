import iconv from 'iconv-lite'

/** Why bytes are no text we can read. */
export type DecodeFailure = 'file-empty' | 'encoding-unknown'
export type Decoded = { ok: true; text: string; encoding: string } | { ok: false; code: DecodeFailure }

const declared = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{3,20})|<\?xml[^>]{0,100}encoding=["']([\w-]{3,20})/i

const strictly = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** UTF-16 without a mark shows as zero bytes in every second place of ASCII text. */
const guessUtf16 = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  let even = 0
  let odd = 0
  const length = Math.min(bytes.length, 2000)
  for (let i = 0; i + 1 < length; i += 2) {
    if (bytes[i] === 0) even++
    if (bytes[i + 1] === 0) odd++
  }
  const pairs = length / 2
  if (odd > pairs * 0.1 && even < pairs * 0.02) return 'utf-16le'
  return even > pairs * 0.1 && odd < pairs * 0.02 ? 'utf-16be' : null
}

const hasControls = (text: string): boolean => {
  let controls = 0
  for (let i = 0; i < Math.min(text.length, 4000); i++) {
    const code = text.charCodeAt(i)
    if (code === 0xfffd || (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12)) controls++
  }
  return controls > Math.max(2, Math.min(text.length, 4000) * 0.01)
}

const accept = (text: string | null, encoding: string): Decoded | null => (text === null || hasControls(text) ? null : { ok: true, text: text.replace(/^\ufeff/, ''), encoding })

/** Text of a file in UTF-8, UTF-16 or GB18030 (GBK, GB2312), by its mark, its content or what it declares. */
export const decodeNotice = (bytes: Uint8Array): Decoded => {
  if (bytes.length === 0) return { ok: false, code: 'file-empty' }
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  const wide = marked ?? guessUtf16(bytes)
  if (wide) return accept(iconv.decode(Buffer.from(bytes), wide), wide) ?? { ok: false, code: 'encoding-unknown' }
  const utf8 = accept(strictly(bytes, 'utf-8'), 'utf-8')
  if (utf8) return utf8
  const head = iconv.decode(Buffer.from(bytes.subarray(0, 2048)), 'latin1')
  const match = declared.exec(head)
  const named = (match?.[1] ?? match?.[2] ?? '').toLowerCase()
  const candidates = named && !/^(?:utf-?8|gb)/.test(named) && iconv.encodingExists(named) ? [named, 'gb18030'] : ['gb18030']
  for (const encoding of candidates) {
    const decoded = accept(iconv.decode(Buffer.from(bytes), encoding), encoding)
    if (decoded) return decoded
  }
  // Mostly UTF-8 with a few broken bytes is still readable.
  const lenient = accept(new TextDecoder('utf-8').decode(bytes), 'utf-8')
  return lenient ?? { ok: false, code: 'encoding-unknown' }
}
