import { z } from 'zod'
import type { CoreContext } from '#core/context.ts'
import type { WorkspaceDb } from '#core/db/workspace.ts'
import { readSetting, writeSetting } from '#core/settings/setting-store.ts'

const key = 'sample'

/** What the sample put where no row says it is the sample's: programmes, and the log up to its head then. */
const SampleMark = z.object({ programmes: z.array(z.string()).default([]), log: z.object({ entries: z.int(), hash: z.string() }).nullable().default(null) })
export type SampleMark = z.infer<typeof SampleMark>

export async function readSampleMark(db: WorkspaceDb): Promise<SampleMark> {
  return (await readSetting(db, key, SampleMark)) ?? SampleMark.parse({})
}

export async function markSample(db: WorkspaceDb, added: Partial<SampleMark>, { now }: CoreContext): Promise<void> {
  await writeSetting(db, key, { ...(await readSampleMark(db)), ...added }, now().toISOString())
}

export async function forgetSampleMark(db: WorkspaceDb): Promise<void> {
  await db.deleteFrom('setting').where('key', '=', key).execute()
}
