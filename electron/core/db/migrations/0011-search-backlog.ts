import type { Migration } from '#core/db/migrations.ts'

/** Tenders an import has stored and the text index has yet to take in; what was imported, and every record that was not. */
export const searchBacklog: Migration = {
  number: 11,
  statements: [
    `CREATE TABLE searchBacklog (seq INTEGER PRIMARY KEY) STRICT`,
    `CREATE TABLE importRun (
      id TEXT PRIMARY KEY, startedAt TEXT NOT NULL, endedAt TEXT, feedId TEXT,
      added INTEGER NOT NULL, updated INTEGER NOT NULL, unchanged INTEGER NOT NULL, rejected INTEGER NOT NULL
    ) STRICT`,
    `CREATE INDEX importRunByStart ON importRun (startedAt)`,
    `CREATE TABLE importIssue (
      runId TEXT NOT NULL REFERENCES importRun (id) ON DELETE CASCADE, position INTEGER NOT NULL,
      path TEXT NOT NULL, row INTEGER, field TEXT, code TEXT NOT NULL, message TEXT NOT NULL, PRIMARY KEY (runId, position)
    ) STRICT, WITHOUT ROWID`,
  ],
}
