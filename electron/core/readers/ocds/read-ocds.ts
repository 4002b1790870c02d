import { createDocumentSplitter, type OcdsFault, type OcdsPiece } from '#core/readers/ocds/split-documents.ts'
import { createReleaseGroups, mapGroup, type GroupedRelease } from '#core/readers/ocds/release-groups.ts'
import { JsonSyntaxError } from '#core/readers/ocds/json-scan.ts'
import { jsonUnits, type JsonUnit } from '#core/readers/ocds/json-units.ts'
import { openUtf8, rejected } from '#core/readers/open-text.ts'
import type { ReadSource, Reading } from '#core/readers/reading.ts'
import { isOcdsObject, plainText, type OcdsObject, type OcdsValue } from '#shared/tenders/ocds/ocds-value.ts'

function readingOf({ row, mapped }: GroupedRelease): Reading {
  return mapped.ok ? { ok: true, row, draft: mapped.draft } : rejected(mapped.problem.code, mapped.problem.message, row, mapped.problem.field, mapped.problem.found)
}

/** A release that only points to where it is published. */
function isLinked(release: OcdsObject): boolean {
  return 'url' in release && !('ocid' in release) && !('tender' in release)
}

function readRecord(record: OcdsValue, row: number): Reading {
  if (!isOcdsObject(record)) return rejected('field-invalid', 'a record is no object', row, 'records')
  const compiled = record['compiledRelease']
  const list = record['releases']
  if (list !== undefined && list !== null && !Array.isArray(list)) return rejected('field-invalid', 'expected a list of releases', row, 'releases')
  const releases = (list ?? []).filter((release) => isOcdsObject(release)).filter((release) => !isLinked(release))
  if (!isOcdsObject(compiled) && releases.length === 0) {
    return rejected('field-missing', 'the record has no compiled release and no release of its own', row, 'compiledRelease')
  }
  const ocid = plainText(record['ocid'])
  const named = (release: OcdsObject): OcdsObject => (ocid === null || plainText(release['ocid']) !== null ? release : { ...release, ocid })
  return readingOf({ row, mapped: mapGroup(releases.map(named), isOcdsObject(compiled) ? named(compiled) : null) })
}

function refusal(piece: OcdsFault, row: number): Reading {
  if (piece.kind === 'empty-package') return rejected('file-empty', 'the package has no releases or records', row)
  if (piece.kind === 'no-package') return rejected('not-ocds', 'neither a package, a release nor a record', row)
  if (piece.kind === 'faulty') return rejected('syntax', `not JSON: ${piece.message}`, row)
  if (piece.kind === 'no-list') return rejected('not-ocds', `expected a list of ${piece.field}`, row, piece.field)
  return piece.reason === 'too-deep'
    ? rejected('syntax', 'nested deeper than 100 levels', row)
    : rejected('file-too-large', 'a single record is longer than 8 MB', row)
}

type FoundPiece = Exclude<OcdsPiece, OcdsFault>

/** Turns the pieces of a file into readings, in order, one row for each release or record. */
function createPieceReader() {
  const groups = createReleaseGroups()
  let row = 0

  function readRelease({ value, kind, size, again }: FoundPiece): Reading[] {
    if (!isOcdsObject(value)) return [rejected('field-invalid', 'a release is no object', row, 'releases')]
    const ocid = plainText(value['ocid'])
    if (ocid === null) return [rejected('field-missing', 'the release has no ocid', row, 'ocid')]
    return groups.add({ ocid, release: value, isCompiled: kind === 'compiled', row, size, again }).map(readingOf)
  }

  return {
    /** The row of something that could not even be parsed. */
    nextRow: (): number => (row += 1),
    isUnused: (): boolean => row === 0,
    read: (piece: OcdsPiece): Reading[] => {
      row += 1
      if (!('value' in piece)) return [refusal(piece, row)]
      return piece.kind === 'record' ? [readRecord(piece.value, row)] : readRelease(piece)
    },
    flush: (): Reading[] => groups.flush().map(readingOf),
  }
}

/** Parses one unit; the fault where it is no JSON. */
function faultIn(splitter: ReturnType<typeof createDocumentSplitter>, unit: JsonUnit): string | null {
  try {
    splitter.push(unit.bytes)
    if (unit.endsDocument) splitter.end()
    return null
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error
    return `not JSON near byte ${error.offset + 1}: ${error.message}`
  }
}

/** Reads OCDS 1.0 and 1.1: packages, bare releases and records, lists, several documents in one file, one document a line. Never holds the file. */
export async function* readOcds(source: ReadSource): AsyncGenerator<Reading> {
  const opened = await openUtf8(source)
  if (opened.ok) yield* readDocuments(opened.bytes)
  else yield rejected(opened.code, opened.message)
}

async function* readDocuments(bytes: AsyncIterable<Buffer>): AsyncGenerator<Reading> {
  const reader = createPieceReader()
  let ready: Reading[] = []
  const newSplitter = () => createDocumentSplitter((piece) => reader.read(piece).forEach((reading) => ready.push(reading)))
  let splitter = newSplitter()
  for await (const unit of jsonUnits(bytes)) {
    const fault = faultIn(splitter, unit)
    if (fault !== null) ready.push(rejected('syntax', fault, reader.nextRow()))
    const batch = ready
    ready = []
    yield* batch
    if (fault !== null && !unit.endsDocument) break
    if (unit.endsDocument) splitter = newSplitter()
  }
  yield* reader.flush()
  if (reader.isUnused()) yield rejected('file-empty', 'the file holds only blanks')
}
