import { findBid } from '#core/bids/bid-store.ts'
import type { WorkspaceDb } from '#core/db/workspace.ts'
import { os } from '#core/os.ts'
import { responseRows, responseVersion, writeResponse } from '#core/responses/response-store.ts'
import { answerFromRequirement, stateOf } from '#shared/responses/response.ts'

export const responsesHandlers = {
  list: os.responses.list.handler(async ({ input, context, errors }) => {
    const { db } = context.workspace
    const stored = await findBid(db, input.bidId)
    if (stored === null) throw errors.NOT_FOUND()
    return responseRows(db, stored.bid)
  }),

  save: os.responses.save.handler(async ({ input: { bidId, requirementId, version, response }, context, errors }) => {
    const { workspace, now } = context
    return workspace.db.transaction().execute(async (db) => {
      if (!(await rowsById(db, bidId))?.has(requirementId)) throw errors.NOT_FOUND()
      const known = await responseVersion(db, bidId, requirementId)
      if (known !== version) throw errors.STALE({ data: { version: known } })
      await writeResponse(db, bidId, requirementId, { version: version + 1, response, at: now().toISOString() })
      return { requirementId, version: version + 1, response }
    })
  }),

  answerOpen: os.responses.answerOpen.handler(async ({ input: { bidId, requirementIds, deviation }, context, errors }) => {
    const { workspace, now } = context
    return workspace.db.transaction().execute(async (db) => {
      const rows = await rowsById(db, bidId)
      if (rows === null) throw errors.NOT_FOUND()
      const open = requirementIds.flatMap((id) => rows.get(id) ?? []).filter((row) => row.requirement.scoring === null && stateOf(row) === 'open')
      for (const { requirement, response, version } of open) {
        const answer = response.answer ?? answerFromRequirement(requirement.text)
        await writeResponse(db, bidId, requirement.id, { version: version + 1, response: { ...response, answer, deviation: response.deviation ?? deviation }, at: now().toISOString() })
      }
      return { before: open.map(({ requirement, response }) => ({ requirementId: requirement.id, response })) }
    })
  }),

  putBack: os.responses.putBack.handler(async ({ input: { bidId, answers }, context, errors }) => {
    const { workspace, now } = context
    return workspace.db.transaction().execute(async (db) => {
      const rows = await rowsById(db, bidId)
      if (rows === null) throw errors.NOT_FOUND()
      const known = answers.filter(({ requirementId }) => rows.has(requirementId))
      for (const { requirementId, response } of known) await writeResponse(db, bidId, requirementId, { version: (rows.get(requirementId)?.version ?? 0) + 1, response, at: now().toISOString() })
      return { count: known.length }
    })
  }),
}

async function rowsById(db: WorkspaceDb, bidId: string) {
  const stored = await findBid(db, bidId)
  return stored === null ? null : new Map((await responseRows(db, stored.bid)).map((row) => [row.requirement.id, row]))
}
