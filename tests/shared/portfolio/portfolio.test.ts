import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { costDeviation, Outcome } from '#shared/outcomes/outcome.ts'
import { type MarketAward, marketOf } from '#shared/portfolio/market.ts'
import { bidRate, buyerGroupOf, lossMakingWins, lossSum, median, parityBand, parityByMonth, pipelineByMonth, type PortfolioBid, winRate, winRatesBy } from '#shared/portfolio/portfolio.ts'

const bid = (id: string, change: Partial<PortfolioBid> = {}): PortfolioBid => ({
  id, title: id, projectNo: null, buyer: '远川', region: null, useCase: 'knowledge-assistant', stage: 'draft', verdict: 'healthy', offerTotal: '100.00', profit: '10.00', parity: 0.7, bidDeadline: '2026-12-03T01:30:00.000Z', month: '2026-12', decidedOn: null, story: null, ...change,
})
const many = (count: number, change: Partial<PortfolioBid>) => Array.from({ length: count }, (_, index) => bid(`${change.stage ?? ''}${index}`, change))

test('a buyer’s group is what its name says: up to 集团, else the company a branch is of', () => {
  expect(['远川能源集团有限公司', '国网江苏省电力有限公司南京供电分公司', '北岭市数据局', '中江水务有限公司', '', null].map(buyerGroupOf)).toEqual(['远川能源集团', '国网江苏省电力有限公司', '北岭市数据局', '中江水务有限公司', null, null])
})

describe('rates', () => {
  test('under ten decided bids there is no rate, only the count', () => {
    const nine = [...many(4, { stage: 'won' }), ...many(5, { stage: 'lost' }), ...many(7, { stage: 'withdrawn' }), ...many(3, { stage: 'draft' })]
    expect(winRate('all', nine)).toMatchObject({ won: { count: 4 }, decided: { count: 9, amount: '900.00' }, byCount: null, byAmount: null })
    expect(winRate('all', [...nine, bid('x', { stage: 'lost', offerTotal: '600.00' })])).toMatchObject({ byCount: 0.4, byAmount: 400 / 1500 })
  })

  test('a draft whose deadline has not passed is not yet a bid we did not hand in', () => {
    const bids = [...many(6, { stage: 'submitted' }), ...many(2, { stage: 'won' }), ...many(2, { stage: 'withdrawn' }), bid('open'), bid('missed', { bidDeadline: '2026-11-01T00:00:00.000Z' })]
    expect(bidRate(bids, '2026-11-22T00:00:00.000Z')).toMatchObject({ handedIn: { count: 8 }, due: { count: 11 }, byCount: 8 / 11 })
  })

  test('every bid is in exactly one part, whatever the parts', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ stage: fc.constantFrom('won', 'lost', 'draft'), parity: fc.option(fc.double({ min: 0, max: 2, noNaN: true })) })), (drawn) => {
        const bids = drawn.map((change, index) => bid(String(index), change as Partial<PortfolioBid>))
        const decided = bids.filter(({ stage }) => stage !== 'draft').map(({ id }) => id)
        const parts = winRatesBy(bids, ({ parity }) => parityBand(parity)).flatMap((rate) => rate.decided.bidIds)
        expect(parts.toSorted()).toEqual(decided.toSorted())
      }),
    )
  })

  test('the edges of the parity bands belong to the upper band', () => {
    expect([null, 0.399999, 0.4, 0.6, 0.8, 0.999999, 1].map(parityBand)).toEqual(['unknown', 'under-40', '40-60', '60-80', '80-100', '80-100', 'over-100'])
  })
})

