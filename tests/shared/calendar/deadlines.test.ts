import { describe, expect, test } from 'vitest'
import { chineseWorkingDays as calendar } from '#shared/calendar/chinese-working-days.ts'
import { deadlineRules } from '#shared/calendar/deadline-rules.ts'
import { bidPeriod, bidValidUntil, deriveDates } from '#shared/calendar/deadlines.ts'
import { lateInterest, smePayment } from '#shared/calendar/payment-terms.ts'
import { Decimal } from '#shared/decimal.ts'

const brief = (dates: ReturnType<typeof deriveDates>) => dates.map(({ code, day }) => `${day} ${code}`)

describe('deadlines of a tender', () => {
  test('a government tender derives its dates from notice and deadline, in order of time', () => {
    const dates = deriveDates(calendar, 'government_procurement', 'tender', { documentIssued: '2026-09-09', docSaleStart: '2026-09-09', noticePublished: '2026-09-08', bidDeadline: '2026-09-30', docReceived: null })
    expect(brief(dates)).toEqual(['2026-09-15 notice-period-end', '2026-09-15 latest-clarification', '2026-09-16 earliest-doc-sale-end', '2026-09-29 earliest-bid-deadline'])
  })

  test('a tender-law tender has an objection day ten days before the deadline', () => {
    expect(brief(deriveDates(calendar, 'tender_law_soe', 'tender', { bidDeadline: '2026-09-28' }))).toEqual(['2026-09-13 latest-clarification', '2026-09-18 latest-document-objection'])
  })

  test('a working-day limit that reaches 2027 warns that its holidays are not announced', () => {
    const [challenge] = deriveDates(calendar, 'government_procurement', 'tender', { docReceived: '2026-12-29' })
    expect(challenge).toEqual({ code: 'latest-document-challenge', day: '2027-01-07', rawDay: '2027-01-07', from: 'docReceived', meaning: 'latest', article: '政府采购法52条', confidence: 'law', unannouncedYears: [2027] })
  })

  test('a period too short for the law is found', () => {
    expect(bidPeriod(calendar, 'tender_law_soe', 'tender', '2026-03-02', '2026-03-21')).toMatchObject({ days: 19, isLongEnough: false })
    expect(bidPeriod(calendar, 'government_procurement', 'inquiry', '2026-09-30', '2026-10-10')).toMatchObject({ isLongEnough: true, earliest: { day: '2026-10-10' } })
  })

  test('validity counts from the bid deadline', () => {
    expect(bidValidUntil('2026-06-30', 90)).toBe('2026-09-28')
  })

  test('every rule says its article, and no code is ambiguous for a track and method', () => {
    const keys = deadlineRules.flatMap(({ code, tracks, methods }) => tracks.flatMap((track) => (methods ?? ['tender', 'consultation', 'negotiation', 'inquiry']).map((method) => `${code} ${track} ${method}`)))
    expect(new Set(keys).size).toBe(keys.length)
    expect(deadlineRules.filter(({ article }) => article === '')).toEqual([])
  })
})

describe('being paid', () => {
  const nothing = { delivered: null, accepted: null, acceptanceAgreedBy: null, contractDays: null, isPayWhenPaid: false }

  test('an early acceptance starts the term, a late one does not delay it', () => {
    const due = (accepted: string) => smePayment({ ...nothing, buyer: 'large_enterprise', delivered: '2026-03-10', accepted, acceptanceAgreedBy: '2026-04-10' }).due
    expect([due('2026-03-20'), due('2026-05-30')]).toEqual(['2026-05-19', '2026-06-09'])
  })

  test('without a day to count from nothing is due, but a void clause is still void', () => {
    expect(smePayment({ ...nothing, buyer: 'large_enterprise', isPayWhenPaid: true })).toEqual({ due: null, days: 60, isClauseIllegal: true, maxDays: null })
  })

  test('no agreed rate costs half a per mille a day; an agreed one without the LPR is unknown', () => {
    const amount = new Decimal(1_000_000)
    expect(String(lateInterest(amount, '2026-05-09', '2026-07-08', null, null).interest)).toBe('30000')
    expect(lateInterest(amount, '2026-05-09', '2026-07-08', new Decimal('0.02'), null).interest).toBeNull()
    expect(lateInterest(amount, '2026-05-09', '2026-05-01', null, null)).toMatchObject({ days: 0 })
  })
})
