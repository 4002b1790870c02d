import type { FlagLook } from '#renderer/components/flag-chip/flag-shape.tsx'
import { formatPercent, formatProbability, type Language } from '#renderer/components/money-input/format-money.ts'
import type { Thresholds } from '#renderer/features/bids/price/thresholds.ts'
import { markAmount } from '#renderer/features/bids/verdict/amounts.ts'
import { percentPlaces } from '#renderer/features/bids/verdict/sentence.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { PriceRules } from '#shared/bids/price-rules.ts'
import { Decimal } from '#shared/decimal.ts'
import type { Estimate } from '#shared/estimate/estimate.ts'
import type { PricePoint } from '#shared/estimate/price-model.ts'
import type { Unknown } from '#shared/estimate/unknowns.ts'

export type PriceTest = {
  id: string
  name: string
  /** `off`: there is nothing to test against. */
  state: 'passed' | 'failed' | 'open' | 'off'
  /** The flag the test raises when it fails. */
  look: FlagLook
  limit: string
  distance: string
  /** The price at which the test turns; null where there is none. */
  price: string | null
}

type Input = { estimate: Estimate; point: PricePoint; unknowns: readonly Unknown[]; thresholds: Thresholds; rules: PriceRules }

/** The tests behind the verdict in the order of the ladder. */
export function priceTests(input: Input, language: Language): PriceTest[] {
  return [ceilingTest(input, language), fullCostTest(input, language), lossTest(input, language), parityTest(input, language), marginTest(input, language), ...completeTests(input), abnormalTest(input, language)]
}

const isCostOpen = ({ unknowns }: Input): boolean => unknowns.some(({ scope, reason }) => scope === 'cost' || reason === 'no-cost-lines')
const limitText = (sign: string, fraction: string, language: Language): string => `${sign} ${formatPercent(fraction, language, percentPlaces(fraction))}`
const passedIf = (condition: boolean): 'passed' | 'failed' => (condition ? 'passed' : 'failed')

function ceilingTest({ point, thresholds: { ceiling } }: Input, language: Language): PriceTest {
  const test = { id: 'ceiling', name: m.test_ceiling(), look: 'over', price: ceiling } as const
  if (ceiling === null) return { ...test, state: 'off', limit: m.test_no_ceiling(), distance: '—' }
  const room = new Decimal(ceiling).minus(point.offerTotal)
  return { ...test, state: passedIf(!room.isNegative()), limit: `≤ ${markAmount(ceiling, language, 'down')}`, distance: distanceText(room, language) }
}

function fullCostTest(input: Input, language: Language): PriceTest {
  const { point, thresholds: { breakEven } } = input
  const test = { id: 'cost', name: m.test_full_cost(), look: 'loss', price: breakEven } as const
  const limit = breakEven === null ? '—' : `≥ ${markAmount(breakEven, language, 'up')}`
  // Missing costs can only make a loss worse, so a loss on what is known is a loss.
  if (point.lossMaking) return { ...test, state: 'failed', limit, distance: breakEven === null ? '—' : distanceText(new Decimal(point.offerTotal).minus(breakEven), language) }
  if (isCostOpen(input)) return { ...test, state: 'open', limit, distance: m.test_cost_open() }
  return { ...test, state: 'passed', limit, distance: breakEven === null ? '—' : distanceText(new Decimal(point.offerTotal).minus(breakEven), language) }
}

function lossTest(input: Input, language: Language): PriceTest {
  const { point, estimate, thresholds } = input
  const { maxLossProbability } = estimate.policy
  const test = { id: 'loss', name: m.test_loss(), look: 'likely', limit: limitText('≤', maxLossProbability, language), price: thresholds.safe } as const
  if (isCostOpen(input)) return { ...test, state: 'open', distance: m.test_cost_open() }
  if (point.lossProbability === null) return { ...test, state: 'open', distance: '—' }
  return { ...test, state: passedIf(point.lossProbability <= Number(maxLossProbability)), distance: formatProbability(point.lossProbability, language) }
}

function parityTest({ point, estimate, thresholds }: Input, language: Language): PriceTest {
  const { parityFloor } = estimate.policy
  const test = { id: 'parity', name: m.test_parity(), look: 'under', limit: limitText('≥', parityFloor, language), price: thresholds.parityFloor } as const
  if (point.parity === null) return { ...test, state: 'open', distance: m.test_unknown() }
  return { ...test, state: passedIf(!point.flags.some(({ code }) => code === 'underpriced')), distance: formatPercent(point.parity, language) }
}

function marginTest(input: Input, language: Language): PriceTest {
  const { point, estimate, thresholds } = input
  const test = { id: 'margin', name: m.test_margin(), look: 'thin', limit: limitText('≥', estimate.policy.minMargin, language), price: thresholds.targetMargin } as const
  if (point.flags.some(({ code }) => code === 'thin')) return { ...test, state: 'failed', distance: isCostOpen(input) || point.margin === null ? m.test_cost_open() : formatPercent(point.margin, language) }
  if (isCostOpen(input) || point.margin === null) return { ...test, state: 'open', distance: m.test_cost_open() }
  return { ...test, state: 'passed', distance: formatPercent(point.margin, language) }
}

function completeTests({ estimate, unknowns }: Input): PriceTest[] {
  const test = (id: string, name: string, lines: number, missing: number): PriceTest => ({
    id, name, look: 'unknown', price: null,
    state: missing === 0 && lines > 0 ? 'passed' : 'open',
    limit: m.test_lines({ count: lines }),
    distance: missing === 0 ? `${lines} / ${lines}` : m.test_missing({ count: missing }),
  })
  const missing = (scope: 'cost' | 'offer') => unknowns.filter((unknown) => unknown.scope === scope).length
  return [test('costs', m.test_complete(), estimate.costLines.length, missing('cost')), test('commercial', m.test_commercial(), estimate.offerLines.length, missing('offer'))]
}

/** A track that is not clear, or a rule without a number, is said and not passed. */
function abnormalTest({ point, rules, thresholds: { abnormal } }: Input, language: Language): PriceTest {
  const test = { id: 'abnormal', name: m.test_abnormal(), look: 'abn', price: abnormal } as const
  if (rules.pack === null || abnormal === null) return { ...test, state: 'off', limit: '', distance: rules.pack !== null ? m.contest_test_no_line() : rules.problem === 'track-unclear' ? m.contest_test_no_track() : m.contest_test_no_rules() }
  const room = new Decimal(point.offerTotal).minus(abnormal)
  return { ...test, state: passedIf(!point.flags.some(({ code }) => code === 'abnormally-low')), limit: `≥ ${markAmount(abnormal, language, 'up')}`, distance: distanceText(room, language) }
}

function distanceText(room: Decimal, language: Language): string {
  const amount = markAmount(room.abs().toFixed(2), language)
  return room.isNegative() ? m.test_short({ amount }) : m.test_room({ amount })
}
