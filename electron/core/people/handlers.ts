import { z } from 'zod'
import { readLog } from '#core/approvals/audit-log.ts'
import type { CoreContext } from '#core/context.ts'
import type { WorkspaceDb } from '#core/db/workspace.ts'
import { os } from '#core/os.ts'
import { readSetting, writeSetting } from '#core/settings/setting-store.ts'
import { currentPerson, setCurrentPerson } from '#core/people/current-person.ts'
import { PersonName } from '#shared/approvals/deal-desk.ts'
import { ledgerOf } from '#shared/approvals/ledger.ts'
import type { PersonList } from '#shared/people/contract.ts'

const key = 'people'
const Names = z.array(PersonName)

export const peopleHandlers = {
  me: os.people.me.handler(async ({ context }) => ({ name: await currentPerson(context.workspace.db) })),

  setMe: os.people.setMe.handler(async ({ input: { name }, context }) => {
    const { db } = context.workspace
    const at = context.now().toISOString()
    await setCurrentPerson(db, name, at)
    if (name !== null) await addName(db, name, at)
    return { name }
  }),

  list: os.people.list.handler(({ context }) => listPeople(context)),

  add: os.people.add.handler(async ({ input: { name }, context }) => {
    await addName(context.workspace.db, name, context.now().toISOString())
    return listPeople(context)
  }),

  remove: os.people.remove.handler(async ({ input: { name }, context, errors }) => {
    const { db } = context.workspace
    const person = (await listPeople(context)).find((each) => each.name === name)
    if (person !== undefined && (person.tenders > 0 || person.isOnDesk)) throw errors.STILL_NEEDED()
    const names = (await readSetting(db, key, Names)) ?? []
    await writeSetting(db, key, names.filter((each) => each !== name), context.now().toISOString())
    return listPeople(context)
  }),
}

async function addName(db: WorkspaceDb, name: string, at: string): Promise<void> {
  const names = (await readSetting(db, key, Names)) ?? []
  if (!names.includes(name)) await writeSetting(db, key, [...names, name], at)
}

async function listPeople({ workspace }: CoreContext): Promise<PersonList> {
  const { db } = workspace
  const written = (await readSetting(db, key, Names)) ?? []
  const { desk } = ledgerOf((await readLog(workspace)).entries)
  const onDesk = new Set(desk.roles.flatMap(({ people, standIns }) => [...people, ...standIns.map(({ person }) => person)]))
  const owners = await db.selectFrom('tender').select(['owner as name', (eb) => eb.fn.countAll<number>().as('tenders')]).where('owner', 'is not', null).groupBy('owner').execute()
  const owned = new Map(owners.flatMap(({ name, tenders }) => (name === null ? [] : [[name, tenders] as const])))
  return [...new Set([...written, ...onDesk, ...owned.keys()])].toSorted().map((name) => ({ name, tenders: owned.get(name) ?? 0, isOnDesk: onDesk.has(name) }))
}
