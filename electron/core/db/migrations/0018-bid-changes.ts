import type { Migration } from '#core/db/migrations.ts'

const refuse = (operation: 'UPDATE' | 'DELETE') =>
  `CREATE TRIGGER bidChangeNo${operation === 'UPDATE' ? 'Update' : 'Delete'} BEFORE ${operation} ON bidChange BEGIN SELECT RAISE(ABORT, 'bidChange is append-only'); END`

/** Who changed what of an estimate and its terms, field by field: written once, kept even when the bid is gone. */
export const bidChanges: Migration = {
  number: 18,
  statements: [
    `CREATE TABLE bidChange (seq INTEGER PRIMARY KEY, bidId TEXT NOT NULL, version INTEGER NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL, changes TEXT NOT NULL) STRICT`,
    `CREATE INDEX bidChangeByBid ON bidChange (bidId, seq)`,
    `CREATE TRIGGER bidChangeOnce BEFORE INSERT ON bidChange WHEN EXISTS (SELECT 1 FROM bidChange WHERE seq = NEW.seq) BEGIN SELECT RAISE(ABORT, 'bidChange is append-only'); END`,
    refuse('UPDATE'),
    refuse('DELETE'),
  ],
}
