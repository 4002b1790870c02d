import type { Migration } from '#core/db/migrations.ts'

const refuse = (operation: 'UPDATE' | 'DELETE') =>
  `CREATE TRIGGER bidVersionNo${operation === 'UPDATE' ? 'Update' : 'Delete'} BEFORE ${operation} ON bidVersion BEGIN SELECT RAISE(ABORT, 'bidVersion is written once'); END`

/** Frozen states of a bid: written once, kept even when the bid is gone. */
export const bidVersions: Migration = {
  number: 4,
  statements: [
    `CREATE TABLE bidVersion (
      id TEXT PRIMARY KEY, bidId TEXT NOT NULL, no INTEGER NOT NULL, frozenAt TEXT NOT NULL, by TEXT NOT NULL, note TEXT NOT NULL,
      estimate TEXT NOT NULL, terms TEXT NOT NULL, assessment TEXT NOT NULL, UNIQUE (bidId, no)
    ) STRICT`,
    // REPLACE would delete a row without asking the delete trigger, so what is taken is refused first.
    `CREATE TRIGGER bidVersionOnce BEFORE INSERT ON bidVersion WHEN EXISTS (SELECT 1 FROM bidVersion WHERE id = NEW.id OR (bidId = NEW.bidId AND no = NEW.no)) BEGIN SELECT RAISE(ABORT, 'bidVersion is written once'); END`,
    refuse('UPDATE'),
    refuse('DELETE'),
  ],
}
