import { oc } from '@orpc/contract'
import { z } from 'zod'
import type { BinaryFile } from '#shared/documents/contract.ts'
import { PrintableVolume } from '#shared/documents/volume.ts'
import { BidTemplate } from '#shared/templates/bid-template.ts'

const Pdf = z.custom<BinaryFile>((value) => typeof value === 'object' && value !== null && 'arrayBuffer' in value && 'size' in value)

export const TemplateProblem = z.object({
  code: z.enum(['unreadable', 'field-unknown', 'price-outside-price', 'row-field-misplaced', 'cells-uneven', 'names-bidder']),
  form: z.string().nullable(),
  block: z.int().nullable(),
  detail: z.string(),
})
export type TemplateProblem = z.infer<typeof TemplateProblem>

export const TemplateEntry = z.object({ id: z.string(), name: z.string(), isBuiltIn: z.boolean() })
export type TemplateEntry = z.infer<typeof TemplateEntry>

/** What a bid is printed by: a template, or a copy of it changed for this bid alone. */
export const TemplateOfBid = z.object({ templateId: z.string(), isChanged: z.boolean(), template: BidTemplate })
export type TemplateOfBid = z.infer<typeof TemplateOfBid>

const invalid = { data: z.object({ problems: z.array(TemplateProblem) }) }
const file = { FILE_UNKNOWN: {}, FILE_UNREADABLE: { data: z.object({ reason: z.string() }) } }
const id = z.object({ id: z.string() })
const bid = z.object({ bidId: z.string() })

export const templatesContract = {
  /** Those the program brings, then our own by name. */
  list: oc.output(z.array(TemplateEntry)),
  get: oc.errors({ NOT_FOUND: {} }).input(id).output(BidTemplate),
  /** Saves under an id of our own; null makes a new one. The program's own are never overwritten. */
  save: oc.errors({ BUILT_IN: {}, INVALID: invalid }).input(z.object({ id: z.string().nullable(), template: BidTemplate })).output(TemplateEntry),
  /** Bids printed by it go back to the standard; says the removed template, for undo. */
  remove: oc.errors({ NOT_FOUND: {}, BUILT_IN: {} }).input(id).output(BidTemplate),
  ofBid: oc.errors({ NOT_FOUND: {} }).input(bid).output(TemplateOfBid),
  /** Prints the bid by that template, without changes of its own. */
  choose: oc.errors({ NOT_FOUND: {} }).input(bid.extend({ templateId: z.string() })).output(TemplateOfBid),
  /** Prints the bid by this copy; null goes back to the template. */
  change: oc.errors({ NOT_FOUND: {}, INVALID: invalid }).input(bid.extend({ template: BidTemplate.nullable() })).output(TemplateOfBid),
  /** One volume of a template as it would print, filled for the bid or for an example. Never fails on what is wrong with the template: it is named. */
  preview: oc
    .errors({ NOT_FOUND: {} })
    .input(z.object({ template: BidTemplate, volume: PrintableVolume, bidId: z.string().nullable() }))
    .output(z.object({ pdf: Pdf.nullable(), pages: z.int(), outline: z.array(z.object({ title: z.string(), page: z.int(), level: z.int() })), problems: z.array(TemplateProblem) })),
  /** Reads a template file; stores nothing. */
  readFile: oc.errors({ ...file, INVALID: invalid }).input(z.object({ token: z.string() })).output(BidTemplate),
  writeFile: oc.errors({ DESTINATION_UNKNOWN: {}, WRITE_FAILED: { data: z.object({ reason: z.string() }) } }).input(z.object({ destination: z.string(), template: BidTemplate })).output(z.object({ fileName: z.string() })),
}
