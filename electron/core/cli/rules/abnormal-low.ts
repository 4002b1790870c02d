import { z } from 'zod'
import { type Actual, failure, type Rule, rule, six, textOrNull } from '#core/cli/rules/vector.ts'
import { DecimalText } from '#shared/decimal.ts'
import { applicableAbnormalRule, hasNumericLine } from '#shared/pricing/abnormally-low/applicable.ts'
import { baseRates, rateProblem, reviewAbnormallyLow, reviewOutcome } from '#shared/pricing/abnormally-low/chinese.ts'
import { reviewItaly } from '#shared/pricing/abnormally-low/italy.ts'
import { reviewPoland } from '#shared/pricing/abnormally-low/poland.ts'
import { reviewWorldBank } from '#shared/pricing/abnormally-low/world-bank.ts'
import { rulePacks } from '#shared/pricing/rule-packs.ts'
import { Track } from '#shared/pricing/track.ts'
import { Day } from '#shared/time.ts'

const rates = z.object({ avg: DecimalText, second: DecimalText, ceiling: DecimalText })
const prices = z.array(DecimalText).min(1)

const chinese = rule(z.object({ prices, ceiling: textOrNull, budget: textOrNull, rates: rates.optional() }), (inputs): Actual => {
  const review = reviewAbnormallyLow(inputs.prices, inputs, inputs.rates ?? baseRates)
  // A vector without rates asks only which price is compared: the original one.
  if (inputs.rates === undefined) return { base_price_used: inputs.prices, triggers: review.triggers }
  return {
    average: six(review.average),
    threshold_avg: six(review.thresholdAvg),
    threshold_second: six(review.thresholdSecond),
    threshold_ceiling: six(review.thresholdCeiling),
    triggers: review.triggers,
  }
})

const config = rule(z.object({ rates }), (inputs): Actual => {
  const error = rateProblem(inputs.rates)
  return error === null ? { valid: true } : { valid: false, error }
})

const selection = rule(z.object({ project_date: Day, zone: z.enum(['pilot_ftz', 'other']), track: Track }), (inputs): Actual => {
  const found = applicableAbnormalRule(inputs.track, inputs.project_date, inputs.zone)
  return hasNumericLine(found) || inputs.track === 'government_procurement' ? { rule: found } : { rule: found, numeric_threshold: null }
})

const procedure = rule(
  z.object({ triggered: z.boolean(), explanation_provided: z.boolean().nullish(), committee_finding: z.enum(['proved', 'not_proved']).nullish() }),
  (inputs): Actual => ({ outcome: reviewOutcome({ isTriggered: inputs.triggered, isExplained: inputs.explanation_provided ?? false, finding: inputs.committee_finding ?? null }) }),
)

const worldBank = rule(z.object({ evaluated_costs: prices, estimate: textOrNull }), (inputs): Actual => {
  const { approach, mean, standardDeviation, limit, flags } = reviewWorldBank(inputs.evaluated_costs, inputs.estimate)
  return { approach, mean: six(mean), sd_population: six(standardDeviation), limit: six(limit), flags }
})

const poland = rule(z.object({ prices_gross: prices, contract_value_plus_vat: textOrNull }), (inputs): Actual => {
  const { thresholdAvg, thresholdValue, triggers } = reviewPoland(inputs.prices_gross, inputs.contract_value_plus_vat)
  return { threshold_avg: six(thresholdAvg), threshold_value: six(thresholdValue), triggers }
})

const italy = rule(z.object({ discounts: prices }), (inputs): Actual => {
  const review = reviewItaly(inputs.discounts)
  if (!review.ok) return failure(review.code, `${inputs.discounts.length} bids`)
  return { mean: six(review.mean), mean_excess: six(review.meanExcess), threshold: six(review.threshold), anomalous: review.excluded }
})

const european = rule(z.object({ prices }), (): Actual => {
  const pack = rulePacks.find(({ track }) => track === 'eu')
  return { numeric_threshold: null, action: pack?.abnormallyLow.action ?? null }
})

export const abnormalLowRules: Record<string, Rule> = {
  CN_GP_2026: chinese,
  CN_GP_PILOT_2024: chinese,
  CN_GP_CONFIG: config,
  RULE_SELECTION: selection,
  CN_GP_PROCEDURE: procedure,
  WORLD_BANK: worldBank,
  POLAND_PZP_224: poland,
  ITALY_36_2023_ART54: italy,
  EU_2014_24_ART69: european,
}
