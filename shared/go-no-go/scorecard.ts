import { z } from 'zod'
import { PersonName } from '#shared/approvals/deal-desk.ts'
import { Decimal } from '#shared/decimal.ts'
import { Instant } from '#shared/time.ts'

export const GoDecision = z.enum(['go', 'conditional', 'no-go'])
export type GoDecision = z.infer<typeof GoDecision>

export const Criterion = z.object({
  id: z.string().min(1).max(60),
  /** Null for a standard criterion: the window words it. */
  name: z.string().trim().min(1).max(60).nullable(),
  /** Its share; only the proportion to the others counts. */
  weight: z.int().min(0).max(100),
})
export type Criterion = z.infer<typeof Criterion>

export const Scorecard = z
  .object({
    criteria: z.array(Criterion).min(1).max(20),
    /** Of 100; at or above it the score speaks for a bid. */
    threshold: z.int().min(0).max(100),
  })
  .superRefine(({ criteria }, context) => {
    if (new Set(criteria.map(({ id }) => id)).size < criteria.length) context.addIssue({ code: 'custom', path: ['criteria'], message: 'criterion-twice' })
    if (criteria.every(({ weight }) => weight === 0)) context.addIssue({ code: 'custom', path: ['criteria'], message: 'no-weight' })
  })
export type Scorecard = z.infer<typeof Scorecard>

/** A start for tenders of language models: price room and competition weigh most, because the ceilings are low and the field is full. */
export const defaultScorecard: Scorecard = {
  criteria: [
    { id: 'strategic-fit', name: null, weight: 15 },
    { id: 'competence', name: null, weight: 15 },
    { id: 'price-room', name: null, weight: 20 },
    { id: 'competition', name: null, weight: 15 },
    { id: 'payment-terms', name: null, weight: 10 },
    { id: 'capacity', name: null, weight: 10 },
    { id: 'relationship', name: null, weight: 10 },
    { id: 'risk', name: null, weight: 5 },
  ],
  threshold: 60,
}

/** 0 speaks against a bid, 5 for it, in every criterion; a criterion nobody scored is missing, not 0. */
export const Scores = z.record(z.string(), z.int().min(0).max(5))
export type Scores = z.infer<typeof Scores>

export type ScoreResult = {
  /** 0–100 with one decimal, half-up; null while a criterion with weight is not scored. */
  score: number | null
  /** What it can still become, whatever the missing scores are. */
  least: number
  most: number
  missing: string[]
  isAbove: boolean | null
}

/** The weighted score of 100: Σ weight × score ÷ (5 × Σ weight). Unknown scores are never taken for 0. */
export function scoreOf({ criteria, threshold }: Scorecard, scores: Scores): ScoreResult {
  const counted = criteria.filter(({ weight }) => weight > 0)
  const missing = counted.filter(({ id }) => scores[id] === undefined).map(({ id }) => id)
  const total = counted.reduce((sum, { weight }) => sum + weight, 0)
  const share = (unknown: number) => {
    const points = counted.reduce((sum, { id, weight }) => sum + weight * (scores[id] ?? unknown), 0)
    return new Decimal(points).times(20).div(total).toDecimalPlaces(1, Decimal.ROUND_HALF_UP).toNumber()
  }
  const [least, most] = [share(0), share(5)]
  const score = missing.length === 0 ? least : null
  return { score, least, most, missing, isAbove: score !== null ? score >= threshold : least >= threshold ? true : most < threshold ? false : null }
}

/** One decision, written once: the scores and weights it was taken on stay with it. */
export const GoNoGoDecision = z.object({
  id: z.string(),
  tenderId: z.string(),
  at: Instant,
  by: PersonName,
  decision: GoDecision,
  reason: z.string().trim().max(2000),
  scorecard: Scorecard,
  scores: Scores,
  score: z.number().nullable(),
})
export type GoNoGoDecision = z.infer<typeof GoNoGoDecision>
