import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Decimal } from '#shared/decimal.ts'
import { agencyFeeOn, feeParts } from '#shared/estimate/agency-fee.ts'

const feeOf = (schedule: 'goods' | 'services' | 'works', award: number): Decimal => agencyFeeOn({ payer: 'winner', schedule, discount: '0' }, new Decimal(award))

describe('the reference fee of the tendering agency', () => {
  // 600万 of goods: 1.5万 + 4.4万 + 0.8万.
  test.each([
    ['goods', 6_000_000, '67000'],
    ['services', 1_000_000, '15000'],
    ['works', 100_000_000, '305500'],
    ['goods', 1_200_000_000, '894000'],
  ] as const)('%s of %i is %s, each part at the rate of its band', (schedule, award, fee) => {
    expect(feeOf(schedule, award).toString()).toBe(fee)
  })

  test('grows with the award and never faster than the first band; the parts are the award', () => {
    fc.assert(
      fc.property(fc.constantFrom('works', 'goods', 'services'), fc.nat({ max: 2_000_000_000 }), fc.nat({ max: 2_000_000_000 }), (schedule, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)]
        const rise = feeOf(schedule, high).minus(feeOf(schedule, low))
        expect(rise.gte(0) && rise.lte(new Decimal(high - low).times('0.015'))).toBe(true)
        expect(feeParts(schedule, new Decimal(high)).reduce((sum, { part }) => sum.plus(part), new Decimal(0)).toNumber()).toBe(high)
      }),
    )
  })

  test('is lowered by the discount, is the amount agreed where there is one, and nothing where the buyer pays', () => {
    const award = new Decimal(1_000_000)
    expect(agencyFeeOn({ payer: 'winner', schedule: 'goods', discount: '0.2' }, award).toString()).toBe('12000')
    expect(agencyFeeOn({ payer: 'winner', schedule: 'fixed', amount: '5000', discount: '0.2' }, award).toString()).toBe('5000')
    expect(agencyFeeOn({ payer: 'buyer', schedule: 'goods', discount: '0' }, award).toString()).toBe('0')
  })
})
