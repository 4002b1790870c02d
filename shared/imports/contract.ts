import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { ColumnMapping } from '#shared/tenders/table/column-mapping.ts'
import { RememberedMapping, TablePreview } from '#shared/tenders/table/table-preview.ts'
import { NoticeType } from '#shared/tenders/tender.ts'
import { Instant } from '#shared/time.ts'
import { ImportIssue, ImportIssueCode } from '#shared/imports/issue.ts'

export const ImportKind = z.enum(['ocds', 'eforms', 'notice', 'table', 'prices'])
export type ImportKind = z.infer<typeof ImportKind>

const counts = { added: z.int(), updated: z.int(), unchanged: z.int(), rejected: z.int() }

export const ImportedFile = z.object({ path: z.string(), kind: ImportKind.nullable(), records: z.int(), ...counts })
export type ImportedFile = z.infer<typeof ImportedFile>

export type ImportCounts = { added: number; updated: number; unchanged: number; rejected: number }

/** Every record read is in exactly one of the four counts; `causes` counts the rejected by what is wrong, `issues` holds the first of each file and cause; the call `issues` has them all. */
export const ImportReport = z.object({ runId: z.string(), ...counts, causes: z.partialRecord(ImportIssueCode, z.int()), issues: z.array(ImportIssue), files: z.array(ImportedFile), tenderIds: z.array(z.string()) })
export type ImportReport = z.infer<typeof ImportReport>

export const ImportEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), file: z.string(), records: z.int(), files: z.int(), filesDone: z.int(), /** Of this file, 0 to 1; null where it can't be told. */ share: z.number().min(0).max(1).nullable() }),
  z.object({ type: z.literal('done'), report: ImportReport }),
])
export type ImportEvent = z.infer<typeof ImportEvent>

/** The headings of the eight columns and the words for each code, in the language of the person who exports. */
export const IssueExport = z.object({
  destination: z.string(),
  runId: z.string(),
  format: z.enum(['csv', 'xlsx']),
  sheetName: z.string().min(1).max(31),
  headings: z.array(z.string().max(100)).length(8),
  words: z.partialRecord(ImportIssueCode, z.object({ problem: z.string().max(500), remedy: z.string().max(500) })),
})
export type IssueExport = z.infer<typeof IssueExport>

export const importsContract = {
  /** `tokens` stand for files a person dropped or chose; paths never cross from the window. */
  files: oc.errors({ FILE_UNKNOWN: {} }).input(z.object({ tokens: z.array(z.string()).min(1).max(1000) })).output(eventIterator(ImportEvent)),
  /** The tables among these files that a person has to look at before they are read: their columns are not told apart with certainty. */
  tables: oc
    .errors({ FILE_UNKNOWN: {} })
    .input(z.object({ tokens: z.array(z.string()).min(1).max(1000) }))
    .output(z.array(z.object({ token: z.string(), name: z.string(), preview: TablePreview }))),
  /** Keeps how tables with these headings are read from now on. */
  rememberMapping: oc.input(z.object({ headings: z.array(z.string()).max(500), mapping: ColumnMapping })).output(z.object({ isKept: z.boolean() })),
  mappings: oc.output(z.array(z.object({ key: z.string(), headings: z.array(z.string()), mapping: RememberedMapping }))),
  forgetMapping: oc.input(z.object({ key: z.string() })).output(z.void()),
  /** The rejected records of a run, in the order they were met. */
  issues: oc.input(z.object({ runId: z.string(), offset: z.int().min(0), limit: z.int().min(1).max(5000) })).output(z.array(ImportIssue)),
  /** All rejected records of a run as a table. */
  exportIssues: oc.errors({ DESTINATION_UNKNOWN: {}, WRITE_FAILED: { data: z.object({ reason: z.string() }) } }).input(IssueExport).output(z.object({ fileName: z.string(), rows: z.int() })),
  /** How many tenders the text index has yet to take in; they are found all the same. */
  indexing: oc.output(z.object({ waiting: z.int() })),
  /** New and changed notices since an instant, newest first: one row a tender. */
  arrivals: oc
    .input(z.object({ since: Instant, limit: z.int().min(1).max(500).default(100) }))
    .output(z.array(z.object({ tenderId: z.string(), title: z.string(), buyer: z.string().nullable(), noticeType: NoticeType, readAt: Instant, /** Nobody knew the tender before. */ isNew: z.boolean(), changedFields: z.array(z.string()) }))),
  text: oc.input(z.object({ text: z.string().min(1).max(2_000_000) })).output(ImportReport),
}
