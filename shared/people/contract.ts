import { oc } from '@orpc/contract'
import { z } from 'zod'
import { PersonName } from '#shared/approvals/deal-desk.ts'

/** Names the workspace knows: those written here, those the deal desk names, and owners of tenders; in code point order. */
export const PersonList = z.array(z.object({ name: PersonName, tenders: z.int(), isOnDesk: z.boolean() }))
export type PersonList = z.infer<typeof PersonList>

const Me = z.object({ name: PersonName.nullable() })

export const peopleContract = {
  /** Who works at this workspace now, as they said themselves; null while nobody said. */
  me: oc.output(Me),
  /** The name joins the list. */
  setMe: oc.input(Me).output(Me),
  list: oc.output(PersonList),
  add: oc.input(z.object({ name: PersonName })).output(PersonList),
  /** A person who still owns tenders, or signs on the deal desk, stays. */
  remove: oc.errors({ STILL_NEEDED: {} }).input(z.object({ name: PersonName })).output(PersonList),
}
