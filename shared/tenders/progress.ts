import type { Notice, NoticeType } from '#shared/tenders/tender.ts'

/** How far a purchase has come, by its notices: still open, ended without a winner, tendered again after that, candidates named, or awarded. */
export type Progress = 'open' | 'terminated' | 'tendered-again' | 'candidates' | 'awarded'

const ends: Partial<Record<NoticeType, Progress>> = { termination: 'terminated', candidates: 'candidates', award: 'awarded' }

/** Notices oldest first. A tender notice after an end opens the purchase again. */
export function progressOf(notices: readonly Pick<Notice, 'type'>[]): Progress {
  let progress: Progress = 'open'
  for (const { type } of notices) {
    const end = ends[type]
    if (end !== undefined) progress = end
    else if (type === 'tender' && progress !== 'open') progress = 'tendered-again'
  }
  return progress
}

/** Whether a tender notice opens its purchase again: one before it ended without a winner. Notices oldest first. */
export function opensAgain(notices: readonly Pick<Notice, 'id' | 'type'>[], id: string): boolean {
  const at = notices.findIndex((notice) => notice.id === id)
  return notices[at]?.type === 'tender' && notices.slice(0, at).some(({ type }) => type === 'termination')
}
