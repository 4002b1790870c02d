import type { Migration } from '#core/db/migrations.ts'

/** Sources the person set up, and which files of a watched folder were read already. */
export const feeds: Migration = {
  number: 15,
  statements: [
    `CREATE TABLE feed (
      id TEXT PRIMARY KEY, kind TEXT NOT NULL, address TEXT NOT NULL, settings TEXT NOT NULL, isOn INTEGER NOT NULL CHECK (isOn IN (0, 1)),
      state TEXT NOT NULL, nextRunAt TEXT, createdAt TEXT NOT NULL
    ) STRICT`,
    `CREATE TABLE feedFile (feedId TEXT NOT NULL REFERENCES feed (id) ON DELETE CASCADE, path TEXT NOT NULL, mark TEXT NOT NULL, PRIMARY KEY (feedId, path)) STRICT, WITHOUT ROWID`,
    `CREATE INDEX noticeByRead ON notice (readAt)`,
  ],
}
