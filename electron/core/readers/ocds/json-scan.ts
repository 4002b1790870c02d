/** Far deeper than any release; what lies below could overflow the stack of the functions that walk it. */
const deepest = 100
/** Past this the brackets alone would fill the memory, so the file is given up. */
const hopeless = 100_000
/** Bytes of one release or record: past it the record is refused, not the file. */
const largest = 8 * 1024 * 1024
/** A float holds this many digits exactly; longer numbers are kept as text. */
const exactDigits = 15

const quote = 0x22
const backslash = 0x5c
const point = 0x2e

/** The text stops being JSON at about `offset` bytes. */
export class JsonSyntaxError extends Error {
  readonly offset: number
  constructor(message: string, offset: number) {
    super(message)
    this.offset = offset
  }
}

export type Refusal = 'too-deep' | 'too-large'
/** `bytes` lie outside the heap: what has to wait costs no collection. */
export type ScannedText = { bytes: Buffer; size: number; hasLongNumber: boolean; refusal: Refusal | null }

export const isBlank = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09

const isOpening = (byte: number): boolean => byte === 0x7b || byte === 0x5b
const isClosing = (byte: number): boolean => byte === 0x7d || byte === 0x5d
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39

/** The first quote or backslash from `at` on; the length where there is none. */
function endOfPlain(bytes: Uint8Array, at: number): number {
  let index = at
  for (; index < bytes.length; index++) {
    const byte = bytes[index]
    if (byte === quote || byte === backslash) break
  }
  return index
}

/**
 * Finds where one JSON value ends, over as many chunks as it takes; what is inside is not judged, only brackets and strings are followed.
 * `feed` returns the place behind the value, or -1 when the value goes on in the next chunk.
 */
export function createValueScan(first: number, offset: number) {
  const isContainer = isOpening(first)
  const isString = first === quote
  let parts: Buffer[] = []
  let size = 0
  let level = 0
  let digits = 0
  let inString = false
  let isEscaped = false
  let hasLongNumber = false
  let refusal: Refusal | null = null

  function keep(bytes: Buffer): void {
    size += bytes.length
    if (size > largest) refusal ??= 'too-large'
    if (refusal === null) parts.push(bytes)
    else parts = []
  }

  /** Follows a string from inside it; returns the place behind its closing quote, or the end of the chunk. */
  function throughString(bytes: Uint8Array, from: number): number {
    let at = from
    if (isEscaped && at < bytes.length) {
      isEscaped = false
      at += 1
    }
    while (at < bytes.length) {
      at = endOfPlain(bytes, at)
      if (bytes[at] === quote) {
        inString = false
        return at + 1
      }
      if (bytes[at] === backslash) {
        isEscaped = at + 1 >= bytes.length
        at += 2
      }
    }
    return bytes.length
  }

  function open(): void {
    level += 1
    if (level > deepest) refusal ??= 'too-deep'
    if (level > hopeless) throw new JsonSyntaxError(`nested deeper than ${hopeless} levels`, offset)
  }

  function throughContainer(bytes: Uint8Array, from: number): number {
    let at = from
    while (at < bytes.length) {
      if (inString) {
        at = throughString(bytes, at)
        continue
      }
      const byte = bytes[at] ?? 0
      at += 1
      if (isDigit(byte)) {
        digits += 1
        if (digits > exactDigits) hasLongNumber = true
        continue
      }
      if (byte === point) continue
      digits = 0
      if (byte === quote) inString = true
      else if (isOpening(byte)) open()
      else if (isClosing(byte)) {
        level -= 1
        if (level === 0) return at
      }
    }
    return -1
  }

  function throughWord(bytes: Uint8Array, from: number): number {
    for (let at = from; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0
      if (byte === 0x2c || isClosing(byte) || isOpening(byte) || byte === quote || isBlank(byte)) return at
      if (isDigit(byte)) digits += 1
    }
    return -1
  }

  function throughText(bytes: Uint8Array, from: number): number {
    let at = from
    if (size === 0 && !inString) {
      inString = true
      at += 1
    }
    at = throughString(bytes, at)
    return inString ? -1 : at
  }

  return {
    feed(bytes: Buffer, from: number): number {
      const end = isContainer ? throughContainer(bytes, from) : isString ? throughText(bytes, from) : throughWord(bytes, from)
      keep(bytes.subarray(from, end === -1 ? bytes.length : end))
      return end
    },
    /** Only a bare word may end with the file. */
    mayEnd: (): boolean => !isContainer && !isString,
    result(): ScannedText {
      const [only = Buffer.alloc(0)] = parts
      return { bytes: parts.length > 1 ? Buffer.concat(parts) : only, size, hasLongNumber: hasLongNumber || (!isContainer && !isString && digits > exactDigits), refusal }
    },
  }
}

/** Numbers a float can't hold become text; strings stay as they are. */
const stringOrNumber = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g

/** Parses scanned text without losing digits. Throws what JSON.parse throws. */
export function parseScanned({ bytes, hasLongNumber }: ScannedText): unknown {
  const text = bytes.toString('utf8')
  return hasLongNumber ? parseExact(text) : JSON.parse(text)
}

/** Parses JSON; numbers longer than a float's digits arrive as text, digit for digit. Throws what JSON.parse throws. */
export function parseExact(text: string): unknown {
  return JSON.parse(text.replace(stringOrNumber, (match) => (match.startsWith('"') || match.replaceAll(/\D/g, '').length <= exactDigits ? match : `"${match}"`)))
}
