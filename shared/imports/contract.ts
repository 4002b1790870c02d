import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { ImportIssue } from '#shared/imports/issue.ts'

export const ImportKind = z.enum(['ocds', 'eforms', 'notice', 'table'])
export type ImportKind = z.infer<typeof ImportKind>

const counts = { added: z.int(), updated: z.int(), unchanged: z.int(), rejected: z.int() }

export const ImportedFile = z.object({ path: z.string(), kind: ImportKind.nullable(), records: z.int(), ...counts })
export type ImportedFile = z.infer<typeof ImportedFile>

/** Every record read is in exactly one of the four counts; `issues` is capped, `rejected` is not. */
export const ImportReport = z.object({ ...counts, issues: z.array(ImportIssue), files: z.array(ImportedFile), tenderIds: z.array(z.string()) })
export type ImportReport = z.infer<typeof ImportReport>

export const ImportEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), file: z.string(), records: z.int(), files: z.int(), filesDone: z.int() }),
  z.object({ type: z.literal('done'), report: ImportReport }),
])
export type ImportEvent = z.infer<typeof ImportEvent>

export const importsContract = {
  /** `tokens` stand for files a person dropped or chose; paths never cross from the window. */
  files: oc.errors({ FILE_UNKNOWN: {} }).input(z.object({ tokens: z.array(z.string()).min(1).max(1000) })).output(eventIterator(ImportEvent)),
  text: oc.input(z.object({ text: z.string().min(1).max(2_000_000) })).output(ImportReport),
}
