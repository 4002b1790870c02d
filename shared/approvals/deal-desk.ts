import { z } from 'zod'
import { defaultPolicy, Policy } from '#shared/pricing/policy.ts'
import { EstimatePolicy } from '#shared/estimate/estimate.ts'
import { Verdict } from '#shared/estimate/verdict.ts'
import { Day } from '#shared/time.ts'

export const PersonName = z.string().trim().min(1).max(60)

/** Who signs for the people of a role while they are away: for good, or between two days (Beijing). Older logs hold the name alone. */
export type StandIn = { person: string; from: string | null; to: string | null }
export const StandIn: z.ZodType<StandIn, StandIn | string> = z.union([
  PersonName.transform((person) => ({ person, from: null, to: null })),
  z
    .object({ person: PersonName, from: Day.nullable(), to: Day.nullable() })
    .refine(({ from, to }) => from === null || to === null || from <= to, { path: ['to'], message: 'ends-before-it-starts' }),
])

/** Who may sign in a role; a stand-in's signature says so in the log. */
export const DeskRole = z.object({ id: z.string().trim().min(1).max(60), people: z.array(PersonName).max(30), standIns: z.array(StandIn).max(30) })
export type DeskRole = z.infer<typeof DeskRole>

const between = (least: number, most: number) => (text: string) => Number(text) >= least && Number(text) <= most

/** The limits of the verdicts (estimate model), as fractions; one that could never hold, or always does, is refused. */
export const CompanyPolicy = z.object({
  minMargin: EstimatePolicy.shape.minMargin.refine(between(0, 0.95), 'from 0 to 95 %'),
  maxLossProbability: EstimatePolicy.shape.maxLossProbability.refine(between(0, 1), 'from 0 to 100 %'),
  parityFloor: EstimatePolicy.shape.parityFloor.refine(between(0, 2), 'from 0 to 200 %'),
  likelyWin: EstimatePolicy.shape.likelyWin.refine(between(0, 1), 'from 0 to 100 %'),
}).prefault({})

/** The company's rules of who signs what. A stop that nobody can lift, or that asks nobody, is refused here. */
export const DealDesk = z
  .object({ policy: Policy, /** The limits every bid is judged by. */ thresholds: CompanyPolicy, roles: z.array(DeskRole).min(1).max(20) })
  .superRefine(({ policy, roles }, context) => {
    const known = new Set(roles.map(({ id }) => id))
    if (known.size < roles.length) context.addIssue({ code: 'custom', path: ['roles'], message: 'role-twice' })
    for (const verdict of Verdict.options) {
      const { level, approvers } = policy.rungs[verdict]
      if (level === 'block' && approvers.length === 0) context.addIssue({ code: 'custom', path: ['policy', 'rungs', verdict], message: 'block-without-approver' })
      if (approvers.some((role) => !known.has(role))) context.addIssue({ code: 'custom', path: ['policy', 'rungs', verdict], message: 'role-unknown' })
    }
  })
export type DealDesk = z.infer<typeof DealDesk>

/** Before anybody wrote rules: those of `defaultPolicy`, and nobody named yet. */
export const defaultDesk: DealDesk = {
  policy: defaultPolicy,
  thresholds: CompanyPolicy.parse({}),
  roles: ['sales-director', 'finance'].map((id) => ({ id, people: [], standIns: [] })),
}

const isStandingIn = ({ from, to }: StandIn, day: string): boolean => (from === null || from <= day) && (to === null || day <= to)

/** Verdicts that ask for more signatures than there are different people to give them: nobody signs twice. */
export function shorthanded({ policy, roles }: DealDesk): Verdict[] {
  const peopleOf = (role: string) => roles.filter(({ id }) => id === role).flatMap(({ people, standIns }) => [...people, ...standIns.map(({ person }) => person)])
  return Verdict.options.filter((verdict) => {
    const { level, approvers } = policy.rungs[verdict]
    const named = approvers.map(peopleOf)
    return level === 'block' && named.every((people) => people.length > 0) && new Set(named.flat()).size < approvers.length
  })
}

export type Signer = { role: string; person: string; isStandIn: boolean }

/** Everybody who may sign in one of `roles` on a day. A person's own role comes before a role they stand in for. */
export function signersFor(desk: DealDesk, roles: readonly string[], day: string): Signer[] {
  return desk.roles
    .filter(({ id }) => roles.includes(id))
    .flatMap(({ id, people, standIns }) => [
      ...people.map((person) => ({ role: id, person, isStandIn: false })),
      ...standIns.filter((standIn) => isStandingIn(standIn, day) && !people.includes(standIn.person)).map(({ person }) => ({ role: id, person, isStandIn: true })),
    ])
}
