import { formatPercent, formatProbability, type Language } from '#renderer/components/money-input/format-money.ts'
import { sentenceAmount } from '#renderer/features/bids/verdict/amounts.ts'
import { m } from '#renderer/paraglide/messages.js'
import { Decimal } from '#shared/decimal.ts'
import type { Flag } from '#shared/estimate/verdict.ts'

type FiguresOf<Code extends Flag['code']> = Extract<Flag, { code: Code }>['figures']

/** The one sentence of a flag; figures between ** are set in bold. */
export function flagSentence(flag: Flag, language: Language): string {
  const money = (amount: string) => sentenceAmount(amount, language)
  switch (flag.code) {
    case 'over-ceiling': return m.verdict_over_ceiling({ excess: money(flag.figures.excess), ceiling: sentenceAmount(flag.figures.ceiling, language, 'down') })
    case 'abnormally-low': return abnormallyLow(flag.figures, language)
    case 'below-incremental': return m.verdict_below_incremental({ shortfall: money(flag.figures.shortfall), breakEven: breakEven(flag.figures.breakEvenPrice, language) })
    case 'below-fulfilment': return m.verdict_below_fulfilment({ shortfall: money(flag.figures.shortfall), breakEven: breakEven(flag.figures.breakEvenPrice, language) })
    case 'below-full-cost': return m.verdict_below_full_cost({ shortfall: money(flag.figures.shortfall), breakEven: breakEven(flag.figures.breakEvenPrice, language) })
    case 'likely-loss': return likelyLoss(flag.figures, language)
    case 'cannot-judge': return cannotJudge(flag.figures, language)
    case 'underpriced': return underpriced(flag.figures, language)
    case 'thin': return thin(flag.figures, language)
    case 'healthy': return healthy(flag.figures, language)
  }
}

function abnormallyLow({ rule, threshold }: FiguresOf<'abnormally-low'>, language: Language): string {
  return threshold === null ? m.verdict_abnormally_low_rule({ rule }) : m.verdict_abnormally_low({ rule, threshold: sentenceAmount(threshold, language) })
}

function breakEven(price: string | null, language: Language): string {
  return price === null ? m.verdict_break_even_none() : m.verdict_break_even({ price: sentenceAmount(price, language, 'up') })
}

function likelyLoss({ profit, lossesPer100, maxLossProbability, safePrice }: FiguresOf<'likely-loss'>, language: Language): string {
  const money = sentenceAmount(profit, language)
  const cap = formatPercent(maxLossProbability, language, percentPlaces(maxLossProbability))
  if (lossesPer100 === 100) return m.verdict_likely_loss_certain({ profit: money })
  if (safePrice === null) return m.verdict_likely_loss_open({ profit: money, losses: lossesPer100, cap })
  return m.verdict_likely_loss({ profit: money, losses: lossesPer100, price: sentenceAmount(safePrice, language, 'up'), cap })
}

function cannotJudge({ knownCost, unknowns, hasUnknownCost }: FiguresOf<'cannot-judge'>, language: Language): string {
  const reasons = new Set(unknowns.map(({ reason }) => reason))
  if (reasons.has('no-offer-lines')) return m.verdict_no_offer()
  if (reasons.has('no-cost-lines')) return m.verdict_no_costs()
  const lines = unknowns.filter(({ lineId, scope }) => lineId !== null && scope === (hasUnknownCost ? 'cost' : 'offer'))
  const names = namesOf(lines.map(({ name }) => name ?? ''))
  if (hasUnknownCost) return m.verdict_unknown_costs({ count: lines.length, names, known: sentenceAmount(knownCost, language) })
  if (lines.length > 0) return m.verdict_unknown_commercial({ count: lines.length, names })
  return reasons.has('simulation-not-run') ? m.verdict_not_simulated() : m.verdict_undefined()
}

const shownNames = 2

function namesOf(names: readonly string[]): string {
  const shown = names.slice(0, shownNames).map((name) => (name.trim() === '' ? m.verdict_unnamed() : name)).join(m.verdict_names_join())
  return names.length > shownNames ? m.verdict_names_more({ names: shown }) : shown
}

function underpriced({ commercialNet, gapNet, parity, parityFloor }: FiguresOf<'underpriced'>, language: Language): string {
  return m.verdict_underpriced({
    commercial: sentenceAmount(commercialNet, language),
    parity: formatPercent(parity, language),
    floor: formatPercent(parityFloor, language, percentPlaces(parityFloor)),
    gap: sentenceAmount(gapNet, language),
  })
}

function thin({ margin, minMargin, raise }: FiguresOf<'thin'>, language: Language): string {
  const words = { margin: margin === null ? '—' : formatPercent(margin, language), target: formatPercent(minMargin, language, percentPlaces(minMargin)) }
  return raise === null ? m.verdict_thin_open(words) : m.verdict_thin({ ...words, raise: sentenceAmount(raise, language, 'up') })
}

function healthy({ margin, lossProbability, parity }: FiguresOf<'healthy'>, language: Language): string {
  return m.verdict_healthy({ margin: formatPercent(margin, language), loss: formatProbability(lossProbability, language), parity: formatPercent(parity, language) })
}

/** '60 %' rather than '60.0 %': a limit somebody typed is shown as typed. */
export function percentPlaces(fraction: number | string): number {
  return Math.min(2, new Decimal(fraction).times(100).decimalPlaces())
}
