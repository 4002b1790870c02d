import { createValueBuilder, type BuiltValue } from '#core/readers/ocds/value-builder.ts'
import { isOcdsObject, type OcdsObject, type OcdsValue } from '#shared/tenders/ocds/ocds-value.ts'
import type { Token } from 'stream-json/core/parser.js'

type Refusal = Extract<BuiltValue, { refusal: string }>['refusal']

/** What a file consists of: releases, records, compiled releases; or something that is none of them. */
export type OcdsPiece = { kind: 'release' | 'record' | 'compiled'; value: OcdsValue; size: number } | OcdsFault
export type OcdsFault =
  | { kind: 'refused'; reason: Refusal }
  | { kind: 'empty-package' }
  | { kind: 'no-package' }
  | { kind: 'no-list'; field: 'releases' | 'records' }

type ListName = 'releases' | 'records'
type OpenDocument = { at: 'document'; key: string; members: OcdsObject; lists: number; size: number }
type Place = { at: 'top' } | OpenDocument | { at: 'list'; item: 'release' | 'record' | 'document'; items: number; parent: Place }

/** Characters of what stands beside the lists of a package, or of a bare release. */
const largestDocument = 32 * 1024 * 1024

const isListName = (key: string): key is ListName => key === 'releases' || key === 'records'

/** Cuts a document already in memory into its pieces. */
function piecesOf(value: OcdsValue, size: number): OcdsPiece[] {
  if (!isOcdsObject(value)) return [{ kind: 'no-package' }]
  if ('ocid' in value) return [{ kind: 'compiledRelease' in value || 'releases' in value ? 'record' : 'release', value, size }]
  let lists: OcdsPiece[] = []
  for (const name of ['releases', 'records'] as const) {
    const list = value[name]
    if (list === undefined) continue
    if (!Array.isArray(list)) lists.push({ kind: 'no-list', field: name })
    else if (list.length === 0) lists.push({ kind: 'empty-package' })
    else lists = lists.concat(list.map((item): OcdsPiece => ({ kind: name === 'releases' ? 'release' : 'record', value: item, size: Math.ceil(size / list.length) })))
  }
  const compiled = value['compiledRelease']
  if (isOcdsObject(compiled)) lists.push({ kind: 'compiled', value: compiled, size })
  return lists.length > 0 ? lists : [{ kind: 'no-package' }]
}

function keepMember(document: OpenDocument, built: BuiltValue): void {
  document.size += built.size
  if (document.key !== '__proto__' && document.size <= largestDocument) document.members[document.key] = built.value
}

/**
 * Cuts JSON documents into releases and records while they are read, so a package of any size needs the memory of one release.
 * Knows packages, bare releases and records, lists of any of them, and documents after one another.
 */
export function createDocumentSplitter(onPiece: (piece: OcdsPiece) => void) {
  let place: Place = { at: 'top' }
  let build: ReturnType<typeof createValueBuilder> | null = null

  function startOf(token: Token): void {
    if (place.at === 'top' && token.name === 'startObject') place = { at: 'document', key: '', members: {}, lists: 0, size: 0 }
    else if (place.at === 'top' && token.name === 'startArray') place = { at: 'list', item: 'document', items: 0, parent: place }
    // A record that stands alone has `releases` too, but its `ocid` comes first.
    else if (place.at === 'document' && token.name === 'startArray' && isListName(place.key) && !Object.hasOwn(place.members, 'ocid')) {
      place.lists += 1
      place = { at: 'list', item: place.key === 'releases' ? 'release' : 'record', items: 0, parent: place }
    } else {
      build = createValueBuilder()
      consumeValue(token)
    }
  }

  function consumeValue(token: Token): void {
    const built = build?.(token)
    if (!built) return
    build = null
    if (built.refusal !== null) onPiece({ kind: 'refused', reason: built.refusal })
    else if (place.at === 'top') onPiece({ kind: 'no-package' })
    else if (place.at === 'document') keepMember(place, built)
    else {
      place.items += 1
      if (place.item === 'document') piecesOf(built.value, built.size).forEach(onPiece)
      else onPiece({ kind: place.item, value: built.value, size: built.size })
    }
  }

  function endDocument(document: OpenDocument): void {
    const { members } = document
    if (document.size > largestDocument) onPiece({ kind: 'refused', reason: 'too-large' })
    else if (document.lists === 0) piecesOf(members, document.size).forEach(onPiece)
    else if (isOcdsObject(members['compiledRelease'])) onPiece({ kind: 'compiled', value: members['compiledRelease'], size: 0 })
    place = { at: 'top' }
  }

  return (token: Token): void => {
    if (build) consumeValue(token)
    else if (place.at === 'document' && token.name === 'keyValue') place.key = token.value
    else if (place.at === 'document' && token.name === 'endObject') endDocument(place)
    else if (place.at === 'list' && token.name === 'endArray') {
      if (place.items === 0) onPiece({ kind: 'empty-package' })
      place = place.parent
    } else startOf(token)
  }
}
