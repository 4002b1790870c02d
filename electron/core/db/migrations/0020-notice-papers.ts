import type { Migration } from '#core/db/migrations.ts'

/** The documents a notice lists and what it says it amends. */
export const noticePapers: Migration = {
  number: 20,
  statements: [`ALTER TABLE notice ADD COLUMN documents TEXT NOT NULL DEFAULT '[]'`, `ALTER TABLE notice ADD COLUMN amendments TEXT NOT NULL DEFAULT '[]'`],
}
