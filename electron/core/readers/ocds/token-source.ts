import { none } from 'stream-chain/core'
import { jsonParser, type Token } from 'stream-json/core/parser.js'

/** A parse error loses the tokens of its slice, so the slices start small: a small broken file gives up what stands before the fault. */
const firstSlice = 256
const laterSlice = 16 * 1024
const firstChars = 1024 * 1024
/** One string without an end may not fill the memory. */
const longestToken = 64 * 1024 * 1024

/** The parser is flushed with `none`, which its own type leaves out; a method's parameter may be wider. */
type FlushableParser = { parse(input: string | typeof none): ReturnType<ReturnType<typeof jsonParser>> }

/** The text stops being JSON at about `offset` characters. */
export class JsonSyntaxError extends Error {
  readonly offset: number
  constructor(message: string, offset: number) {
    super(message)
    this.offset = offset
  }
}

/** Turns text that arrives in pieces into JSON tokens; several documents may follow each other. Throws `JsonSyntaxError`. */
export function createTokenSource(onToken: (token: Token) => void) {
  const json: FlushableParser = { parse: jsonParser({ streamValues: false, jsonStreaming: true }) }
  let consumed = 0
  let lastTokenAt = 0

  function feed(slice: string | typeof none): void {
    let result: ReturnType<FlushableParser['parse']>
    try {
      result = json.parse(slice)
    } catch (error) {
      throw new JsonSyntaxError(error instanceof Error ? error.message : 'not JSON', consumed)
    }
    if (typeof slice === 'string') consumed += slice.length
    if (typeof result === 'symbol') {
      if (consumed - lastTokenAt > longestToken) throw new JsonSyntaxError('a single value is longer than 64 million characters', lastTokenAt)
      return
    }
    lastTokenAt = consumed
    for (const token of result.values) onToken(token)
  }

  return {
    push: (text: string): void => {
      for (let start = 0; start < text.length;) {
        const length = consumed < firstChars ? firstSlice : laterSlice
        feed(text.slice(start, start + length))
        start += length
      }
    },
    end: (): void => feed(none),
  }
}
