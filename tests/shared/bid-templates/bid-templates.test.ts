import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BidTemplate, type TemplateAnswers, TemplateRoute } from '#shared/bid-templates/bid-template.ts'
import { bidTemplates } from '#shared/bid-templates/bid-templates.ts'
import { fillTemplate } from '#shared/bid-templates/fill-template.ts'
import { evaluateFormula } from '#shared/bid-templates/formula.ts'
import { emptyEstimate } from '#shared/bids/new-bid.ts'
import { Decimal } from '#shared/decimal.ts'
import { Estimate } from '#shared/estimate/estimate.ts'
import { evaluate } from '#shared/estimate/evaluate.ts'
import { findUnknowns } from '#shared/estimate/unknowns.ts'

const variables = { users: new Decimal(1000), systems: new Decimal(3), zero: new Decimal(0) }

describe('a formula', () => {
  it.each([
    ['10 + 2*systems', '16'],
    ['(10 + 2)*systems', '36'],
    ['10 - 2 - 3', '5'],
    ['users/3/4', '83.333333333333333333333333333333333333333'],
    ['ceil(users/300)', '4'],
    ['max(1, systems, 2) + min(5, 4)', '7'],
    ['-systems + 5', '2'],
    ['users > 999', '1'],
    ['users <= 999', '0'],
    ['systems = 3', '1'],
    ['0.5', '0.5'],
  ])('%s is %s', (formula, expected) => {
    expect(evaluateFormula(formula, variables).minus(expected).abs().toNumber()).toBeLessThan(1e-30)
  })

  it.each(['', '2 +', '(2', 'people', '2 3', 'ceil(2', '2 $ 3', '* 2'])('"%s" is refused in words', (formula) => {
    expect(() => evaluateFormula(formula, variables)).toThrow(/"/)
  })
})

const maker = () => {
  let next = 0
  return { nameOf: String, unitOf: () => '', newId: () => `n${(next += 1)}` }
}
const answers: TemplateAnswers = { route: 'api', users: '1000', months: 12, documents: '20', systems: '3', onSitePeople: '1', offerTotal: '2000000.00', prices: { personDay: { amount: '1800', source: '价格库' }, onSiteMonth: { amount: '30000', source: null }, trip: { amount: '2500', source: null } } }
const filled = (template: BidTemplate, given: TemplateAnswers = answers) => fillTemplate(template, given, emptyEstimate(), maker())

describe.each(bidTemplates.map((template) => [template.id, template] as const))('the template %s', (_, template) => {
  it.each(TemplateRoute.options)('gives an estimate for %s whose offer comes to the total asked for and whose payments to the whole', (route) => {
    const estimate = filled(template, { ...answers, route })
    expect(() => Estimate.parse(estimate)).not.toThrow()
    expect(evaluate(estimate).offerTotal).toBe('2000000.00')
    expect(estimate.payment.reduce((sum, { share }) => sum + Number(share), 0)).toBeCloseTo(1, 12)
    expect(estimate.costLines.some(({ origin }) => origin)).toBe(true)
    expect(new Set(estimate.costLines.map(({ id }) => id)).size).toBe(estimate.costLines.length)
  })

  it('leaves every price nobody gave unknown, and invents none', () => {
    const estimate = filled(template, { ...answers, prices: { personDay: null, onSiteMonth: null, trip: null } })
    expect(estimate.costLines.every(({ unitCost }) => unitCost === null)).toBe(true)
    expect(findUnknowns(estimate, '2026-11-22').filter(({ scope }) => scope === 'cost')).toHaveLength(estimate.costLines.length)
  })

  it('has no prices of an offer nobody named, and no risks of it', () => {
    const estimate = filled(template, { ...answers, offerTotal: null })
    expect([evaluate(estimate).offerTotal, estimate.risks]).toEqual(['0.00', []])
  })

  it('asks for no less work when there is more to do', () => {
    const work = (given: TemplateAnswers) => filled(template, given).costLines.filter(({ unit }) => unit === '人天').reduce((sum, { quantity }) => sum + Number(quantity.likely), 0)
    fc.assert(fc.property(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 5000 }), (systems, documents, users) => {
      const given = { ...answers, systems: String(systems), documents: String(documents), users: String(users) }
      for (const more of [{ systems: String(systems + 1) }, { documents: String(documents + 10) }, { users: String(users + 500) }]) expect(work({ ...given, ...more })).toBeGreaterThanOrEqual(work(given))
    }), { numRuns: 30 })
  })
})

it('a template of the wrong shape is refused', () => {
  const [template] = bidTemplates
  expect(BidTemplate.safeParse({ ...template, costLines: [{ ...template!.costLines[0], category: 'magic' }] }).success).toBe(false)
})

it('the form decides what is in: on-site people, private deployment, overflow', () => {
  const [template] = bidTemplates
  const names = (given: Partial<TemplateAnswers>) => filled(template!, { ...answers, ...given }).costLines.map(({ name }) => name)
  expect(names({ onSitePeople: '0' })).not.toContain('驻场人员')
  expect(names({ route: 'api' })).not.toContain('等保测评')
  expect(names({ route: 'private' })).toContain('等保测评')
  expect(names({ route: 'hybrid' })).toContain('接口调用（溢出与备用）')
})
