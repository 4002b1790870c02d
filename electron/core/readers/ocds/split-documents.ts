import { createValueScan, isBlank, JsonSyntaxError, parseScanned, type Refusal, type ScannedText } from '#core/readers/ocds/json-scan.ts'
import { asOcdsValue, isOcdsObject, type OcdsObject, type OcdsValue } from '#shared/tenders/ocds/ocds-value.ts'

/** What a file consists of: releases, records, compiled releases; or something that is none of them. */
export type OcdsPiece = { kind: 'release' | 'record' | 'compiled'; value: OcdsValue; size: number; /** The value once more, for who does not want to hold it. */ again: () => OcdsValue } | OcdsFault
export type OcdsFault =
  | { kind: 'refused'; reason: Refusal }
  | { kind: 'faulty'; message: string }
  | { kind: 'empty-package' }
  | { kind: 'no-package' }
  | { kind: 'no-list'; field: 'releases' | 'records' }

type ListName = 'releases' | 'records'
type OpenDocument = { at: 'document'; key: string; members: OcdsObject; lists: number; size: number }
type Place = { at: 'top' } | OpenDocument | { at: 'list'; item: 'release' | 'record' | 'document'; items: number; parent: Place }
/** What may stand next: a value, a name, the colon behind it, or the comma; `first` lets an empty list or object end. */
type Expected = 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'comma'

/** Bytes of what stands beside the lists of a package, or of a bare release. */
const largestDocument = 8 * 1024 * 1024

const byteOf = { comma: 0x2c, colon: 0x3a, quote: 0x22, openObject: 0x7b, closeObject: 0x7d, openList: 0x5b, closeList: 0x5d } as const

const isListName = (key: string): key is ListName => key === 'releases' || key === 'records'

/** Cuts a document already in memory into its pieces. */
function piecesOf(value: OcdsValue, size: number): OcdsPiece[] {
  if (!isOcdsObject(value)) return [{ kind: 'no-package' }]
  if (Object.hasOwn(value, 'ocid')) return [{ kind: 'compiledRelease' in value || 'releases' in value ? 'record' : 'release', value, size, again: () => value }]
  let lists: OcdsPiece[] = []
  for (const name of ['releases', 'records'] as const) {
    const list = value[name]
    if (list === undefined) continue
    if (!Array.isArray(list)) lists.push({ kind: 'no-list', field: name })
    else if (list.length === 0) lists.push({ kind: 'empty-package' })
    else lists = lists.concat(list.map((item): OcdsPiece => ({ kind: name === 'releases' ? 'release' : 'record', value: item, size: Math.ceil(size / list.length), again: () => item })))
  }
  const compiled = value['compiledRelease']
  if (isOcdsObject(compiled)) lists.push({ kind: 'compiled', value: compiled, size, again: () => compiled })
  return lists.length > 0 ? lists : [{ kind: 'no-package' }]
}

/**
 * Cuts JSON documents into releases and records by following brackets in their UTF-8 bytes, and parses each piece alone: a package of any
 * size needs the memory of one release, and the time of a plain parse. Knows packages, bare releases and records, lists of any of them, and
 * documents after one another. A piece that is no JSON costs that piece; a fault between pieces throws `JsonSyntaxError`.
 */
