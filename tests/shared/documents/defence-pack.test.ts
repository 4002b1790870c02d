import { describe, expect, test } from 'vitest'
import { buyerBidOf } from '#shared/documents/buyer-bid.ts'
import { defenceChecks, defenceFigures, defencePack, type DefenceInput } from '#shared/documents/defence-pack.ts'
import { documentTexts } from '#shared/documents/document.ts'
import { PrintableVolume } from '#shared/documents/volume.ts'
import { Decimal } from '#shared/decimal.ts'
import { expectedLines } from '#shared/estimate/cost-base.ts'
import { Estimate } from '#shared/estimate/estimate.ts'
import { evaluate } from '#shared/estimate/evaluate.ts'
import { formatMoney } from '#shared/money.ts'
import { sampleBid, sampleCompany, sampleLines, sampleTender } from '../../support/sample-bid.ts'

const fixed = (value: string) => ({ low: value, likely: value, high: value })
const costLine = (id: string, name: string, quantity: string, unitCost: string | null) => ({
  id, name, category: 'people', unit: '人日', quantity: fixed(quantity), unitCost: unitCost === null ? null : fixed(unitCost), inputVatRate: '0', startMonth: 0, months: 6, price: { source: '薪酬标准', priceDate: '2026-10-01' },
})

function inputOf(costLines: unknown[], more: Record<string, unknown> = {}): DefenceInput {
  const estimate = Estimate.parse({ offerLines: sampleLines, costLines, overheadRate: '0.08', ...more })
  const bid = sampleBid({ estimate })
  return { buyer: buyerBidOf(bid, sampleTender, sampleCompany), costs: expectedLines(estimate, '2026-11-22'), result: evaluate(estimate, '2026-11-22') }
}
const input = inputOf([costLine('c1', '模型调优工程师', '333.333333', '2150.55'), costLine('c2', '驻场运维', '480', '900')])

describe('the explanation of a low price', () => {
  test('adds up on paper: costs by line, the composition, and the itemised price form', () => {
    const { lines, direct, items, total, profit, summary, refund } = defenceFigures(input)
    expect(direct.toFixed(2)).toBe(lines.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0)).toFixed(2))
    const costs = items.reduce((sum, { amount, isTaken }) => (isTaken === true ? sum.minus(amount) : sum.plus(amount)), direct)
    expect(total.toFixed(2)).toBe(costs.toFixed(2))
    expect(total.plus(profit).minus(refund).toFixed(2)).toBe(summary.net.toFixed(2))
    expect(summary.net.plus(summary.vat).toFixed(2)).toBe(summary.gross.toFixed(2))
    // The estimate's own full cost, but for the fen of rows rounded one by one.
    expect(total.minus(input.result.expectedCost).abs().lte('0.05')).toBe(true)
  })

  test('prints every cost line, the same total as the itemised form, and no verdict or margin floor', () => {
    const text = documentTexts(defencePack(input)).join('\n')
    const { summary, direct } = defenceFigures(input)
    for (const part of ['模型调优工程师', '驻场运维', '薪酬标准，2026-10-01', formatMoney(summary.gross), formatMoney(summary.net), formatMoney(direct)]) expect(text).toContain(part)
    expect(text).not.toMatch(/亏损|底价|商业价|毛利率/)
  })

  test('is no part of the volumes', () => {
    expect(PrintableVolume.options).toEqual(['business', 'technical', 'price', 'book'])
  })

  test('is stopped by an unknown cost and says so in its place', () => {
    const open = inputOf([costLine('c1', '模型调优工程师', '100', null)])
    expect(defenceChecks(open)).toEqual([{ code: 'defence-cost-unknown', level: 'stop', where: { screen: 'price', field: null, lineId: null }, figures: { count: '1' } }])
    expect(documentTexts(defencePack(open)).join()).toContain('【待填：模型调优工程师 单位成本】')
    expect(defenceChecks(inputOf([])).map(({ code }) => code)).toEqual(['defence-cost-unknown'])
  })

  test('never claims to be above cost when it is not', () => {
    const loss = inputOf([costLine('c1', '模型调优工程师', '10000', '2000')])
    expect(defenceChecks(loss).map(({ code, level }) => [code, level])).toEqual([['defence-below-cost', 'warn']])
    expect(documentTexts(defencePack(loss)).join()).not.toContain('报价高于我方完成本项目的成本')
    expect(documentTexts(defencePack(input)).join()).toContain('报价高于我方完成本项目的成本')
  })
})