describe('the pipeline', () => {
  test('months stand in order with bids without a date last, and amounts are exact', () => {
    const months = pipelineByMonth([bid('a', { month: '2027-01', offerTotal: '0.10' }), bid('b', { month: null }), bid('c', { month: '2027-01', offerTotal: '0.20', stage: 'won' }), bid('d', { month: '2026-12' })])
    expect(months.map(({ month, total }) => [month, total.amount, total.bidIds])).toEqual([['2026-12', '100.00', ['d']], ['2027-01', '0.30', ['a', 'c']], ['', '100.00', ['b']]])
    expect(months[1]?.stages.won).toEqual({ key: 'won', count: 1, amount: '0.20', bidIds: ['c'] })
  })

  test('loss-making wins are won bids, an unknown loss first, then the deepest', () => {
    const wins = lossMakingWins([bid('a', { stage: 'won', verdict: 'below-full-cost', profit: '-5.00' }), bid('b', { stage: 'won', verdict: 'below-incremental', profit: '-50.00' }), bid('c', { stage: 'lost', verdict: 'below-full-cost', profit: '-9.00' }), bid('d', { stage: 'won', verdict: 'likely-loss', profit: null }), bid('e', { stage: 'won' })])
    expect(wins.map(({ id }) => id)).toEqual(['d', 'b', 'a'])
    expect(lossSum(wins)).toEqual({ amount: '-55.00', unknown: 1 })
    expect(lossSum(wins.slice(0, 1))).toEqual({ amount: null, unknown: 1 })
    expect(lossSum([])).toEqual({ amount: '0.00', unknown: 0 })
  })

  test('the middle parity of a month leaves unknown ones out', () => {
    expect(parityByMonth([bid('a', { parity: 0.5 }), bid('b', { parity: 0.9 }), bid('c', { parity: null }), bid('d', { month: '2026-11', parity: 0.4 })])).toEqual([{ month: '2026-11', median: 0.4, bidIds: ['d'] }, { month: '2026-12', median: 0.7, bidIds: ['a', 'b'] }])
    expect(median([])).toBeNull()
  })
})

describe('the market', () => {
  const award = (change: Partial<MarketAward>): MarketAward => ({ tenderId: 't', supplier: '甲', amount: '100', currency: 'CNY', useCase: 'data-analysis', ...change })

  test('counts awards of one currency, its median over known amounts only, and shares that add up', () => {
    const market = marketOf([award({}), award({ tenderId: 'u', amount: '300', supplier: '乙', useCase: null }), award({ tenderId: 'v', amount: null }), award({ tenderId: 'w', currency: 'PLN', amount: '9' }), award({ tenderId: 'x', currency: null, amount: '200' })], null)
    expect(market).toMatchObject({ currency: 'CNY', currencies: [{ currency: 'CNY', count: 4 }, { currency: 'PLN', count: 1 }], all: { count: 4, withAmount: 3, total: '600.00', median: '200.00', } })
    expect(market.all.tenderIds.toSorted()).toEqual(['t', 'u', 'v', 'x'])
    expect(market.byUseCase.map(({ useCase, share }) => [useCase, share])).toEqual([['data-analysis', 0.75], [null, 0.25]])
    expect(market.winners[0]).toMatchObject({ supplier: '甲', count: 3, total: '300.00' })
    expect(marketOf([], null)).toEqual({ currency: null, currencies: [], all: { count: 0, withAmount: 0, total: '0.00', median: null, tenderIds: [] }, byUseCase: [], winners: [] })
    expect(marketOf([award({ currency: 'PLN' }), award({})], 'PLN').all.count).toBe(1)
  })
})

test('the median of the market is the middle of the exact amounts, whatever order they came in', () => {
  fc.assert(
    fc.property(fc.array(fc.bigInt({ min: 0n, max: 10n ** 17n }), { minLength: 1, maxLength: 9 }).filter(({ length }) => length % 2 === 1), (fen) => {
      const amounts = fen.map((amount) => `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`)
      const middle = fen.toSorted((a, b) => (a < b ? -1 : Number(a > b)))[fen.length >> 1] ?? 0n
      const { all } = marketOf(amounts.map((amount, index) => ({ tenderId: String(index), supplier: '甲', amount, currency: 'CNY', useCase: null })), null)
      expect(all.median).toBe(`${middle / 100n}.${String(middle % 100n).padStart(2, '0')}`)
    }),
  )
})

describe('an outcome', () => {
  test('a lost bid needs a reason, a won one does not', () => {
    const won = { bidId: 'b', result: 'won', decidedOn: '2026-12-10', winner: null, contractAmount: '1.00', openedPrices: [], reasons: [], lesson: null, actualCost: null }
    expect(Outcome.safeParse(won).success).toBe(true)
    expect(Outcome.safeParse({ ...won, result: 'lost' }).success).toBe(false)
  })

  test('actual cost is compared exactly, and not with an unknown estimate', () => {
    const deviation = costDeviation('110.10', '100.00')
    expect([deviation?.difference.toFixed(2), deviation?.share?.toFixed(3)]).toEqual(['10.10', '0.101'])
    expect(costDeviation('110', null)).toBeNull()
    expect(costDeviation('5', '0')?.share).toBeNull()
  })
})
