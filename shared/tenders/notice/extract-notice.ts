import { findAwards } from '#shared/tenders/notice/awards.ts'
import { changesIn } from '#shared/tenders/notice/corrections.ts'
import type { Finding } from '#shared/tenders/notice/finding.ts'
import { findProjectName, findProjectNo, findTitle } from '#shared/tenders/notice/identity.ts'
import { type NoticeScan, scanNotice } from '#shared/tenders/notice/label-scan.ts'
import { findLots } from '#shared/tenders/notice/lots.ts'
import { findMethod } from '#shared/tenders/notice/method.ts'
import { findBudget, findCeiling } from '#shared/tenders/notice/money-fields.ts'
import type { NoticeReading } from '#shared/tenders/notice/notice-reading.ts'
import { evidenceOf, normaliseNotice, type Span } from '#shared/tenders/notice/notice-text.ts'
import { findNoticeType, isFailedResult } from '#shared/tenders/notice/notice-type.ts'
import { findAgency, findBuyer } from '#shared/tenders/notice/parties.ts'
import { findPublished } from '#shared/tenders/notice/published.ts'
import { findDeadline, findOpening } from '#shared/tenders/notice/time-fields.ts'

/** Longer texts are tender documents or pages full of something else; reading stops here. */
export const LONGEST_NOTICE = 1_000_000

type Proof = Pick<NoticeReading, 'evidence' | 'confidence'>

const noting = (scan: NoticeScan, proof: Proof) => <T>(field: string, finding: Finding<T> | null): T | null => {
  if (!finding) return null
  if (finding.span.end > finding.span.start) proof.evidence[field] = evidenceOf(scan.text, finding.span)
  proof.confidence[field] = finding.confidence
  return finding.value
}

const placeOf = (scan: NoticeScan, proof: Proof, field: string, span: Span | undefined): void => {
  if (span && span.end > span.start) proof.evidence[field] = evidenceOf(scan.text, span)
}

/** Reads the fields of a Chinese procurement notice from its text. Never throws; what the text does not state is null. */
export const extractNotice = (source: string): NoticeReading => {
  const scan = scanNotice(normaliseNotice(source.slice(0, LONGEST_NOTICE)))
  const proof: Proof = { evidence: {}, confidence: {} }
  const note = noting(scan, proof)
  const title = findTitle(scan)
  const heading = findNoticeType(scan, title?.span ?? null)
  const awards = findAwards(scan, heading.value)
  const type = heading.value === 'award' && awards.length === 0 && isFailedResult(scan) ? { ...heading, value: 'termination' as const, confidence: 0.7 } : heading
  const changes = type.value === 'correction' ? changesIn(scan.text) : []
  const lots = findLots(scan, changes)
  const deadline = findDeadline(scan, changes)
  const lotSpans = lots.flatMap((lot) => lot.spans)
  for (const [i, lot] of lots.entries()) placeOf(scan, proof, `lots[${i}]`, lot.spans[0])
  for (const [i, award] of awards.entries()) placeOf(scan, proof, `awards[${i}]`, award.span)
  return {
    noticeType: note('noticeType', type) ?? 'other',
    projectNo: note('projectNo', findProjectNo(scan)),
    title: note('title', title),
    projectName: note('projectName', findProjectName(scan)),
    buyer: note('buyer', findBuyer(scan)),
    agency: note('agency', findAgency(scan)),
    method: note('method', findMethod(scan, title?.span ?? null)),
    budgetYuan: note('budgetYuan', findBudget(scan, changes, lotSpans, lots.length === 1)),
    ceilingYuan: note('ceilingYuan', findCeiling(scan, changes, lotSpans, lots.length === 1)),
    bidDeadline: note('bidDeadline', deadline),
    openingTime: note('openingTime', findOpening(scan, changes, deadline)),
    publishedAt: note('publishedAt', findPublished(scan, title?.span ?? null)),
    lots: lots.map(({ no, name, budgetYuan, ceilingYuan }) => ({ no, name, budgetYuan, ceilingYuan })),
    awards: awards.map(({ supplier, amountYuan }) => ({ supplier, amountYuan })),
    ...proof,
  }
}
