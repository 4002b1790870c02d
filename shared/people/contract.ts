import { oc } from '@orpc/contract'
import { z } from 'zod'
import { PersonName } from '#shared/approvals/deal-desk.ts'

/** Names the workspace knows: those written here, those the deal desk names, and owners of tenders; in code point order. */
export const PersonList = z.array(z.object({ name: PersonName, tenders: z.int(), isOnDesk: z.boolean() }))
export type PersonList = z.infer<typeof PersonList>

export const peopleContract = {
  list: oc.output(PersonList),
  add: oc.input(z.object({ name: PersonName })).output(PersonList),
  /** A person who still owns tenders, or signs on the deal desk, stays. */
  remove: oc.errors({ STILL_NEEDED: {} }).input(z.object({ name: PersonName })).output(PersonList),
}
