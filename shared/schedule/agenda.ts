import { beijingDay, toBeijingIso } from '#shared/calendar/beijing-time.ts'
import type { Confidence } from '#shared/calendar/deadline-rules.ts'
import { bidValidUntil, type TenderDays } from '#shared/calendar/deadlines.ts'
import { lateInterest, smePayment, type SmePayment } from '#shared/calendar/payment-terms.ts'
import { addDays } from '#shared/calendar/day.ts'
import { dayInBeijing, tenderSchedule } from '#shared/calendar/schedule.ts'
import type { WorkingCalendar } from '#shared/calendar/working-days.ts'
import { Decimal } from '#shared/decimal.ts'
import { moneyText } from '#shared/money.ts'
import type { Track } from '#shared/pricing/track.ts'
import type { KnownDates } from '#shared/schedule/known-dates.ts'
import type { Notice } from '#shared/tenders/tender.ts'

/** One date of a tender: said by a document (`article` null), or derived by a rule. */
export type AgendaDate = {
  code: string
  /** A Beijing day, or a moment where the document names the hour. */
  at: string
  meaning: 'earliest' | 'latest' | 'moment'
  article: string | null
  confidence: Confidence | null
  unannouncedYears: number[]
  /** CNY: interest run up so far, where the date is about it. */
  amount: string | null
}

export type AgendaTender = {
  track: Track | null
  method: string | null
  publishedAt: string | null
  bidDeadline: string | null
  openingTime: string | null
  known: KnownDates
  /** Days our bid holds, where the form of the bid says so. */
  bidValidityDays: number | null
  notices: readonly Pick<Notice, 'type' | 'publishedAt'>[]
}

const fact = (code: string, at: string | null, meaning: AgendaDate['meaning'] = 'moment'): AgendaDate[] => (at === null ? [] : [{ code, at, meaning, article: null, confidence: null, unannouncedYears: [], amount: null }])
const rule = (code: string, at: string, article: string, amount: string | null = null): AgendaDate => ({ code, at, meaning: 'latest', article, confidence: 'law', unannouncedYears: [], amount })

/** Everything with a date: what the documents say and what the law derives from it, in order of time. `today` is a Beijing day. */
export function agendaOf(calendar: WorkingCalendar, tender: AgendaTender, today: string): AgendaDate[] {
  const { known } = tender
  const dates = [
    ...fact('doc-sale-from', known.docSaleFrom),
    ...fact('doc-sale-to', known.docSaleTo, 'latest'),
    ...fact('questions-until', known.questionsUntil, 'latest'),
    ...fact('bond-arrives-by', known.bondArrivesBy, 'latest'),
    ...fact('bid-deadline', tender.bidDeadline, 'latest'),
    ...fact('opening', tender.openingTime),
    ...fact('bond-valid-until', known.bondValidUntil, 'latest'),
    ...fact('invoice-due', known.invoiceDue, 'latest'),
    ...derived(calendar, tender),
    ...validity(tender),
    ...payment(tender, today),
  ]
  return dates.sort((a, b) => sortKey(a.at).localeCompare(sortKey(b.at)))
}

/** The days rules count from: what a person wrote down, else when the notices appeared. */
export function daysKnown({ known, notices }: Pick<AgendaTender, 'known' | 'notices'>): TenderDays {
  const firstOf = (type: Notice['type']) => {
    const at = notices.find((notice) => notice.type === type && notice.publishedAt !== null)?.publishedAt ?? null
    return at === null ? null : dayInBeijing(at)
  }
  const days = {
    docSaleStart: known.docSaleFrom,
    docReceived: known.docReceived,
    reportReceived: known.reportReceived,
    candidatesPublished: known.candidatesPublished ?? firstOf('candidates'),
    candidatesPublicityEnd: known.candidatesPublicityEnd,
    resultPublished: known.resultPublished ?? firstOf('award'),
    awardNotice: known.awardNotice,
    contractSigned: known.contractSigned,
  }
  // A day nobody knows must not take the place of the one assumed.
  return Object.fromEntries(Object.entries(days).filter(([, day]) => day !== null))
}

function derived(calendar: WorkingCalendar, tender: AgendaTender): AgendaDate[] {
  return tenderSchedule(calendar, tender, daysKnown(tender)).map(({ code, day, meaning, article, confidence, unannouncedYears }) => ({ code, at: day, meaning, article, confidence, unannouncedYears, amount: null }))
}

/** Bid and bond hold equally long, counted from the closing day (招标投标法实施条例25、26条; 政府采购法实施条例33条). */
function validity({ bidDeadline, known, bidValidityDays }: AgendaTender): AgendaDate[] {
  const days = bidValidityDays ?? known.validityDays
  if (bidDeadline === null || days === null) return []
  return [rule('bid-valid-until', bidValidUntil(beijingDay(bidDeadline), days), '招标投标法实施条例25、26条')]
}

/** Who the buyer is under 保障中小企业款项支付条例: said, else public under government procurement, else an enterprise. */
export function paymentOf({ known, track }: Pick<AgendaTender, 'known' | 'track'>): SmePayment {
  const buyer = known.buyerKind ?? (track === 'government_procurement' ? 'government_or_institution' : 'large_enterprise')
  return smePayment({ buyer, delivered: known.delivered, accepted: known.accepted, acceptanceAgreedBy: known.acceptanceAgreedBy, contractDays: known.paymentDays, isPayWhenPaid: known.isPayWhenPaid })
}

function payment(tender: AgendaTender, today: string): AgendaDate[] {
  const { known } = tender
  const { due } = paymentOf(tender)
  if (due === null) return []
  const until = known.paid ?? today
  const late = until > due && known.contractAmount !== null ? lateInterest(new Decimal(known.contractAmount), due, until, asDecimal(known.lateRate), asDecimal(known.oneYearLpr)).interest : null
  const article = '保障中小企业款项支付条例'
  return [rule('payment-due', due, `${article}9、10条`), ...(until > due ? [rule('interest-from', addDays(due, 1), `${article}17条`, late === null ? null : moneyText(late))] : [])]
}

const asDecimal = (text: string | null) => (text === null ? null : new Decimal(text))

/** A day stands after the moments on it. */
const sortKey = (at: string) => (at.length === 10 ? `${at}T99` : toBeijingIso(at))

/** Dates on which we must act or look; the others bind the buyer, and are shown with the tender only. */
const oursToMind: ReadonlySet<string> = new Set([
  'doc-sale-from', 'doc-sale-to', 'questions-until', 'bond-arrives-by', 'opening', 'latest-document-objection', 'latest-document-challenge', 'latest-result-objection', 'latest-result-challenge',
  'latest-complaint', 'latest-contract', 'latest-bond-refund', 'latest-bond-refund-loser', 'latest-bond-refund-winner', 'bond-valid-until', 'bid-valid-until', 'invoice-due', 'payment-due', 'interest-from',
])

export function isOursToMind(code: string): boolean {
  return oursToMind.has(code)
}
