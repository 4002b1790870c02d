import { z } from 'zod'

/** Why a record could not be stored: each is one remedy for the user. */
export const ImportIssueCode = z.enum([
  'file-unreadable',
  'file-empty',
  'file-too-large',
  'too-many-columns',
  'kind-unknown',
  'encoding-unknown',
  'syntax',
  'not-a-notice',
  'not-ocds',
  'field-missing',
  'field-invalid',
  'duplicate-in-file',
  'price-list',
  'price-missing',
  'price-implausible',
])
export type ImportIssueCode = z.infer<typeof ImportIssueCode>

/** One rejected record: names the file, the row (line, record or sheet row, from 1) and the field where known. */
export const ImportIssue = z.object({
  path: z.string(),
  /** The sheet of a workbook. */
  sheet: z.string().nullable(),
  row: z.int().nullable(),
  field: z.string().nullable(),
  /** What stands in the field, as in the file, its beginning where it is long. */
  found: z.string().nullable(),
  code: ImportIssueCode,
  /** For the log and the exported list, in plain English; the window words it from the code. */
  message: z.string(),
})
export type ImportIssue = z.infer<typeof ImportIssue>

/** Why a reader refused a record; the import knows the file. */
export type Refusal = Omit<ImportIssue, 'path' | 'sheet' | 'found'> & Partial<Pick<ImportIssue, 'sheet' | 'found'>>

/** Characters of what was found that are kept. */
export const longestFound = 80
