import type { Migration } from '#core/db/migrations.ts'

/** Merges that can be undone, what arrived under a merged tender's key since, and pairs a person said are two. */
export const duplicates: Migration = {
  number: 16,
  statements: [
    `CREATE TABLE tenderMerge (
      id TEXT PRIMARY KEY, keptId TEXT NOT NULL REFERENCES tender (id) ON DELETE CASCADE, mergedId TEXT NOT NULL, sourceKey TEXT NOT NULL UNIQUE,
      title TEXT NOT NULL, at TEXT NOT NULL, snapshot TEXT NOT NULL
    ) STRICT`,
    `CREATE INDEX tenderMergeByKept ON tenderMerge (keptId)`,
    `CREATE TABLE mergeArrival (mergeId TEXT NOT NULL REFERENCES tenderMerge (id) ON DELETE CASCADE, noticeId TEXT NOT NULL, PRIMARY KEY (mergeId, noticeId)) STRICT`,
    `CREATE TABLE notDuplicate (first TEXT NOT NULL, second TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (first, second)) STRICT`,
  ],
}
