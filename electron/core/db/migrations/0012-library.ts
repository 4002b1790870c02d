import type { Migration } from '#core/db/migrations.ts'

/** The company library: what bids are built from, each saved state kept. `name` and `lastDay` repeat the data for order and search. */
export const library: Migration = {
  number: 12,
  statements: [
    `CREATE TABLE libraryItem (
      id TEXT PRIMARY KEY, version INTEGER NOT NULL, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,
      lastDay TEXT, data TEXT NOT NULL, isSample INTEGER NOT NULL, isRemoved INTEGER NOT NULL
    ) STRICT`,
    'CREATE INDEX libraryItemByLastDay ON libraryItem (lastDay) WHERE lastDay IS NOT NULL',
    'CREATE TABLE libraryVersion (itemId TEXT NOT NULL, version INTEGER NOT NULL, savedAt TEXT NOT NULL, data TEXT NOT NULL, PRIMARY KEY (itemId, version)) STRICT',
  ],
}
