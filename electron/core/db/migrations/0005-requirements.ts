import type { Migration } from '#core/db/migrations.ts'

/** What a tender asks for, and the tender documents it was read from. */
export const requirements: Migration = {
  number: 5,
  statements: [
    `CREATE TABLE tenderDocument (
      id TEXT PRIMARY KEY, tenderId TEXT NOT NULL REFERENCES tender (id) ON DELETE CASCADE, contentHash TEXT NOT NULL,
      name TEXT NOT NULL, readAt TEXT NOT NULL, text TEXT NOT NULL, pages TEXT NOT NULL,
      UNIQUE (tenderId, contentHash)
    ) STRICT`,
    `CREATE TABLE requirement (
      id TEXT PRIMARY KEY, version INTEGER NOT NULL, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL,
      tenderId TEXT NOT NULL REFERENCES tender (id) ON DELETE CASCADE, lotNo TEXT, position INTEGER NOT NULL, clauseNo TEXT,
      kind TEXT NOT NULL, mark TEXT NOT NULL, text TEXT NOT NULL, isMandatory INTEGER NOT NULL CHECK (isMandatory IN (0, 1)),
      factor TEXT, points TEXT, source TEXT,
      foundAs TEXT, isEdited INTEGER NOT NULL CHECK (isEdited IN (0, 1)), isRemoved INTEGER NOT NULL CHECK (isRemoved IN (0, 1))
    ) STRICT`,
    `CREATE INDEX requirementByTender ON requirement (tenderId, position)`,
  ],
}
