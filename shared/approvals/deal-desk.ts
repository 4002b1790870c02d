import { z } from 'zod'
import { defaultPolicy, Policy } from '#shared/pricing/policy.ts'
import { EstimatePolicy } from '#shared/estimate/estimate.ts'
import { Verdict } from '#shared/estimate/verdict.ts'

export const PersonName = z.string().trim().min(1).max(60)

/** Who may sign in a role; a stand-in signs while the people of the role are away, and the log says so. */
export const DeskRole = z.object({ id: z.string().trim().min(1).max(60), people: z.array(PersonName).max(30), standIns: z.array(PersonName).max(30) })
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

export type Signer = { role: string; person: string; isStandIn: boolean }

/** Everybody who may sign in one of `roles`. A person's own role comes before a role they stand in for. */
export function signersFor(desk: DealDesk, roles: readonly string[]): Signer[] {
  return desk.roles
    .filter(({ id }) => roles.includes(id))
    .flatMap(({ id, people, standIns }) => [
      ...people.map((person) => ({ role: id, person, isStandIn: false })),
      ...standIns.filter((person) => !people.includes(person)).map((person) => ({ role: id, person, isStandIn: true })),
    ])
}
