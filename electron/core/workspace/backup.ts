import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { copyWorkspace, type Workspace } from '#core/db/workspace.ts'
import { countTenders } from '#core/tenders/tender-store.ts'

/** Tenders and bids: what a person would count. */
export async function countRecords({ db }: Workspace): Promise<number> {
  const { total } = await db.selectFrom('bid').select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return (await countTenders(db)) + total
}

/** Writes one file that holds everything. */
export async function backupWorkspace(workspace: Workspace, file: string): Promise<{ records: number }> {
  mkdirSync(dirname(file), { recursive: true })
  copyWorkspace(workspace.raw, file)
  return { records: await countRecords(workspace) }
}
