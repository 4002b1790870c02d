import type { Migration } from '#core/db/migrations.ts'

/** How a person said the columns of a table are to be read, by its set of headings. */
export const tableMappings: Migration = {
  number: 14,
  statements: [`CREATE TABLE tableMapping (headings TEXT PRIMARY KEY, data TEXT NOT NULL, updatedAt TEXT NOT NULL) STRICT`],
}
