import type { NoticeText, Span } from '#shared/tenders/notice/notice-text.ts'

/** One value a notice seems to state: higher rank wins, then the earlier place. Confidence is 0…1. */
export type Finding<T> = { value: T; span: Span; rank: number; confidence: number }

/** The finding to believe: the highest rank, the first of them in the text. Others of the same rank that disagree cost confidence. */
export const best = <T>(findings: readonly Finding<T>[]): Finding<T> | null => {
  let winner: Finding<T> | null = null
  for (const finding of findings) {
    if (!winner || finding.rank > winner.rank || (finding.rank === winner.rank && finding.span.start < winner.span.start)) winner = finding
  }
  if (!winner) return null
  const chosen = winner
  const isDisputed = findings.some((other) => other.rank === chosen.rank && other.value !== chosen.value)
  return isDisputed ? { ...chosen, confidence: Math.min(chosen.confidence, 0.6) } : chosen
}

/** The text just before a place, on the same line. */
export const before = (text: NoticeText, at: number, length: number): string => {
  const slice = text.plain.slice(Math.max(0, at - length), at)
  return slice.slice(Math.max(slice.lastIndexOf('\n'), slice.lastIndexOf('\t')) + 1)
}
