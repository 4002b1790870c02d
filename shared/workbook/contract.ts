import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Estimate } from '#shared/estimate/estimate.ts'

const Issue = z.object({ code: z.enum(['sheet-missing', 'value-invalid']), sheet: z.string(), row: z.int().nullable(), field: z.string().nullable(), value: z.string().nullable() })

export const workbookContract = {
  /** Writes the stored estimate as a workbook of live formulas to a place the person chose. Internal: it holds our cost. */
  save: oc
    .errors({ NOT_FOUND: {}, DESTINATION_UNKNOWN: {}, WRITE_FAILED: { data: z.object({ reason: z.string() }) } })
    .input(z.object({ bidId: z.string(), destination: z.string() }))
    .output(z.object({ fileName: z.string(), bytes: z.int() })),
  /** Reads such a workbook back; nothing is stored. `INVALID` names every cell that cannot be taken. */
  read: oc
    .errors({ FILE_UNKNOWN: {}, NOT_A_WORKBOOK: {}, INVALID: { data: z.object({ issues: z.array(Issue) }) } })
    .input(z.object({ file: z.string() }))
    .output(z.object({ estimate: Estimate })),
}
