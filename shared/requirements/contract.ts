import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Requirement, RequirementFields } from '#shared/requirements/requirement.ts'
import { DocumentSummary, TenderDocument } from '#shared/requirements/tender-document.ts'

export const Extraction = z.object({
  /** The document read, when there was one. */
  documentId: z.string().nullable(),
  added: z.int(),
  /** Read before, or written or removed by a person: left as they are. */
  known: z.int(),
})
export type Extraction = z.infer<typeof Extraction>

export const ExtractFrom = z.discriminatedUnion('type', [
  z.object({ type: z.literal('notices') }),
  z.object({ type: z.literal('text'), name: z.string().max(300), text: z.string().min(1).max(4_000_000) }),
  /** `token` stands for a file a person dropped or chose. */
  z.object({ type: z.literal('file'), token: z.string() }),
])

export const UnreadableReason = z.enum(['file-unreadable', 'file-empty', 'file-too-large', 'encoding-unknown'])
export type UnreadableReason = z.infer<typeof UnreadableReason>

const NOT_FOUND = {}
const STALE = { data: z.object({ version: z.int() }) }
const one = z.object({ id: z.string() })

export const requirementsContract = {
  /** ★ first. */
  list: oc.input(z.object({ tenderId: z.string() })).output(z.object({ requirements: z.array(Requirement), documents: z.array(DocumentSummary) })),
  add: oc.errors({ NOT_FOUND }).input(z.object({ tenderId: z.string(), requirement: RequirementFields })).output(Requirement),
  save: oc.errors({ NOT_FOUND, STALE }).input(one.extend({ version: z.int(), requirement: RequirementFields })).output(Requirement),
  /** Kept aside, so that `restore` brings it back and reading again does not. */
  remove: oc.errors({ NOT_FOUND }).input(one).output(one),
  restore: oc.errors({ NOT_FOUND }).input(one).output(Requirement),
  /** Puts the named requirements of a tender in this order; the others keep their place behind them. */
  reorder: oc.input(z.object({ tenderId: z.string(), ids: z.array(z.string()).min(1).max(5000) })).output(z.object({ tenderId: z.string() })),
  extract: oc
    .errors({ NOT_FOUND, FILE_UNKNOWN: {}, UNREADABLE: { data: z.object({ reason: UnreadableReason }) } })
    .input(z.object({ tenderId: z.string(), from: ExtractFrom }))
    .output(Extraction),
  document: oc.errors({ NOT_FOUND }).input(one).output(TenderDocument),
}
