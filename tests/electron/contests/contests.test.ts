import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadOpenSample } from '#core/sample/sample.ts'
import { openContest, type RivalGuess } from '#shared/contests/bid-contest.ts'
import { contestModelOf } from '#shared/contests/contest-model.ts'
import { simulateContest, winRequestOf } from '#shared/contests/win-request.ts'
import { Decimal } from '#shared/decimal.ts'
import { preparePriceModel } from '#shared/estimate/price-model.ts'
import { formulaPresets } from '#shared/pricing/price-score/formula.ts'
import { openTestCore, type TestCore } from '../../support/workspace.ts'

const rival = (id: string, likely: string): RivalGuess => ({ id, name: id, low: likely, likely, high: likely, lead: '0', leadSpread: '0', takesPart: 1, deduction: '0' })

let core: TestCore
let bidId: string
beforeEach(async () => {
  core = openTestCore()
  await loadOpenSample(core.context)
  bidId = (await core.client.bids.list()).find(({ title }) => title.includes('知识库'))?.id ?? ''
})
afterEach(() => core.close())

describe('what a person says of the competition', () => {
  test('is nothing at first, is kept with its version, and a second window cannot write over it unseen', async () => {
    expect(await core.client.contests.get({ bidId })).toEqual({ version: 0, contest: openContest })
    const contest = { ...openContest, track: 'tender_law_soe' as const, rivals: [rival('甲', '3600000.00')] }
    expect(await core.client.contests.save({ bidId, version: 0, contest })).toEqual({ version: 1, contest })
    await expect(core.client.contests.save({ bidId, version: 0, contest: openContest })).rejects.toMatchObject({ code: 'STALE', data: { version: 1 } })
    expect(await core.client.contests.get({ bidId })).toEqual({ version: 1, contest })
    expect((await core.client.contests.save({ bidId, version: 1, contest: openContest })).version).toBe(2)
  })

  test('belongs to a bid there is', async () => {
    await expect(core.client.contests.get({ bidId: 'nobody' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(core.client.contests.save({ bidId: 'nobody', version: 0, contest: openContest })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('is refused where a range stands on its head', async () => {
    const upsideDown = { ...rival('甲', '3600000.00'), low: '3700000.00' }
    await expect(core.client.contests.save({ bidId, version: 0, contest: { ...openContest, rivals: [upsideDown] } })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  test('governs the verdict in lists: under government rules a price far below the rivals is abnormally low', async () => {
    const verdict = async () => (await core.client.bids.get({ id: bidId })).assessment?.verdict
    const before = await verdict()
    expect(before).not.toBe('abnormally-low')
    const dear = ['甲', '乙', '丙'].map((name) => rival(name, '9000000.00'))
    const { version } = await core.client.contests.save({ bidId, version: 0, contest: { ...openContest, track: 'government_procurement', rivals: dear } })
    expect(await verdict()).toBe('abnormally-low')
    await core.client.contests.save({ bidId, version, contest: { ...openContest, track: 'government_procurement' } })
    expect(await verdict()).toBe(before)
  })
})

test('the stored verdict and the slider’s are the same under chosen rules and assumed rivals', async () => {
  const dear = ['甲', '乙', '丙'].map((name) => rival(name, '9000000.00'))
  const contest = { ...openContest, track: 'government_procurement' as const, rivals: dear }
  await core.client.contests.save({ bidId, version: 0, contest })
  const { bid, tender, assessment } = await core.client.bids.get({ id: bidId })
  const { ceiling, abnormallyLowAt, abnormallyLowLine } = contestModelOf(contest, tender, bid.lotNo, []).rules
  const { lossCurve } = await core.client.bids.simulate({ estimate: bid.estimate })
  const model = preparePriceModel(bid.estimate, { today: '2026-11-22', ceiling, lossCurve, abnormallyLowAt, winProbability: null, won: false })
  expect(model?.at(model.offerTotal).verdict).toBe(assessment?.verdict)
  // The line itself is quiet, one fen less is not.
  const fires = (price: string | Decimal) => abnormallyLowAt(new Decimal(price)).length > 0
  expect([fires(abnormallyLowLine ?? '0'), fires(new Decimal(abnormallyLowLine ?? '0').minus('0.01'))]).toEqual([false, true])
})

test('the chance to win is simulated with the seed of the request', async () => {
  const contest = { ...openContest, rivals: [rival('甲', '3600000.00'), rival('乙', '3900000.00')] }
  const request = winRequestOf(contest, { formula: formulaPresets['lowest-price'], ceiling: '4800000', track: 'tender_law_soe' }, [3_500_000, 3_600_000, 3_700_000])
  const curve = await core.client.contests.simulate(request)
  expect(curve.points.map(({ price, winProbability }) => [price, winProbability])).toEqual([[3_500_000, 1], [3_600_000, 0.5], [3_700_000, 0]])
  expect(curve).toEqual(simulateContest(request))
})
