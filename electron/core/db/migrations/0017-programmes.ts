import type { Migration } from '#core/db/migrations.ts'

/** Sources of subsidy the company knows. */
export const programmes: Migration = {
  number: 17,
  statements: [`CREATE TABLE programme (id TEXT PRIMARY KEY, version INTEGER NOT NULL, data TEXT NOT NULL, updatedAt TEXT NOT NULL) STRICT`],
}
