import type { ScorePoint } from '#renderer/components/charts/price-chart.tsx'
import { type ContestModel, fullScore } from '#shared/contests/contest-model.ts'
import { totalsAt } from '#shared/pricing/price-score/contest.ts'
import { fast, Float } from '#shared/pricing/price-score/numeric.ts'

const linePoints = 121

/** Our score at a price as a share of the full score, for the chart; null where it is invalid, and without enough rivals at all. */
export function scoreShareOf({ contest, problem, formula }: ContestModel): ((price: number) => number | null) | null {
  if (contest === null || problem !== null || formula === null) return null
  const totals = totalsAt(contest, fast)
  const full = fullScore(formula)
  if (full === null) return null
  return (price) => {
    const { ownScore } = totals(new Float(price))
    return ownScore && ownScore.value / full
  }
}

export function scoreLine(shareAt: (price: number) => number | null, min: number, max: number): ScorePoint[] {
  return Array.from({ length: linePoints }, (_, index) => {
    const price = min + ((max - min) * index) / (linePoints - 1)
    return { price, share: shareAt(price) }
  })
}
