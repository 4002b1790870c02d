import type { Migration } from '#core/db/migrations.ts'

/** Where in a workbook a rejected record stands, and what was found in its field. */
export const issueDetails: Migration = {
  number: 22,
  statements: [`ALTER TABLE importIssue ADD COLUMN sheet TEXT`, `ALTER TABLE importIssue ADD COLUMN found TEXT`],
}
