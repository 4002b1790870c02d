import { describe, expect, test } from 'vitest'
import { chineseWorkingDays as calendar } from '#shared/calendar/chinese-working-days.ts'
import { agendaOf, type AgendaTender } from '#shared/schedule/agenda.ts'
import { nothingKnown, type KnownDates } from '#shared/schedule/known-dates.ts'

const tender = (change: Partial<AgendaTender>, known: Partial<KnownDates> = {}): AgendaTender => ({
  track: 'tender_law_soe', method: '公开招标', publishedAt: '2026-11-02', bidDeadline: '2026-12-03T01:30:00.000Z', openingTime: '2026-12-03T01:30:00.000Z', bidValidityDays: null, notices: [], ...change, known: { ...nothingKnown, ...known },
})
const lines = (given: AgendaTender, today = '2026-11-22') => agendaOf(calendar, given, today).map(({ at, code }) => `${at} ${code}`)
const find = (given: AgendaTender, code: string, today = '2026-11-22') => agendaOf(calendar, given, today).find((date) => date.code === code)

describe('the agenda of a tender', () => {
  test('facts and derived dates stand in order of time, a whole day after its moments', () => {
    expect(lines(tender({}, { docSaleFrom: '2026-11-03', docSaleTo: '2026-11-10T09:00:00.000Z', bondArrivesBy: '2026-12-02T08:00:00.000Z' }))).toEqual([
      '2026-11-03 doc-sale-from',
      '2026-11-08 earliest-doc-sale-end',
      '2026-11-10T09:00:00.000Z doc-sale-to',
      '2026-11-18 latest-clarification',
      '2026-11-22 earliest-bid-deadline',
      '2026-11-23 latest-document-objection',
      '2026-12-02T08:00:00.000Z bond-arrives-by',
      '2026-12-03T01:30:00.000Z bid-deadline',
      '2026-12-03T01:30:00.000Z opening',
    ])
  })

  test('the early hours of a day stand before its later ones, though it is the evening before in London', () => {
    expect(lines(tender({ openingTime: '2026-12-02T23:30:00.000Z' }, { bondArrivesBy: '2026-12-03T01:00:00.000Z' })).slice(-3)).toEqual(['2026-12-02T23:30:00.000Z opening', '2026-12-03T01:00:00.000Z bond-arrives-by', '2026-12-03T01:30:00.000Z bid-deadline'])
  })

  test.each([
    ['challenge of the result', { track: 'government_procurement' as const }, { resultPublished: '2026-09-14' }, 'latest-result-challenge', '2026-09-23'],
    ['contract day 30, over the Spring Festival', {}, { awardNotice: '2026-01-17' }, 'latest-contract', '2026-02-24'],
    ['bond back with interest', {}, { contractSigned: '2026-06-01' }, 'latest-bond-refund', '2026-06-06'],
    ['bond back to a loser, working days', { track: 'government_procurement' as const }, { awardNotice: '2026-06-17' }, 'latest-bond-refund-loser', '2026-06-25'],
    ['validity from our bid', { bidValidityDays: 120 }, { validityDays: 90 }, 'bid-valid-until', '2027-04-02'],
    ['payment by an enterprise, 60 days', {}, { delivered: '2026-03-10' }, 'payment-due', '2026-05-09'],
    ['payment by a public buyer, 30 days', { track: 'government_procurement' as const }, { delivered: '2026-03-10' }, 'payment-due', '2026-04-09'],
  ])('%s', (_what, change, known, code, day) => {
    const date = find(tender(change, known), code)
    expect([date?.at, typeof date?.article, date?.confidence]).toEqual([day, 'string', 'law'])
  })

  test('the award notice we read counts where nobody wrote the day down', () => {
    const notices = [{ type: 'award' as const, publishedAt: '2026-09-13T16:30:00.000Z' }]
    expect(find(tender({ track: 'government_procurement', notices }), 'latest-result-challenge')?.at).toBe('2026-09-23')
    expect(find(tender({ track: 'government_procurement', notices }, { resultPublished: '2026-09-15' }), 'latest-result-challenge')?.at).toBe('2026-09-24')
  })

  test('late payment: interest from the day after, 0.05 % a day where nothing is agreed, until today or the day of payment', () => {
    const late = { delivered: '2026-03-10', contractAmount: '1000000' }
    expect(find(tender({}, late), 'interest-from', '2026-07-08')).toMatchObject({ at: '2026-05-10', amount: '30000.00' })
    expect(find(tender({}, { ...late, paid: '2026-05-11' }), 'interest-from', '2026-07-08')?.amount).toBe('1000.00')
    expect(find(tender({}, { ...late, contractAmount: null }), 'interest-from', '2026-07-08')?.amount).toBeNull()
    expect(find(tender({}, late), 'interest-from', '2026-05-09')).toBeUndefined()
  })

  test('a span that reaches a year not announced says so', () => {
    expect(find(tender({ track: 'government_procurement' }, { awardNotice: '2026-12-29' }), 'latest-bond-refund-loser')?.unannouncedYears).toEqual([2027])
  })

  test('a free purchase derives no limits of procurement law, but what its document says stands', () => {
    expect(lines(tender({ track: 'soe_non_mandatory', method: '比选', openingTime: null }, { questionsUntil: '2026-11-24T09:00:00.000Z' }))).toEqual(['2026-11-24T09:00:00.000Z questions-until', '2026-12-03T01:30:00.000Z bid-deadline'])
  })
})
