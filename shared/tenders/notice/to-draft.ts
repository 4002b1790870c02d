import { normaliseInstant } from '#shared/calendar/beijing-time.ts'
import type { NoticeLot, NoticeReading } from '#shared/tenders/notice/notice-reading.ts'
import { isApprovalNumber } from '#shared/tenders/same-tender.ts'
import type { ListedDocument, TenderDraft } from '#shared/tenders/tender.ts'

export type NoticeSource = { text: string; name: string; url: string | null; documents?: readonly ListedDocument[] }

const compact = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')

/** The words at the end of a heading that only say which notice it is. No word is made of others: each text is read in one way, however long. */
const noticeWords = /(?:的)?(?:公开招标|邀请招标|竞争性磋商|竞争性谈判|框架协议|招标|询价|比选|询比(?:采购)?|竞价|谈判|候选人|中标[(（]成交[)）]|中标|成交|结果|更正|变更|终止|废标|流标|澄清|延期|单一来源)*(?:公告|公示)(?:[(（][^()（）]*[)）])?$/

/** A heading that names one lot of a project: "…（二标段：球墨铸铁管）". */
const lotInName = /[（(](?:第?[一二三四五六七八九十\d]{1,2}(?:标段|标包|包)|(?:标段|标包|包)[一二三四五六七八九十\d]{1,2})[^（）()]{0,40}[)）]/

/** A tender is named after its project, not after the notice it was read from. */
const tenderTitle = ({ projectName, title, projectNo }: NoticeReading, sourceName: string): string => {
  if (projectName !== null && (title === null || !lotInName.test(title) || lotInName.test(projectName))) return projectName.slice(0, 1000)
  const heading = (title ?? projectNo ?? sourceName).slice(0, 1000).trim()
  const name = heading.replace(noticeWords, '').trim()
  return name.length < 4 ? heading : name
}

/** A number this short ("2026-001") is given by many buyers. */
const shortNumber = 9

const keyOf = (reading: NoticeReading, title: string): string => {
  const number = isApprovalNumber(reading.projectNo) ? '' : compact(reading.projectNo ?? '').toUpperCase()
  const buyer = compact(reading.buyer ?? '')
  const identity = number === '' ? `${buyer}|${compact(title)}` : number.length < shortNumber && buyer !== '' ? `${buyer}|${number}` : number
  return `notice:${identity}`.slice(0, 600)
}

/** The reading names amounts with their unit, and the notice's heading beside the project's name, which is the tender's title. */
const tenderField: Record<string, string> = { budgetYuan: 'budget', ceilingYuan: 'ceiling', projectName: 'title' }
const byTenderField = <T>(byField: Record<string, T>): Record<string, T> => Object.fromEntries(Object.entries(byField).filter(([field]) => field !== 'title' || !('projectName' in byField)).map(([field, value]) => [tenderField[field] ?? field, value]))

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
  const title = tenderTitle(reading, source.name)
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
    documents: (source.documents ?? []).slice(0, 5000),
    amendments: [],
    description: null,
    url: source.url,
    text: source.text,
    evidence: byTenderField(reading.evidence),
    confidence: byTenderField(reading.confidence),
  }
}
