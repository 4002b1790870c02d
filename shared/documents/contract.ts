import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { Check } from '#shared/documents/check.ts'
import { Printout } from '#shared/documents/printable.ts'
import { PrintProgress } from '#shared/documents/print-progress.ts'
import { PrintableVolume } from '#shared/documents/volume.ts'

/** The part of Blob that both sides need; `shared` knows neither the DOM nor Node. */
export type BinaryFile = { readonly size: number; readonly type: string; arrayBuffer(): Promise<ArrayBuffer> }
export const Pdf = z.custom<BinaryFile>((value) => typeof value === 'object' && value !== null && 'arrayBuffer' in value && 'size' in value)

/** A Word file has the same content; the pages of PDF files attached are pictures in it. */
export const FileFormat = z.enum(['pdf', 'word'])
export type FileFormat = z.infer<typeof FileFormat>

const target = z.object({ bidId: z.string(), volume: Printout })

export const documentsContract = {
  check: oc.errors({ NOT_FOUND: {} }).input(z.object({ bidId: z.string() })).output(z.array(Check)),
  /** Every place of the bid's volumes that an answer can cite as its proof. */
  places: oc.errors({ NOT_FOUND: {} }).input(z.object({ bidId: z.string() })).output(z.array(z.object({ anchor: z.string(), volume: PrintableVolume, title: z.string() }))),
  /** A draft: open placeholders are printed as such, missing characters are named in the checks. Rendered off core's thread. */
  render: oc
    .errors({ NOT_FOUND: {} })
    .input(target)
    .output(z.object({ pdf: Pdf, pages: z.int(), outline: z.array(z.object({ title: z.string(), page: z.int(), level: z.int() })), checks: z.array(Check) })),
  /** What the printing thread is at, from now until the caller stops listening. */
  progress: oc.input(z.object({})).output(eventIterator(PrintProgress)),
  /** Writes the final file to the place the person chose; refused while a check says stop. */
  save: oc
    .errors({ NOT_FOUND: {}, BLOCKED: { data: z.object({ checks: z.array(Check) }) }, DESTINATION_UNKNOWN: {}, WRITE_FAILED: { data: z.object({ reason: z.string() }) } })
    .input(target.extend({ destination: z.string(), format: FileFormat.default('pdf') }))
    .output(z.object({ fileName: z.string(), pages: z.int(), bytes: z.int() })),
  /** Writes the PDF where the shell takes it to the printer; a draft bears 草稿 on every page, so it need not be refused. */
  print: oc
    .errors({ NOT_FOUND: {}, DESTINATION_UNKNOWN: {}, WRITE_FAILED: { data: z.object({ reason: z.string() }) } })
    .input(target.extend({ destination: z.string() }))
    .output(z.object({ pages: z.int() })),
}
