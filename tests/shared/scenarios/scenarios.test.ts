import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyEstimate } from '../estimate/arbitrary-estimate.ts'
import { Decimal } from '#shared/decimal.ts'
import { Estimate } from '#shared/estimate/estimate.ts'
import { evaluate } from '#shared/estimate/evaluate.ts'
import { foreignLines } from '#shared/scenarios/foreign-lines.ts'
import { usualSettings } from '#shared/scenarios/settings.ts'
import { withSizing } from '#shared/sizing/cost-lines.ts'
import { newSizing } from '#shared/sizing/new-sizing.ts'
import { atAwardShare, scenariosOf, withDelay, withPriceCut, withSubsidies } from '#shared/scenarios/scenarios.ts'

let next = 0
const maker = { nameOf: String, unitOf: () => '', newId: () => `n${(next += 1)}` }
const certain = (value: string) => ({ low: value, likely: value, high: value })
const estimate = Estimate.parse({
  offerLines: [{ id: 'o1', name: '平台', quantity: '3', unit: '套', unitPrice: '100000', vatRate: '0.06' }],
  costLines: [{ id: 'c1', name: 'A800 租赁', category: 'compute', quantity: certain('10'), unitCost: certain('12000'), inputVatRate: '0.06', startMonth: 0, months: 3 }],
  subsidies: [{ id: 's1', programme: '算力券', category: 'compute', share: '0.3', cap: '50000', payoutDelayMonths: 2, secured: false }],
  payment: [{ name: '验收款', share: '1', dueMonth: 3, delayDays: 15 }],
  annualFinanceRate: '0.06',
})

describe('scenarios', () => {
  it('starts with the bid as it stands and leaves the bid untouched', () => {
    const before = structuredClone(estimate)
    const scenarios = scenariosOf(estimate, usualSettings, maker)
    expect(scenarios.map(({ id }) => id)).toEqual(['base', 'subsidies-secured', 'award-share', 'price-cut', 'payment-delay'])
    expect(scenarios[0]?.estimate).toBe(estimate)
    expect(estimate).toEqual(before)
  })

  it('leaves out cases that could not differ', () => {
    const bare = { ...estimate, subsidies: [], payment: [], offerLines: [] }
    expect(scenariosOf(bare, usualSettings, maker).map(({ id }) => id)).toEqual(['base', 'award-share'])
  })

  it('sets a bid without its secured subsidies beside the bid', () => {
    const secured = { ...estimate, subsidies: estimate.subsidies.map((subsidy) => ({ ...subsidy, secured: true })) }
    const [base, without] = scenariosOf(secured, usualSettings, maker)
    expect([without?.id, Number(evaluate(base!.estimate).profit) > Number(evaluate(without!.estimate).profit)]).toEqual(['no-subsidies', true])
  })

  it('sets every other way of a linked sizing beside the chosen one, without what a person changed on its lines', () => {
    const sizing = { ...newSizing(maker.newId), isLinked: true }
    const linked = withSizing(estimate, sizing, maker)
    const overridden = { ...linked, costLines: linked.costLines.map((line) => (line.origin ? { ...line, origin: { ...line.origin, isOverridden: true } } : line)) }
    const routes = scenariosOf(overridden, usualSettings, maker).filter(({ id }) => id === 'route')
    expect(routes.map(({ route }) => route)).toEqual(sizing.stacks.map(({ id }) => id))
    expect(routes[0]?.estimate.costLines.map(({ origin }) => origin?.item)).toEqual([undefined, 'servers', 'power', 'hosting'])
    expect(scenariosOf({ ...overridden, sizing: { ...sizing, isLinked: false } }, usualSettings, maker).filter(({ id }) => id === 'route')).toEqual([])
  })

  it('gives with all subsidies the profit the model reports for it', () => {
    fc.assert(fc.property(anyEstimate(), (any) => evaluate(withSubsidies(any)).profit === evaluate(any).profitWithAllSubsidies), { numRuns: 60 })
  })

  it('gives at an award share the profit the model reports for that volume, but for the rounding of printed lines', () => {
    fc.assert(
      fc.property(anyEstimate(), fc.constantFrom('1', '0.7', '0.35'), (any, share) => {
        const [volume] = evaluate({ ...any, volumeShares: [share] }).byVolume
        const difference = new Decimal(evaluate(atAwardShare(any, share)).profit).minus(volume?.profit ?? NaN).abs().toNumber()
        expect(difference).toBeLessThanOrEqual(0.01 * (any.offerLines.length + 1))
      }),
      { numRuns: 60 },
    )
  })

  it('lowers the printed total by the cut, to the fen', () => {
    const cut = withPriceCut(estimate, '0.05')
    expect(cut === null ? null : evaluate(cut).offerTotal).toBe('285000.00')
    expect(withPriceCut({ ...estimate, offerLines: [] }, '0.05')).toBeNull()
  })

  it('a later payment never costs less', () => {
    fc.assert(fc.property(anyEstimate(), fc.integer({ min: 0, max: 400 }), (any, days) => new Decimal(evaluate(withDelay(any, days)).financing).gte(evaluate(any).financing)), { numRuns: 60 })
  })
})

it('names the lines a localisation demand would touch, by name or currency, not words that merely contain one', () => {
  const line = (name: string, currency: string | null = null) => ({ ...estimate.costLines[0]!, name, currency })
  const lines = [line('H800 服务器'), line('昇腾 910B 服务器'), line('GPT-4 接口'), line('海外专家', 'USD'), line('驻场人员'), line('al4x 编号')]
  expect(foreignLines(lines).map(({ name }) => name)).toEqual(['H800 服务器', 'GPT-4 接口', '海外专家'])
})
