import type { Migration } from '#core/db/migrations.ts'

/** The company's own rule packs, imported from files. */
export const rulePacksTable: Migration = {
  number: 7,
  statements: [`CREATE TABLE rulePack (id TEXT PRIMARY KEY, data TEXT NOT NULL, fileName TEXT NOT NULL, importedAt TEXT NOT NULL) STRICT`],
}
