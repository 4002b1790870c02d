import { type CostBase, pertMean } from '#shared/estimate/cost-base.ts'
import type { Estimate } from '#shared/estimate/estimate.ts'
import type { Explanation, ExplanationPart } from '#shared/estimate/explanation.ts'
import { moneyText } from '#shared/money.ts'
import type { Decimal } from '#shared/decimal.ts'

/** A mean as shown: at most six decimals. */
const shown = (value: Decimal): string => value.toDecimalPlaces(6).toFixed()

/** Direct cost line by line; lines whose unit cost is unknown are listed with 0. */
export const explainDirect = (costs: CostBase): Explanation => ({
  subtotal: 'direct',
  amount: moneyText(costs.direct),
  parts: costs.lines.map(({ line, unknownReason, quantity, unitCost, amount }): ExplanationPart => {
    const base = { id: line.id, name: line.name, subtotal: null, amount: moneyText(amount) }
    const means = { quantity: shown(quantity), nature: line.nature, category: line.category }
    if (unknownReason !== null) return { ...base, formula: 'unknown-counts-as-zero', figures: { ...means, reason: unknownReason } }
    return { ...base, formula: 'mean-quantity-times-mean-cost', figures: { ...means, unitCost: shown(unitCost) } }
  }),
})

export const explainRisks = (estimate: Estimate, costs: CostBase): Explanation => ({
  subtotal: 'riskCost',
  amount: moneyText(costs.riskCost),
  parts: estimate.risks.map((risk): ExplanationPart => {
    const impact = pertMean(risk.impact)
    const figures = { probability: risk.probability, impact: moneyText(impact) }
    return { formula: 'probability-times-mean-impact', id: risk.id, name: risk.name, subtotal: null, amount: moneyText(impact.times(risk.probability)), figures }
  }),
})

export const explainSubsidies = (costs: CostBase): Explanation => ({
  subtotal: 'subsidy',
  amount: moneyText(costs.subsidy),
  parts: costs.subsidies.map(({ subsidy, isCounted, base, amount }): ExplanationPart => {
    const figures = { base: moneyText(base), share: subsidy.share, cap: subsidy.cap, category: subsidy.category }
    return { formula: isCounted ? 'subsidy' : 'subsidy-not-secured', id: subsidy.id, name: subsidy.programme, subtotal: null, amount: moneyText(amount), figures }
  }),
})

export const explainInputVat = (costs: CostBase): Explanation => ({
  subtotal: 'inputVat',
  amount: moneyText(costs.inputVat),
  parts: costs.lines.map(({ line, amount, inputVat }): ExplanationPart => ({
    formula: 'input-vat-of-line',
    id: line.id,
    name: line.name,
    subtotal: null,
    amount: moneyText(inputVat),
    figures: { base: moneyText(amount), rate: line.inputVatRate },
  })),
})
