import type { ContractRouterClient } from '@orpc/contract'
import { approvalsContract } from '#shared/approvals/contract.ts'
import { bidsContract } from '#shared/bids/contract.ts'
import { companyContract } from '#shared/company/contract.ts'
import { contestsContract } from '#shared/contests/contract.ts'
import { documentsContract } from '#shared/documents/contract.ts'
import { filesContract } from '#shared/files/contract.ts'
import { duplicatesContract } from '#shared/duplicates/contract.ts'
import { feedsContract } from '#shared/feeds/contract.ts'
import { importsContract } from '#shared/imports/contract.ts'
import { libraryContract } from '#shared/library/contract.ts'
import { outcomesContract } from '#shared/outcomes/contract.ts'
import { portfolioContract } from '#shared/portfolio/contract.ts'
import { reportsContract } from '#shared/reports/contract.ts'
import { requirementsContract } from '#shared/requirements/contract.ts'
import { responsesContract } from '#shared/responses/contract.ts'
import { peopleContract } from '#shared/people/contract.ts'
import { remindersContract } from '#shared/reminders/contract.ts'
import { scheduleContract } from '#shared/schedule/contract.ts'
import { savedSearchesContract } from '#shared/saved-searches/contract.ts'
import { goNoGoContract } from '#shared/go-no-go/contract.ts'
import { rulesContract } from '#shared/rules/contract.ts'
import { pricesContract } from '#shared/prices/contract.ts'
import { programmesContract } from '#shared/programmes/contract.ts'
import { materialsContract } from '#shared/materials/contract.ts'
import { templatesContract } from '#shared/templates/contract.ts'
import { tendersContract } from '#shared/tenders/contract.ts'
import { versionsContract } from '#shared/versions/contract.ts'
import { workbookContract } from '#shared/workbook/contract.ts'
import { workspaceContract } from '#shared/workspace/contract.ts'

/** Every call between the window (or the command line) and core. */
export const contract = {
  approvals: approvalsContract,
  bids: bidsContract,
  company: companyContract,
  contests: contestsContract,
  documents: documentsContract,
  files: filesContract,
  duplicates: duplicatesContract,
  feeds: feedsContract,
  imports: importsContract,
  library: libraryContract,
  outcomes: outcomesContract,
  portfolio: portfolioContract,
  reports: reportsContract,
  requirements: requirementsContract,
  responses: responsesContract,
  people: peopleContract,
  reminders: remindersContract,
  schedule: scheduleContract,
  savedSearches: savedSearchesContract,
  goNoGo: goNoGoContract,
  rules: rulesContract,
  prices: pricesContract,
  programmes: programmesContract,
  materials: materialsContract,
  templates: templatesContract,
  tenders: tendersContract,
  versions: versionsContract,
  workbook: workbookContract,
  workspace: workspaceContract,
}

export type CoreClient = ContractRouterClient<typeof contract>
