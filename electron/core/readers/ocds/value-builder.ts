import type { OcdsValue } from '#shared/tenders/ocds/ocds-value.ts'
import { Assembler } from 'stream-json/core/assembler.js'
import { JsonSyntaxError } from '#core/readers/ocds/token-source.ts'
import type { Token } from 'stream-json/core/parser.js'

/** Far deeper than any release; what lies below could overflow the stack of the functions that walk it. */
const deepest = 100
/** Past this the brackets alone would fill the memory, so the file is given up. */
const hopeless = 100_000
/** Characters of one release or record: past it the record is refused, not the file. */
const largest = 32 * 1024 * 1024
/** What an object costs besides its text. */
const perToken = 16

export type BuiltValue = { value: OcdsValue; size: number; refusal: null } | { value: null; size: number; refusal: 'too-deep' | 'too-large' }

/** Builds one JSON value from its tokens, numbers as text; returns it with its last token. */
export function createValueBuilder() {
  let assembler: Assembler<OcdsValue> | null = new Assembler<OcdsValue>({ numberAsString: true })
  let refusal: 'too-deep' | 'too-large' | null = null
  let level = 0
  let size = 0

  function refuse(reason: 'too-deep' | 'too-large'): void {
    refusal ??= reason
    assembler = null
  }

  return (token: Token): BuiltValue | null => {
    if (token.name === 'startObject' || token.name === 'startArray') level += 1
    else if (token.name === 'endObject' || token.name === 'endArray') level -= 1
    size += perToken + ('value' in token && typeof token.value === 'string' ? token.value.length : 0)
    if (level > deepest) refuse('too-deep')
    if (level > hopeless) throw new JsonSyntaxError(`nested deeper than ${hopeless} levels`, 0)
    if (size > largest) refuse('too-large')
    assembler?.consume(token)
    if (level > 0 || token.name === 'keyValue') return null
    return refusal === null ? { value: assembler?.current ?? null, size, refusal } : { value: null, size, refusal }
  }
}
