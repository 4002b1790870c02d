import { z } from 'zod'
import { MoneyText, DecimalText, Decimal } from '#shared/decimal.ts'
import { CostCategory, type Subsidy } from '#shared/estimate/estimate.ts'
import { isWithin } from '#shared/estimate/subsidy-window.ts'
import { Day, Instant } from '#shared/time.ts'

const Fraction = DecimalText.refine((text) => Number(text) >= 0 && Number(text) <= 1, 'not a share')
const Amount = MoneyText.refine((text) => !text.startsWith('-'), 'below 0')

/** What a person says about a source of subsidy. Null is not known; money is CNY. */
export const ProgrammeDraft = z.object({
  name: z.string().trim().min(1).max(200),
  region: z.string().max(100),
  categories: z.array(CostCategory).min(1).max(10),
  /** Share of the cost it pays back. */
  share: Fraction.nullable(),
  /** Most for one contract, and most for one firm in a year. */
  cap: Amount.nullable(),
  yearlyCap: Amount.nullable(),
  /** First and last day it can be used. */
  from: Day.nullable(),
  until: Day.nullable(),
  payoutDelayMonths: z.int().min(0).max(240).nullable(),
  /** The number of the letter of approval: without it nothing is secured. */
  evidence: z.string().max(300).nullable(),
  isApproved: z.boolean(),
  source: z.string().max(500).nullable(),
  confidence: z.enum(['official', 'secondary', 'weak', 'unknown']),
  note: z.string().max(1000).nullable(),
})
export type ProgrammeDraft = z.infer<typeof ProgrammeDraft>

export const Programme = ProgrammeDraft.extend({ id: z.string(), version: z.int(), updatedAt: Instant })
export type Programme = z.infer<typeof Programme>

export type ProgrammeStatus = 'open' | 'upcoming' | 'closed' | 'window-unknown'

/** Where `today` stands to its window; both ends count. */
export const statusOf = ({ from, until }: Pick<ProgrammeDraft, 'from' | 'until'>, today: string): ProgrammeStatus => {
  if (until !== null && until < today) return 'closed'
  if (from !== null && from > today) return 'upcoming'
  return from === null && until === null ? 'window-unknown' : 'open'
}

/** Secured only when approved with evidence and within its window: never by hope. */
export const isSecured = (programme: ProgrammeDraft, today: string): boolean =>
  programme.isApproved && programme.evidence !== null && programme.evidence.trim() !== '' && isWithin(programme, today)

const lowestCap = ({ cap, yearlyCap }: ProgrammeDraft): string | null => {
  const caps = [cap, yearlyCap].filter((amount) => amount !== null)
  return caps.length === 0 ? null : Decimal.min(...caps).toFixed(2)
}

/** True when the record says enough to count with. */
export const isUsable = (programme: ProgrammeDraft): boolean => programme.share !== null && lowestCap(programme) !== null

/** The subsidies of a bid this programme gives, one for each category it covers; a share or cap that is not known counts as 0. */
export const subsidiesOf = (programme: Programme, today: string, newId: () => string): Subsidy[] =>
  programme.categories.map((category) => ({
    id: newId(),
    programme: programme.name,
    category,
    share: programme.share ?? '0',
    cap: lowestCap(programme) ?? '0',
    payoutDelayMonths: programme.payoutDelayMonths ?? 0,
    secured: isSecured(programme, today),
    programmeId: programme.id,
    evidence: programme.evidence,
    from: programme.from,
    until: programme.until,
  }))
