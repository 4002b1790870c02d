import { z } from 'zod'
import type { Notice, NoticeType } from '#shared/tenders/tender.ts'

/** How far a purchase has come, by its notices: still open, ended without a winner, tendered again after that, candidates named, or awarded. */
export const Progress = z.enum(['open', 'terminated', 'tendered-again', 'candidates', 'awarded'])
export type Progress = z.infer<typeof Progress>

/** The notices that say how far a purchase has come. */
export const telling = ['tender', 'termination', 'candidates', 'award'] as const satisfies NoticeType[]

const ends: Partial<Record<NoticeType, Progress>> = { termination: 'terminated', candidates: 'candidates', award: 'awarded' }

/** Whether nobody can bid any more, whatever the closing time says. */
export const hasEnded = (progress: Progress): boolean => progress === 'terminated' || progress === 'candidates' || progress === 'awarded'

type Dated = Pick<Notice, 'type' | 'publishedAt'>

/** Whether the order of two notices is known: both say when they were published, or neither does and they came in this order. */
const isKnownOrder = (a: Dated, b: Dated): boolean => (a.publishedAt === null) === (b.publishedAt === null)

/** Notices oldest first. A tender notice known to follow an end opens the purchase again; where one of the two has no date, the end stands. */
export function progressOf(notices: readonly Dated[]): Progress {
  let progress: Progress = 'open'
  let end: Dated | null = null
  for (const notice of notices) {
    const next = ends[notice.type]
    if (next !== undefined) {
      progress = next
      end = notice
    } else if (notice.type === 'tender' && end !== null && isKnownOrder(end, notice)) progress = 'tendered-again'
  }
  return progress
}

/** Whether a tender notice opens its purchase again: one before it ended without a winner. Notices oldest first. */
export function opensAgain(notices: readonly (Dated & Pick<Notice, 'id'>)[], id: string): boolean {
  const at = notices.findIndex((notice) => notice.id === id)
  const notice = notices[at]
  return notice?.type === 'tender' && notices.slice(0, at).some((earlier) => earlier.type === 'termination' && isKnownOrder(earlier, notice))
}
