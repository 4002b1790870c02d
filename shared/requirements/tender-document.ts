import { z } from 'zod'
import { Instant } from '#shared/time.ts'

/** The text of a tender document (招标文件) a person pasted or attached. */
export const TenderDocument = z.object({
  id: z.string(),
  tenderId: z.string(),
  name: z.string(),
  readAt: Instant,
  text: z.string(),
  /** Where each page starts in `text`; empty when the document has no pages. */
  pages: z.array(z.int().min(0)),
})
export type TenderDocument = z.infer<typeof TenderDocument>

export const DocumentSummary = TenderDocument.pick({ id: true, name: true, readAt: true }).extend({ pageCount: z.int() })
export type DocumentSummary = z.infer<typeof DocumentSummary>

/** The page a place lies on, from 1; null without pages. */
export function pageAt(pages: readonly number[], place: number): number | null {
  const after = pages.findIndex((start) => start > place)
  const page = after < 0 ? pages.length : after
  return page === 0 ? null : page
}
