import type { Router } from '@orpc/server'
import { approvalsHandlers } from '#core/approvals/handlers.ts'
import { bidsHandlers } from '#core/bids/handlers.ts'
import { companyHandlers } from '#core/company/handlers.ts'
import { contestsHandlers } from '#core/contests/handlers.ts'
import type { CoreContext } from '#core/context.ts'
import { documentsHandlers } from '#core/documents/handlers.ts'
import { filesHandlers } from '#core/files/handlers.ts'
import { duplicatesHandlers } from '#core/duplicates/handlers.ts'
import { feedsHandlers } from '#core/feeds/handlers.ts'
import { importsHandlers } from '#core/imports/handlers.ts'
import { libraryHandlers } from '#core/library/handlers.ts'
import { os } from '#core/os.ts'
import { outcomesHandlers } from '#core/outcomes/handlers.ts'
import { portfolioHandlers } from '#core/portfolio/handlers.ts'
import { reportsHandlers } from '#core/reports/handlers.ts'
import { requirementsHandlers } from '#core/requirements/handlers.ts'
import { responsesHandlers } from '#core/responses/handlers.ts'
import { peopleHandlers } from '#core/people/handlers.ts'
import { remindersHandlers } from '#core/reminders/handlers.ts'
import { scheduleHandlers } from '#core/schedule/handlers.ts'
import { savedSearchesHandlers } from '#core/saved-searches/handlers.ts'
import { goNoGoHandlers } from '#core/go-no-go/handlers.ts'
import { rulesHandlers } from '#core/rules/handlers.ts'
import { pricesHandlers } from '#core/prices/handlers.ts'
import { programmesHandlers } from '#core/programmes/handlers.ts'
import { materialsHandlers } from '#core/materials/handlers.ts'
import { templatesHandlers } from '#core/templates/handlers.ts'
import { tendersHandlers } from '#core/tenders/handlers.ts'
import { versionsHandlers } from '#core/versions/handlers.ts'
import { workbookHandlers } from '#core/workbook/handlers.ts'
import { workspaceHandlers } from '#core/workspace/handlers.ts'
import type { contract } from '#shared/contract.ts'

/** What both doors (the window's port and the command line) lead to. It knows nothing of Electron. */
export const router: Router<typeof contract, CoreContext> = os.router({
  approvals: approvalsHandlers,
  bids: bidsHandlers,
  company: companyHandlers,
  contests: contestsHandlers,
  documents: documentsHandlers,
  files: filesHandlers,
  duplicates: duplicatesHandlers,
  feeds: feedsHandlers,
  imports: importsHandlers,
  library: libraryHandlers,
  outcomes: outcomesHandlers,
  portfolio: portfolioHandlers,
  reports: reportsHandlers,
  requirements: requirementsHandlers,
  responses: responsesHandlers,
  people: peopleHandlers,
  reminders: remindersHandlers,
  schedule: scheduleHandlers,
  savedSearches: savedSearchesHandlers,
  goNoGo: goNoGoHandlers,
  rules: rulesHandlers,
  prices: pricesHandlers,
  programmes: programmesHandlers,
  materials: materialsHandlers,
  templates: templatesHandlers,
  tenders: tendersHandlers,
  versions: versionsHandlers,
  workbook: workbookHandlers,
  workspace: workspaceHandlers,
})
