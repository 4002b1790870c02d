import type { CoreContext } from '#core/context.ts'
import type { WorkspaceDb } from '#core/db/workspace.ts'
import { os } from '#core/os.ts'
import { readSetting, writeSetting } from '#core/settings/setting-store.ts'
import type { GoNoGoState } from '#shared/go-no-go/contract.ts'
import { defaultScorecard, GoDecision, GoNoGoDecision, Scorecard, scoreOf, Scores } from '#shared/go-no-go/scorecard.ts'

const key = 'scorecard'

export const goNoGoHandlers = {
  get: os.goNoGo.get.handler(async ({ input: { tenderId }, context, errors }) => {
    const { db } = context.workspace
    if (!(await isTender(db, tenderId))) throw errors.NOT_FOUND()
    return stateOf(db, tenderId)
  }),

  score: os.goNoGo.score.handler(async ({ input: { tenderId, scores }, context, errors }) => {
    const { db } = context.workspace
    if (!(await isTender(db, tenderId))) throw errors.NOT_FOUND()
    await saveScores(db, tenderId, scores, context.now().toISOString())
    return stateOf(db, tenderId)
  }),

  decide: os.goNoGo.decide.handler(async ({ input: { tenderId, by, decision, reason, scores }, context, errors }) => {
    if (decision !== 'go' && reason === '') throw errors.REASON_MISSING()
    return context.workspace.db.transaction().execute(async (db) => {
      if (!(await isTender(db, tenderId))) throw errors.NOT_FOUND()
      await writeDecision(db, { tenderId, by, decision, reason, scores }, context)
      return stateOf(db, tenderId)
    })
  }),

  scorecard: os.goNoGo.scorecard.handler(({ context }) => scorecardOf(context.workspace.db)),

  saveScorecard: os.goNoGo.saveScorecard.handler(async ({ input, context }) => {
    await writeSetting(context.workspace.db, key, input, context.now().toISOString())
    return input
  }),
}

/** One decision with the scores and weights it was taken on. */
export async function writeDecision(db: WorkspaceDb, { tenderId, by, decision, reason, scores }: Pick<GoNoGoDecision, 'tenderId' | 'by' | 'decision' | 'reason' | 'scores'>, { now, newId }: Pick<CoreContext, 'now' | 'newId'>): Promise<void> {
  const at = now().toISOString()
  const scorecard = await scorecardOf(db)
  const { score } = scoreOf(scorecard, scores)
  await saveScores(db, tenderId, scores, at)
  await db.insertInto('tenderDecision').values({ id: newId(), tenderId, at, by, decision, reason, scorecard: JSON.stringify(scorecard), scores: JSON.stringify(scores), score }).execute()
  await db.updateTable('tender').set({ decision, score }).where('id', '=', tenderId).execute()
}

async function isTender(db: WorkspaceDb, id: string): Promise<boolean> {
  return (await db.selectFrom('tender').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

async function scorecardOf(db: WorkspaceDb): Promise<Scorecard> {
  return (await readSetting(db, key, Scorecard)) ?? defaultScorecard
}

export async function saveScores(db: WorkspaceDb, tenderId: string, scores: Scores, at: string): Promise<void> {
  const row = { tenderId, scores: JSON.stringify(scores), updatedAt: at }
  await db.insertInto('tenderScore').values(row).onConflict((conflict) => conflict.column('tenderId').doUpdateSet({ scores: row.scores, updatedAt: at })).execute()
  // The list shows what the scores say as soon as they say it, decided or not.
  await db.updateTable('tender').set({ score: scoreOf(await scorecardOf(db), scores).score }).where('id', '=', tenderId).execute()
}

async function stateOf(db: WorkspaceDb, tenderId: string): Promise<GoNoGoState> {
  const kept = await db.selectFrom('tenderScore').select('scores').where('tenderId', '=', tenderId).executeTakeFirst()
  const rows = await db.selectFrom('tenderDecision').selectAll().where('tenderId', '=', tenderId).orderBy('at', 'desc').orderBy('id', 'desc').execute()
  const history = rows.map((row) => GoNoGoDecision.parse({ ...row, decision: GoDecision.parse(row.decision), scorecard: JSON.parse(row.scorecard), scores: JSON.parse(row.scores) }))
  return { scorecard: await scorecardOf(db), scores: kept ? Scores.parse(JSON.parse(kept.scores)) : {}, history }
}
