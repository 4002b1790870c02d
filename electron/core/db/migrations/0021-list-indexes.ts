import type { Migration } from '#core/db/migrations.ts'

/** The indexes of the list hold amounts too: what a filter asks of stage, deadline, region and amount is counted without fetching a row. */
export const listIndexes: Migration = {
  number: 21,
  statements: [
    'DROP INDEX tenderByDeadline',
    'CREATE INDEX tenderByDeadline ON tender (bidDeadline, seq, sortValue, currency)',
    'DROP INDEX tenderByStage',
    'CREATE INDEX tenderByStage ON tender (stage, bidDeadline, seq, sortValue, currency)',
    'DROP INDEX tenderByRegion',
    'CREATE INDEX tenderByRegion ON tender (region, bidDeadline, sortValue, currency) WHERE region IS NOT NULL',
  ],
}
