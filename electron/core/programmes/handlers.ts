import { os } from '#core/os.ts'
import { allProgrammes, findProgramme, insertProgramme, removeProgramme, updateProgramme } from '#core/programmes/programme-store.ts'
import type { Programme } from '#shared/programmes/programme.ts'
import { starterProgrammes } from '#shared/programmes/starters.ts'

export const programmesHandlers = {
  list: os.programmes.list.handler(({ context }) => allProgrammes(context.workspace.db)),

  add: os.programmes.add.handler(async ({ input, context: { workspace, newId, now } }) => {
    const programme: Programme = { ...input.draft, id: newId(), version: 1, updatedAt: now().toISOString() }
    await insertProgramme(workspace.db, programme)
    return programme
  }),

  save: os.programmes.save.handler(({ input, context: { workspace, now }, errors }) =>
    workspace.db.transaction().execute(async (db) => {
      const stored = await findProgramme(db, input.id)
      if (stored === null) throw errors.NOT_FOUND()
      const programme: Programme = { ...input.draft, id: stored.id, version: input.version + 1, updatedAt: now().toISOString() }
      if (!(await updateProgramme(db, programme, input.version))) throw errors.STALE({ data: { version: stored.version } })
      return programme
    }),
  ),

  remove: os.programmes.remove.handler(async ({ input, context: { workspace } }) => {
    await removeProgramme(workspace.db, input.id)
    return allProgrammes(workspace.db)
  }),

  addStarters: os.programmes.addStarters.handler(({ context: { workspace, newId, now } }) =>
    workspace.db.transaction().execute(async (db) => {
      const known = new Set((await allProgrammes(db)).map(({ region, name }) => `${region}/${name}`))
      const updatedAt = now().toISOString()
      for (const draft of starterProgrammes) if (!known.has(`${draft.region}/${draft.name}`)) await insertProgramme(db, { ...draft, id: newId(), version: 1, updatedAt })
      return allProgrammes(db)
    }),
  ),
}
