import { createDocumentSplitter, type OcdsPiece } from '#core/readers/ocds/split-documents.ts'
import { createReleaseGroups, mapGroup, type GroupedRelease } from '#core/readers/ocds/release-groups.ts'
import { createTokenSource, JsonSyntaxError } from '#core/readers/ocds/token-source.ts'
import { linesOfJson } from '#core/readers/ocds/json-lines.ts'
import { openText, rejected } from '#core/readers/open-text.ts'
import type { ReadSource, Reading } from '#core/readers/reading.ts'
import { isOcdsObject, plainText, type OcdsObject, type OcdsValue } from '#shared/tenders/ocds/ocds-value.ts'

function readingOf({ row, mapped }: GroupedRelease): Reading {
  return mapped.ok ? { ok: true, row, draft: mapped.draft } : rejected(mapped.problem.code, mapped.problem.message, row, mapped.problem.field)
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
  const releases = (list ?? []).filter((release) => isOcdsObject(release) && !isLinked(release)).filter((release) => isOcdsObject(release))
  if (!isOcdsObject(compiled) && releases.length === 0) {
    return rejected('field-missing', 'the record has no compiled release and no release of its own', row, 'compiledRelease')
  }
  const ocid = plainText(record['ocid'])
  const named = (release: OcdsObject): OcdsObject => (ocid === null || plainText(release['ocid']) !== null ? release : { ...release, ocid })
  return readingOf({ row, mapped: mapGroup(releases.map(named), isOcdsObject(compiled) ? named(compiled) : null) })
}

/** Turns the pieces of a file into readings, in order, one row for each release or record. */
function createPieceReader() {
  const groups = createReleaseGroups()
  let row = 0

  function readRelease(value: OcdsValue, isCompiled: boolean, size: number): Reading[] {
    if (!isOcdsObject(value)) return [rejected('field-invalid', 'a release is no object', row, 'releases')]
    const ocid = plainText(value['ocid'])
    if (ocid === null) return [rejected('field-missing', 'the release has no ocid', row, 'ocid')]
    return groups.add(ocid, value, isCompiled, row, size).map(readingOf)
  }

  return {
    nextRow: (): number => row + 1,
    read: (piece: OcdsPiece): Reading[] => {
      row += 1
      switch (piece.kind) {
        case 'release':
          return readRelease(piece.value, false, piece.size)
        case 'compiled':
          return readRelease(piece.value, true, piece.size)
        case 'record':
          return [readRecord(piece.value, row)]
        case 'refused':
          return [piece.reason === 'too-deep' ? rejected('syntax', 'nested deeper than 100 levels', row) : rejected('file-too-large', 'a single record is longer than 32 million characters', row)]
        case 'empty-package':
          return [rejected('file-empty', 'the package has no releases or records', row)]
        case 'no-package':
          return [rejected('not-ocds', 'neither a package, a release nor a record', row)]
        case 'no-list':
          return [rejected('not-ocds', `expected a list of ${piece.field}`, row, piece.field)]
      }
    },
    flush: (): Reading[] => groups.flush().map(readingOf),
  }
}

/** Reads OCDS 1.0 and 1.1: packages, bare releases and records, lists, several documents in one file, one document a line. Never holds the file. */
export async function* readOcds(source: ReadSource): AsyncGenerator<Reading> {
  const opened = await openText(source)
  if (!opened.ok) return yield rejected(opened.code, opened.message)
  const pieces = createPieceReader()
  for await (const { text, isLine } of linesOfJson(opened.text)) {
  }
}
