import { basename } from 'node:path'
import type { CoreContext } from '#core/context.ts'
import { os } from '#core/os.ts'
import { countTenders } from '#core/tenders/tender-store.ts'
import { clearSample, loadSample } from '#core/workspace/sample.ts'
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
}

async function info({ workspace }: CoreContext): Promise<WorkspaceInfo> {
  const { db } = workspace
  const bids = await db.selectFrom('bid').select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const sample = await db.selectFrom('tender').select('id').where('isSample', '=', 1).limit(1).executeTakeFirst()
  return { fileName: basename(workspace.path), tenders: await countTenders(db), bids: bids.total, hasSample: sample !== undefined }
}
