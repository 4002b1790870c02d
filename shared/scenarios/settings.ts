import { z } from 'zod'
import { DecimalText } from '#shared/decimal.ts'

const Fraction = DecimalText.refine((text) => Number(text) >= 0 && Number(text) <= 1, 'not a share')

/** What the cases assume: shares as fractions, days as whole days. */
export const ScenarioSettings = z.object({ awardShare: Fraction, priceCut: Fraction, delayDays: z.int().min(0).max(3650) })
export type ScenarioSettings = z.infer<typeof ScenarioSettings>

export const usualSettings: ScenarioSettings = { awardShare: '0.7', priceCut: '0.05', delayDays: 60 }
