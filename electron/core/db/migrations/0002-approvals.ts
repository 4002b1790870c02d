import type { Migration } from '#core/db/migrations.ts'

const refuse = (table: string, operation: 'UPDATE' | 'DELETE') =>
  `CREATE TRIGGER ${table}No${operation === 'UPDATE' ? 'Update' : 'Delete'} BEFORE ${operation} ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`

/** The log of the deal desk and the versions it speaks of: written once, never changed. Outcomes hang on their bid. */
export const approvals: Migration = {
  number: 2,
  statements: [
    `CREATE TABLE auditLog (
      position INTEGER PRIMARY KEY, at TEXT NOT NULL, by TEXT NOT NULL, event TEXT NOT NULL, body TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL UNIQUE
    ) STRICT`,
    // REPLACE would delete a row without asking the delete trigger, so a taken position is refused first.
    `CREATE TRIGGER auditLogInOrder BEFORE INSERT ON auditLog WHEN NEW.position <> (SELECT COALESCE(MAX(position) + 1, 0) FROM auditLog) BEGIN SELECT RAISE(ABORT, 'auditLog is append-only'); END`,
    refuse('auditLog', 'UPDATE'),
    refuse('auditLog', 'DELETE'),
    `CREATE TABLE frozenVersion (hash TEXT PRIMARY KEY, bidId TEXT NOT NULL, content TEXT NOT NULL) STRICT`,
    `CREATE TRIGGER frozenVersionOnce BEFORE INSERT ON frozenVersion WHEN EXISTS (SELECT 1 FROM frozenVersion WHERE hash = NEW.hash) BEGIN SELECT RAISE(ABORT, 'frozenVersion is append-only'); END`,
    refuse('frozenVersion', 'UPDATE'),
    refuse('frozenVersion', 'DELETE'),
    `CREATE TABLE outcome (bidId TEXT PRIMARY KEY REFERENCES bid (id) ON DELETE CASCADE, data TEXT NOT NULL, updatedAt TEXT NOT NULL) STRICT`,
  ],
}
