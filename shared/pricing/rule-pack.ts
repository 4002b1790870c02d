import { z } from 'zod'
import { Confidence } from '#shared/calendar/deadline-rules.ts'
import { DecimalText } from '#shared/decimal.ts'
import { AbnormalRule } from '#shared/pricing/abnormally-low/applicable.ts'
import { AbnormalRates } from '#shared/pricing/abnormally-low/chinese.ts'
import { PriceFormula } from '#shared/pricing/price-score/formula.ts'
import { Track } from '#shared/pricing/track.ts'
import { Day } from '#shared/time.ts'

/** Above 0, at most 1. */
const share = DecimalText.refine((text) => Number(text) > 0 && Number(text) <= 1, 'share')
const Days = z.object({ effectiveFrom: Day.nullable(), effectiveTo: Day.nullable() })

const source = { article: z.string().min(1).max(500), confidence: Confidence }

/** What the program knows of one legal track in one span of time. Data, never code: it is updated without a release. */
export const RulePack = z
  .object({
    id: z.string().regex(/^[a-z0-9-]+$/),
    track: Track,
    /** `pilot_ftz` packs apply only to projects in a pilot zone. */
    zone: z.enum(['any', 'pilot_ftz']),
    effectiveFrom: Day.nullable(),
    effectiveTo: Day.nullable(),
    lastChecked: Day,
    price: z.object({
      /** fixed: the law gives the formula; document: only what the document states. */
      freedom: z.enum(['fixed', 'document']),
      allowedFormulas: z.array(z.string()).nullable(),
      defaultFormula: PriceFormula.nullable(),
      /** Least points of 100 by category; null: none set. */
      leastPoints: z.object({ goods: DecimalText, service: DecimalText }).nullable(),
      ...source,
    }),
    /** Policy deductions from the scored price; empty where the track has none. */
    deductions: z.array(z.object({ policy: z.string(), category: z.enum(['any', 'goods-services', 'works']), minRate: share, maxRate: share, effectiveFrom: Day, ...source })),
    abnormallyLow: z.object({ rule: AbnormalRule, rates: AbnormalRates.extend({ avg: share.nullable(), second: share.nullable(), ceiling: share.nullable() }).nullable(), action: z.string().max(1000), ...source }),
    limits: z.array(z.object({ code: z.string(), share, of: z.enum(['budget', 'estimate', 'contract']), cap: DecimalText.nullable(), ...source })),
  })
  .refine(({ effectiveFrom, effectiveTo }) => effectiveFrom === null || effectiveTo === null || effectiveFrom <= effectiveTo, {
    path: ['effectiveTo'],
    message: 'ends-before-it-starts',
    // Said with whatever else is wrong, so that a file is put right in one go.
    when: ({ value }) => Days.safeParse(value).success,
  })
export type RulePack = z.infer<typeof RulePack>

export type RulePackChoice = { ok: true; pack: RulePack } | { ok: false; code: 'no-rule-pack' | 'project-date-unknown' }

/** The pack for a track on the day the tender document was issued; a pilot zone's own pack comes first. */
export function selectRulePack(packs: readonly RulePack[], track: Track, projectDate: string | null, zone: 'pilot_ftz' | 'other'): RulePackChoice {
  if (projectDate === null) return { ok: false, code: 'project-date-unknown' }
  const inForce = packs.filter((pack) => pack.track === track && isInForce(pack, projectDate))
  const pilot = zone === 'pilot_ftz' ? inForce.find((pack) => pack.zone === 'pilot_ftz') : undefined
  const pack = pilot ?? inForce.find((candidate) => candidate.zone === 'any')
  return pack === undefined ? { ok: false, code: 'no-rule-pack' } : { ok: true, pack }
}

/** Do two packs claim the same project? Packs of a track, a zone and a common day do. */
export function isOverlapping(a: RulePack, b: RulePack): boolean {
  return a.track === b.track && a.zone === b.zone && (a.effectiveFrom ?? '') <= (b.effectiveTo ?? '9999') && (b.effectiveFrom ?? '') <= (a.effectiveTo ?? '9999')
}

function isInForce({ effectiveFrom, effectiveTo }: RulePack, day: string): boolean {
  return (effectiveFrom === null || effectiveFrom <= day) && (effectiveTo === null || day <= effectiveTo)
}

export type FormulaWarning = 'formula-not-allowed' | 'weight-too-low'

/** What a document's formula breaks in its pack, e.g. a mean benchmark in a government tender (87号令55条). Still computed, but shown. */
export function formulaWarnings(pack: RulePack, formula: PriceFormula, category: 'goods' | 'service'): FormulaWarning[] {
  const { allowedFormulas, leastPoints } = pack.price
  const points = 'points' in formula ? Number(formula.points) : null
  return [
    ...(allowedFormulas !== null && !allowedFormulas.includes(formula.kind) ? (['formula-not-allowed'] as const) : []),
    ...(leastPoints !== null && points !== null && points < Number(leastPoints[category]) ? (['weight-too-low'] as const) : []),
  ]
}
