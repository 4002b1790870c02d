import { z } from 'zod'
import { MoneyText } from '#shared/decimal.ts'
import { Unknown } from '#shared/estimate/unknowns.ts'

/** The verdicts of the estimate model in their order of precedence: a bid's verdict is the first that holds. */
export const Verdict = z.enum([
  'over-ceiling',
  'abnormally-low',
  'below-incremental',
  'below-fulfilment',
  'below-full-cost',
  'likely-loss',
  'cannot-judge',
  'underpriced',
  'thin',
  'healthy',
])
export type Verdict = z.infer<typeof Verdict>

/** One trigger of the tender's rule pack that fires; the threshold is the price below which it does, where there is one. */
export const AbnormallyLowTrigger = z.object({ rule: z.string(), threshold: MoneyText.nullable() })
export type AbnormallyLowTrigger = z.infer<typeof AbnormallyLowTrigger>

/** `shortfall` is what V (net revenue and VAT refund) lacks to `cost`, the cost layer of the flag; all CNY. */
const LossFigures = z.object({ value: MoneyText, cost: MoneyText, shortfall: MoneyText, profit: MoneyText, breakEvenPrice: MoneyText.nullable() })

const ratio = z.number()

/** A flag with the figures its sentence needs: codes and numbers only, the words are the renderer's. */
export const Flag = z.discriminatedUnion('code', [
  z.object({ code: z.literal('over-ceiling'), figures: z.object({ offerTotal: MoneyText, ceiling: MoneyText, excess: MoneyText }) }),
  /** `rule` and `threshold` are those of the highest threshold that fires; `rules` names all. `raise` brings the offer to it. */
  z.object({
    code: z.literal('abnormally-low'),
    figures: z.object({ offerTotal: MoneyText, rule: z.string(), threshold: MoneyText.nullable(), raise: MoneyText.nullable(), rules: z.array(z.string()) }),
  }),
  z.object({ code: z.literal('below-incremental'), figures: LossFigures }),
  z.object({ code: z.literal('below-fulfilment'), figures: LossFigures }),
  z.object({ code: z.literal('below-full-cost'), figures: LossFigures }),
  /** `safePrice` brings P(loss) down to the limit; null without a loss curve. `lossesPer100` is rounded, 1…99 unless certain. */
  z.object({
    code: z.literal('likely-loss'),
    figures: z.object({ profit: MoneyText, lossProbability: ratio, lossesPer100: z.int(), maxLossProbability: ratio, safePrice: MoneyText.nullable() }),
  }),
  /** `knownCost` is expected cost with unknown unit costs as 0: a minimum. `count` and `names` are of lines. */
  z.object({
    code: z.literal('cannot-judge'),
    figures: z.object({ count: z.int(), names: z.array(z.string()), knownCost: MoneyText, unknowns: z.array(Unknown), hasUnknownCost: z.boolean() }),
  }),
  /** `gap` is VAT-inclusive, the `…Net` figures are before VAT; `parityFloorPrice` is the offer total at the parity floor. */
  z.object({
    code: z.literal('underpriced'),
    figures: z.object({
      offerTotal: MoneyText,
      commercialValue: MoneyText,
      gap: MoneyText,
      netRevenue: MoneyText,
      commercialNet: MoneyText,
      gapNet: MoneyText,
      parity: ratio,
      parityFloor: ratio,
      parityFloorPrice: MoneyText,
    }),
  }),
  /** `raise` is what the offer total lacks to `floorPrice`. */
  z.object({
    code: z.literal('thin'),
    figures: z.object({ profit: MoneyText, margin: ratio.nullable(), minMargin: ratio, floorPrice: MoneyText.nullable(), raise: MoneyText.nullable() }),
  }),
  z.object({ code: z.literal('healthy'), figures: z.object({ profit: MoneyText, margin: ratio, lossProbability: ratio, parity: ratio }) }),
])
export type Flag = z.infer<typeof Flag>

/** The judgement of a bid: every flag that holds, in order of precedence, the first being the verdict. */
export const Judgement = z.object({ verdict: Verdict, flags: z.array(Flag), lossMaking: z.boolean(), lossMakingWin: z.boolean() })
export type Judgement = z.infer<typeof Judgement>
