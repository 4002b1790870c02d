import { type PriceRules, priceRulesOf } from '#shared/bids/price-rules.ts'
import type { BidContest } from '#shared/contests/bid-contest.ts'
import { contestRange, type ContestRules, likelyContest } from '#shared/contests/own-outlook.ts'
import { neededRivals, type WinRequest, winRequestOf } from '#shared/contests/win-request.ts'
import { pricesToTry } from '#shared/contests/recommend-price.ts'
import { Decimal } from '#shared/decimal.ts'
import type { Contest } from '#shared/pricing/price-score/contest.ts'
import type { PriceFormula } from '#shared/pricing/price-score/formula.ts'
import type { PriceRange } from '#shared/pricing/price-score/levers.ts'
import type { ScoreErrorCode } from '#shared/pricing/price-score/score.ts'
import { type FormulaReading, proposeFormula, type ProposedFormula, readFormula } from '#shared/pricing/read-formula.ts'
import type { RulePack } from '#shared/pricing/rule-pack.ts'
import type { Tender } from '#shared/tenders/tender.ts'

/** The competition of one bid as the notice, the rule pack and a person's assumptions make it. */
export type ContestModel = {
  assumed: BidContest
  rules: PriceRules
  reading: FormulaReading
  /** The text the formula was looked for in: the tender document where it states one, else the notice. */
  formulaSource: string
  proposed: ProposedFormula | null
  /** The person's formula, else the proposed one. */
  formula: PriceFormula | null
  /** Our bid against the likely prices; null with the reason beside it. */
  contest: Contest | null
  problem: 'no-formula' | 'too-few-rivals' | ScoreErrorCode | null
}

function statesFormula(text: string): boolean {
  const { kind, points } = readFormula(text)
  return kind !== null || points !== null
}

/** `tenderDocuments`: their texts, the newest first; the first that states a formula is read. */
export function contestModelOf(assumed: BidContest, tender: Tender, lotNo: string | null, ownPacks: readonly RulePack[], tenderDocuments: readonly string[] = []): ContestModel {
  const rules = priceRulesOf(tender, lotNo, assumed, ownPacks)
  // The tender document sets the rules of the contest; a notice mostly names the method only.
  const formulaSource = tenderDocuments.find(statesFormula) ?? tender.description ?? ''
  const reading = readFormula(formulaSource)
  const proposed = proposeFormula(reading, rules.pack?.price.defaultFormula ?? null)
  const formula = assumed.formula ?? proposed?.formula ?? null
  const common = { assumed, rules, reading, formulaSource, proposed, formula }
  if (formula === null) return { ...common, contest: null, problem: 'no-formula' }
  const made = likelyContest(assumed, { formula, ceiling: rules.ceiling, track: rules.track })
  if (!made.ok) return { ...common, contest: null, problem: made.code }
  return { ...common, contest: made.contest, problem: assumed.rivals.length < neededRivals ? 'too-few-rivals' : null }
}

/** Points are capped at the formula's full score; the 80-point scale ends at 100. null: the lowest evaluated price wins without points. */
export function fullScore(formula: PriceFormula | null): number | null {
  if (formula?.kind === 'lowest-evaluated') return null
  return formula !== null && 'points' in formula ? Number(formula.points) : 100
}

export const contestRulesOf = ({ formula, rules: { ceiling, track } }: ContestModel): ContestRules | null => (formula === null ? null : { formula, ceiling, track })

export type ContestSpan = { range: PriceRange; request: WinRequest }

/** The own prices to look at and the simulation over them; null while it would mean nothing. `landmarks` are simulated themselves. */
export function contestSpanOf(model: ContestModel, own: string, landmarks: readonly (string | null)[]): ContestSpan | null {
  const rules = contestRulesOf(model)
  if (model.contest === null || model.problem !== null || rules === null || !new Decimal(own).gt(0)) return null
  const range = contestRange(model.assumed, own, rules.ceiling, landmarks)
  return { range, request: winRequestOf(model.assumed, rules, pricesToTry(range, [own, ...landmarks])) }
}
