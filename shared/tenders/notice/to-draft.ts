import { normaliseInstant } from '#shared/calendar/beijing-time.ts'
import type { NoticeLot, NoticeReading } from '#shared/tenders/notice/notice-reading.ts'
import type { TenderDraft } from '#shared/tenders/tender.ts'

export type NoticeSource = { text: string; name: string; url: string | null }

const compact = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')

/** A heading without the words that only say which notice it is, so that a tender and its award share a key. */
const projectName = (title: string): string =>
  compact(title).replace(/(?:的)?(?:公开招标|竞争性磋商|竞争性谈判|招标|采购|询价|比选|询比|中标候选人|候选人|中标\(成交\)结果|中标结果|成交结果|中标|成交|结果|更正|变更|终止|废标|流标|澄清|延期|单一来源)*(?:公告|公示)(?:\([^()]*\))?$/, '')

const keyOf = (reading: NoticeReading, title: string): string => {
  const identity = reading.projectNo === null ? `${compact(reading.buyer ?? '')}|${projectName(title)}` : compact(reading.projectNo).toUpperCase()
  return `notice:${identity}`.slice(0, 600)
}

const clip = (text: string | null, length: number): string | null => (text === null ? null : text.slice(0, length))

/** Lots of different groups may bear the same number; the name tells them apart. */
const distinct = (lots: readonly NoticeLot[]): { no: string; lot: NoticeLot }[] => {
  const seen = new Set<string>()
  return lots.map((lot, i) => {
    const isTaken = lots.some((other, j) => j !== i && other.no === lot.no)
    let no = isTaken && lot.name ? `${lot.no} ${lot.name}` : lot.no
    if (seen.has(no)) no = `${no} (${i + 1})`
    seen.add(no)
    return { no: no.slice(0, 100), lot }
  })
}

/** The reading of a notice as a tender to import: instants in UTC, amounts in CNY. A day without an hour is no instant and stays in the evidence. */
export const toDraft = (reading: NoticeReading, source: NoticeSource): TenderDraft => {
  const title = (reading.title ?? reading.projectNo ?? source.name).slice(0, 1000)
  const published = reading.publishedAt
  return {
    key: keyOf(reading, title),
    kind: 'notice',
    noticeType: reading.noticeType,
    projectNo: clip(reading.projectNo, 300),
    title,
    buyer: clip(reading.buyer, 500),
    agency: clip(reading.agency, 500),
    method: clip(reading.method, 200),
    budget: reading.budgetYuan,
    ceiling: reading.ceilingYuan,
    currency: 'CNY',
    publishedAt: published === null || published.length === 10 ? published : normaliseInstant(published),
    bidDeadline: reading.bidDeadline === null ? null : normaliseInstant(reading.bidDeadline),
    openingTime: reading.openingTime === null ? null : normaliseInstant(reading.openingTime),
    lots: distinct(reading.lots.slice(0, 2000)).map(({ no, lot }) => ({ no, name: clip(lot.name, 500), budget: lot.budgetYuan, ceiling: lot.ceilingYuan })),
    awards: reading.awards.slice(0, 5000).map(({ supplier, amountYuan }) => ({ supplier: supplier.slice(0, 500), amount: amountYuan, lotNo: null })),
    description: null,
    url: source.url,
    text: source.text,
    evidence: reading.evidence,
    confidence: reading.confidence,
  }
}
