import { statSync } from 'node:fs'
import { basename } from 'node:path'
import type { CoreContext } from '#core/context.ts'
import { os } from '#core/os.ts'
import { countTenders } from '#core/tenders/tender-store.ts'
import { automaticBackupPath, automaticBackups } from '#core/workspace/automatic-backups.ts'
import { backupWorkspace } from '#core/workspace/backup.ts'
import { stageRestore } from '#core/workspace/restore.ts'
import { clearSample } from '#core/sample/clear.ts'
import { loadSample } from '#core/sample/sample.ts'
import type { WorkspaceInfo } from '#shared/workspace/contract.ts'

export const workspaceHandlers = {
  info: os.workspace.info.handler(({ context }) => info(context)),
  loadSample: os.workspace.loadSample.handler(async ({ context }) => {
    const { hasSample } = await info(context)
    if (!hasSample) await loadSample(context)
    return info(context)
  }),
  clearSample: os.workspace.clearSample.handler(async ({ context }) => {
    await clearSample(context)
    return info(context)
  }),
  backup: os.workspace.backup.handler(async ({ input, context, errors }) => {
    const path = context.files.pathOf(input.destination)
    if (path === undefined) throw errors.FILE_UNKNOWN()
    // The file is open: a backup onto it would destroy what it saves.
    if (path === context.workspace.path) throw errors.WRITE_FAILED()
    const { records } = await backupWorkspace(context.workspace, path).catch((error: unknown) => {
      throw errors.WRITE_FAILED({ cause: error })
    })
    return { fileName: basename(path), bytes: statSync(path).size, records }
  }),
  backups: os.workspace.backups.handler(({ context }) => automaticBackups(context.workspace.path)),
  restore: os.workspace.restore.handler(({ input, context, errors }) => {
    const { path: target } = context.workspace
    const path = 'token' in input ? context.files.pathOf(input.token) : automaticBackupPath(target, input.name)
    if (path === undefined || path === null) throw errors.FILE_UNKNOWN()
    const problem = stageRestore(path, target)
    if (problem !== null) throw problem.code === 'not-a-workspace' ? errors.NOT_A_WORKSPACE() : errors.FROM_THE_FUTURE()
    context.restart()
    return { isRestarting: true as const }
  }),
}

async function info({ workspace }: CoreContext): Promise<WorkspaceInfo> {
  const { db } = workspace
  const bids = await db.selectFrom('bid').select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const sample = await db.selectFrom('tender').select('id').where('isSample', '=', 1).limit(1).executeTakeFirst()
  return { fileName: basename(workspace.path), tenders: await countTenders(db), bids: bids.total, hasSample: sample !== undefined }
}
