import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Check } from '#shared/documents/gate.ts'
import { Volume } from '#shared/documents/volume.ts'

/** The part of Blob that both sides need; `shared` knows neither the DOM nor Node. */
export type BinaryFile = { readonly size: number; readonly type: string; arrayBuffer(): Promise<ArrayBuffer> }
const Pdf = z.custom<BinaryFile>((v) => typeof v === 'object' && v !== null && 'arrayBuffer' in v && 'size' in v)

const target = z.object({ bidId: z.string(), volume: Volume })

export const documentsContract = {
  check: oc.errors({ NOT_FOUND: {} }).input(z.object({ bidId: z.string() })).output(z.array(Check)),
  /** A draft: open placeholders are printed as such. Rendered off core's thread. */
  render: oc
    .errors({ NOT_FOUND: {}, GLYPH_MISSING: { data: z.object({ characters: z.array(z.string()) }) } })
    .input(target)
    .output(z.object({ pdf: Pdf, pages: z.int(), outline: z.array(z.object({ title: z.string(), page: z.int() })) })),
  /** Writes the final file to the place the person chose; refused while a check says stop. */
  save: oc
    .errors({ NOT_FOUND: {}, BLOCKED: { data: z.object({ checks: z.array(Check) }) }, DESTINATION_UNKNOWN: {}, WRITE_FAILED: { data: z.object({ reason: z.string() }) } })
    .input(target.extend({ destination: z.string() }))
    .output(z.object({ fileName: z.string(), pages: z.int(), bytes: z.int() })),
}
