import { m } from '#renderer/paraglide/messages.js'
import { getLocale } from '#renderer/paraglide/runtime.js'
import type { PaperFrame } from '#shared/documents/internal-paper.ts'

/** What stands around a printed list or report, in the language of the window; core fills the places in braces. */
export const paperFrame = (): PaperFrame => ({
  language: getLocale(),
  mark: m.report_mark(),
  warning: m.report_warning(),
  printed: m.report_printed({ moment: '{moment}' }),
  pageNumber: m.report_page_number({ page: '{page}', pages: '{pages}' }),
})
