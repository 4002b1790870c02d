import { loadCompany, saveCompany } from '#core/company/company-store.ts'
import { os } from '#core/os.ts'

export const companyHandlers = {
  get: os.company.get.handler(({ context }) => loadCompany(context.workspace.db)),
  save: os.company.save.handler(async ({ input, context }) => {
    await saveCompany(context.workspace.db, input, context.now().toISOString())
    return input
  }),
}
