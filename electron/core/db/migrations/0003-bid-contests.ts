import type { Migration } from '#core/db/migrations.ts'

/** What a person chose and assumed about a bid's competition. */
export const bidContests: Migration = {
  number: 3,
  statements: [`CREATE TABLE bidContest (bidId TEXT PRIMARY KEY REFERENCES bid (id) ON DELETE CASCADE, version INTEGER NOT NULL, data TEXT NOT NULL, updatedAt TEXT NOT NULL) STRICT`],
}
