import type { Refusal } from '#shared/imports/issue.ts'
import type { RememberedMappings } from '#shared/tenders/table/table-preview.ts'
import type { TenderDraft } from '#shared/tenders/tender.ts'

/** What every reader yields, one per record: a draft, or the reason there is none. Nothing is dropped in silence. */
export type Reading = { ok: true; row: number | null; draft: TenderDraft } | { ok: false; issue: Refusal }

export type ReadSource = {
  /** File name as shown to people (no folder). */
  name: string
  /** Absolute path of the file; readers stream from it. */
  path: string
  signal?: AbortSignal
  /** How a person said that tables with these headings are to be read. */
  mappings?: RememberedMappings
  /** Hears how many bytes were read for good, piece by piece. */
  onBytes?: (bytes: number) => void
}

export type Reader = (source: ReadSource) => AsyncIterable<Reading>