export function createDocumentSplitter(onPiece: (piece: OcdsPiece) => void) {
  let place: Place = { at: 'top' }
  let expected: Expected = 'value'
  let scan: ReturnType<typeof createValueScan> | null = null
  let consumed = 0

  function parsed(scanned: ScannedText): OcdsValue {
    try {
      return asOcdsValue(parseScanned(scanned))
    } catch (error) {
      throw new JsonSyntaxError(error instanceof Error ? error.message : 'not JSON', consumed)
    }
  }

  function finishItem(list: Extract<Place, { at: 'list' }>, scanned: ScannedText): void {
    list.items += 1
    expected = 'comma'
    let value: OcdsValue
    try {
      value = asOcdsValue(parseScanned(scanned))
    } catch (error) {
      return onPiece({ kind: 'faulty', message: error instanceof Error ? error.message : 'not JSON' })
    }
    if (list.item === 'document') piecesOf(value, scanned.size).forEach(onPiece)
    else onPiece({ kind: list.item, value, size: scanned.size, again: () => asOcdsValue(parseScanned(scanned)) })
  }

  function finishMember(document: OpenDocument, scanned: ScannedText): void {
    expected = 'comma'
    document.size += scanned.size
    if (document.key !== '__proto__' && document.size <= largestDocument) document.members[document.key] = parsed(scanned)
  }

  function finishValue(scanned: ScannedText): void {
    if (place.at === 'document' && expected.endsWith('key')) {
      const key = parsed(scanned)
      place.key = typeof key === 'string' ? key : ''
      expected = 'colon'
    } else if (scanned.refusal !== null) {
      if (place.at === 'list') place.items += 1
      expected = place.at === 'top' ? 'value' : 'comma'
      onPiece({ kind: 'refused', reason: scanned.refusal })
    } else if (place.at === 'top') {
      parsed(scanned)
      onPiece({ kind: 'no-package' })
    } else if (place.at === 'document') finishMember(place, scanned)
    else finishItem(place, scanned)
  }

  function endDocument(document: OpenDocument): void {
    const { members } = document
    place = { at: 'top' }
    expected = 'value'
    if (document.size > largestDocument) onPiece({ kind: 'refused', reason: 'too-large' })
    else if (document.lists === 0) piecesOf(members, document.size).forEach(onPiece)
    else {
      const compiled = members['compiledRelease']
      if (isOcdsObject(compiled)) onPiece({ kind: 'compiled', value: compiled, size: 0, again: () => compiled })
    }
  }

  function endList(list: Extract<Place, { at: 'list' }>): void {
    if (list.items === 0) onPiece({ kind: 'empty-package' })
    place = list.parent
    expected = place.at === 'top' ? 'value' : 'comma'
  }

  /** Whether the value that starts here is gone into rather than taken whole. */
  function enters(byte: number): boolean {
    if (place.at === 'top' && byte === byteOf.openObject) {
      place = { at: 'document', key: '', members: {}, lists: 0, size: 0 }
      expected = 'first-key'
      return true
    }
    if (place.at === 'top' && byte === byteOf.openList) place = { at: 'list', item: 'document', items: 0, parent: place }
    // A record that stands alone has `releases` too, but its `ocid` comes first.
    else if (place.at === 'document' && byte === byteOf.openList && isListName(place.key) && !Object.hasOwn(place.members, 'ocid')) {
      place.lists += 1
      place = { at: 'list', item: place.key === 'releases' ? 'release' : 'record', items: 0, parent: place }
    } else return false
    expected = 'first-value'
    return true
  }

  /** Takes one byte between values; true when a value starts here that is to be scanned. */
  function between(byte: number): boolean {
    if (expected === 'colon' && byte === byteOf.colon) expected = 'value'
    else if (expected === 'comma' && byte === byteOf.comma) expected = place.at === 'document' ? 'key' : 'value'
    else if (place.at === 'document' && byte === byteOf.closeObject && (expected === 'comma' || expected === 'first-key')) endDocument(place)
    else if (place.at === 'list' && byte === byteOf.closeList && (expected === 'comma' || expected === 'first-value')) endList(place)
    else if (expected.endsWith('key') && byte === byteOf.quote) return true
    else if (expected.endsWith('value') && byte !== byteOf.comma && byte !== byteOf.colon && byte !== byteOf.closeObject && byte !== byteOf.closeList) return !enters(byte)
    else throw new JsonSyntaxError(`unexpected "${String.fromCharCode(byte)}"`, consumed)
    return false
  }

  function finishScan(): void {
    const done = scan?.result()
    scan = null
    if (done) finishValue(done)
  }

  function push(bytes: Buffer): void {
    const start = consumed
    let at = 0
    while (at < bytes.length) {
      consumed = start + at
      if (scan) {
        const end = scan.feed(bytes, at)
        if (end === -1) break
        at = end
        finishScan()
        continue
      }
      const byte = bytes[at] ?? 0
      if (!isBlank(byte) && between(byte)) {
        scan = createValueScan(byte, consumed)
        continue
      }
      at += 1
    }
    consumed = start + bytes.length
  }

  return {
    push,
    end(): void {
      if (scan?.mayEnd() === true) finishScan()
      if (scan !== null || place.at !== 'top') throw new JsonSyntaxError('the file ends in the middle of a value', consumed)
    },
  }
}
