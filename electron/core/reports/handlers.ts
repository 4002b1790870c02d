import { basename } from 'node:path'
import type { CoreContext } from '#core/context.ts'
import type { RenderedPdf } from '#core/documents/print-job.ts'
import { chosenPlace, orWriteFailed } from '#core/files/chosen-place.ts'
import { writeWhole } from '#core/files/whole-file.ts'
import { os } from '#core/os.ts'
import { reportDocument } from '#core/reports/report-document.ts'
import { mostRows, type Report } from '#shared/reports/report.ts'

export const reportsHandlers = {
  render: os.reports.render.handler(async ({ input, context, errors, signal }) => {
    const { bytes, pages, missingGlyphs } = await rendered(input.report, context, errors, signal)
    return { pdf: new Blob([bytes], { type: 'application/pdf' }), pages, missingGlyphs }
  }),

  save: os.reports.save.handler(async ({ input, context, errors, signal }) => {
    const path = chosenPlace(input.destination, context, errors)
    const { bytes, pages } = await rendered(input.report, context, errors, signal)
    await orWriteFailed(writeWhole(path, bytes), errors)
    return { fileName: basename(path), pages }
  }),
}

type Errors = { NOT_FOUND: () => Error; TOO_LONG: (options: { data: { rows: number; most: number } }) => Error }

async function rendered(report: Report, context: CoreContext, errors: Errors, signal?: AbortSignal): Promise<RenderedPdf> {
  const made = await reportDocument(report, context, signal)
  if (made.kind === 'not-found') throw errors.NOT_FOUND()
  if (made.kind === 'too-long') throw errors.TOO_LONG({ data: { rows: made.rows, most: mostRows } })
  return context.renderPdf({ document: made.document, now: context.now().toISOString() }, signal)
}
