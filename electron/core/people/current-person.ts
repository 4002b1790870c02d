import { z } from 'zod'
import type { WorkspaceDb } from '#core/db/workspace.ts'
import { readSetting, writeSetting } from '#core/settings/setting-store.ts'
import { PersonName } from '#shared/approvals/deal-desk.ts'

const key = 'me'
const Me = z.object({ name: PersonName.nullable() })

/** Who works at this workspace, as they said themselves: written beside what they change. Null while nobody said. */
export async function currentPerson(db: WorkspaceDb): Promise<string | null> {
  return (await readSetting(db, key, Me))?.name ?? null
}

export async function setCurrentPerson(db: WorkspaceDb, name: string | null, at: string): Promise<void> {
  await writeSetting(db, key, { name }, at)
}
