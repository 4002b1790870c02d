import { m } from '#renderer/paraglide/messages.js'
import { formulaPresets, PriceFormula } from '#shared/pricing/price-score/formula.ts'

export type PresetId = keyof typeof formulaPresets
export const presetIds: readonly PresetId[] = ['lowest-price', 'mean-deviation', 'telecom-mean', 'lowered-mean', 'composite-benchmark', 'interval-mean', 'interval-second-lowest', 'interval-curve', 'eighty-points', 'interpolation', 'lowest-evaluated']

export function presetName(id: PresetId): string {
  switch (id) {
    case 'lowest-price': return m.contest_formula_lowest_price()
    case 'mean-deviation': return m.contest_formula_mean_deviation()
    case 'telecom-mean': return m.contest_formula_telecom_mean()
    case 'lowered-mean': return m.contest_formula_lowered_mean()
    case 'composite-benchmark': return m.contest_formula_composite()
    case 'interval-mean': return m.contest_formula_interval_mean()
    case 'interval-second-lowest': return m.contest_formula_second_lowest()
    case 'interval-curve': return m.contest_formula_curve()
    case 'eighty-points': return m.contest_formula_eighty()
    case 'interpolation': return m.contest_formula_interpolation()
    case 'lowest-evaluated': return m.contest_formula_lowest_evaluated()
  }
}

/** Which preset a formula comes from: those of one kind differ in how many bids leave the mean. */
export function presetOf(formula: PriceFormula): PresetId {
  if (formula.kind !== 'mean-deviation') return formula.kind
  if (formula.trim.length > 1) return 'telecom-mean'
  return formula.points === '100' ? 'lowered-mean' : 'mean-deviation'
}

/** A preset with the points of the formula it replaces; `interpolation` needs prices, so it starts around ours. */
export function startOf(id: PresetId, before: PriceFormula | null, own: string): PriceFormula {
  if (id === 'interpolation') {
    const price = Math.max(1, Number(own))
    return PriceFormula.parse({ ...formulaPresets.interpolation, full: (price * 0.9).toFixed(2), none: (price * 1.1).toFixed(2) })
  }
  const preset = formulaPresets[id]
  const keepsPoints = before !== null && 'points' in before && 'points' in preset && preset.points !== '100' && before.points !== '100'
  return PriceFormula.parse(keepsPoints ? { ...preset, points: before.points } : preset)
}

type FieldKey = 'points' | 'k' | 'alpha' | 'abovePerPercent' | 'belowPerPercent' | 'from' | 'to' | 'shift' | 'lowering' | 'weightAbove' | 'weightBelow' | 'factorAbove' | 'factorBelow' | 'floor' | 'full' | 'none'
export type FormulaField = { key: FieldKey; value: string; label: string; isPercent: boolean; min: number; max: number }

const percentKeys: readonly FieldKey[] = ['k', 'alpha', 'from', 'to', 'shift', 'lowering']
const keys: readonly FieldKey[] = ['points', 'k', 'alpha', 'abovePerPercent', 'belowPerPercent', 'from', 'to', 'shift', 'lowering', 'weightAbove', 'weightBelow', 'factorAbove', 'factorBelow', 'floor', 'full', 'none']

/** The numbers of a formula a document states. */
export function fieldsOf(formula: PriceFormula): FormulaField[] {
  const entries = new Map(Object.entries(formula))
  return keys.flatMap((key) => {
    const value = entries.get(key)
    if (typeof value !== 'string') return []
    const isPrice = key === 'full' || key === 'none'
    const isPercent = percentKeys.includes(key)
    const mayBeNegative = key === 'k' || key === 'shift' || key === 'lowering'
    return [{ key, value, label: fieldName(key), isPercent, min: mayBeNegative ? -100 : key === 'points' ? 1 : 0, max: isPrice ? 999_999_999 : isPercent ? 200 : 100 }]
  })
}

/** The formula with one number changed; the same one where the number does not fit it. */
export function withField(formula: PriceFormula, key: FieldKey, value: string): PriceFormula {
  const changed = PriceFormula.safeParse({ ...formula, [key]: value })
  return changed.success ? changed.data : formula
}

function fieldName(key: FieldKey): string {
  switch (key) {
    case 'points': return m.contest_field_points()
    case 'k': return m.contest_field_k()
    case 'alpha': return m.contest_field_alpha()
    case 'abovePerPercent': return m.contest_field_above()
    case 'belowPerPercent': return m.contest_field_below()
    case 'from': return m.contest_field_from()
    case 'to': return m.contest_field_to()
    case 'shift': return m.contest_field_shift()
    case 'lowering': return m.contest_field_lowering()
    case 'weightAbove': return m.contest_field_weight_above()
    case 'weightBelow': return m.contest_field_weight_below()
    case 'factorAbove': return m.contest_field_factor_above()
    case 'factorBelow': return m.contest_field_factor_below()
    case 'floor': return m.contest_field_floor()
    case 'full': return m.contest_field_full()
    case 'none': return m.contest_field_none()
  }
}
