import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Pdf } from '#shared/documents/contract.ts'
import { Report } from '#shared/reports/report.ts'

export const TooLong = z.object({ rows: z.int(), most: z.int() })
const errors = { NOT_FOUND: {}, TOO_LONG: { data: TooLong } }

export const reportsContract = {
  /** `missingGlyphs`: characters no font has; they are left out of the page. */
  render: oc
    .errors(errors)
    .input(z.object({ report: Report }))
    .output(z.object({ pdf: Pdf, pages: z.int(), missingGlyphs: z.array(z.string()) })),
  /** Writes the PDF to the place the person chose, or where the shell takes it to the printer. */
  save: oc
    .errors({ ...errors, DESTINATION_UNKNOWN: {}, WRITE_FAILED: { data: z.object({ reason: z.string() }) } })
    .input(z.object({ report: Report, destination: z.string() }))
    .output(z.object({ fileName: z.string(), pages: z.int() })),
}
