import type { Migration } from '#core/db/migrations.ts'

/** Dated prices with every state they had, and dated exchange rates. */
export const priceBook: Migration = {
  number: 10,
  statements: [
    `CREATE TABLE priceItem (
      id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL,
      kind TEXT NOT NULL, category TEXT NOT NULL, name TEXT NOT NULL, isPriceKnown INTEGER NOT NULL CHECK (isPriceKnown IN (0, 1)),
      validFrom TEXT, validUntil TEXT, isDomestic INTEGER CHECK (isDomestic IN (0, 1)), origin TEXT NOT NULL,
      searchText TEXT NOT NULL, data TEXT NOT NULL, isSample INTEGER NOT NULL CHECK (isSample IN (0, 1))
    ) STRICT`,
    `CREATE INDEX priceItemByName ON priceItem (name, code)`,
    `CREATE INDEX priceItemByOrigin ON priceItem (origin)`,
    // A removed price takes its states along; a state by itself is never removed or changed.
    `CREATE TABLE priceState (
      itemId TEXT NOT NULL REFERENCES priceItem (id) ON DELETE CASCADE, version INTEGER NOT NULL, at TEXT NOT NULL, cause TEXT NOT NULL, data TEXT NOT NULL,
      PRIMARY KEY (itemId, version)
    ) STRICT`,
    `CREATE TRIGGER priceStateNoUpdate BEFORE UPDATE ON priceState BEGIN SELECT RAISE(ABORT, 'priceState is written once'); END`,
    `CREATE TABLE exchangeRate (currency TEXT NOT NULL, day TEXT NOT NULL, rate TEXT NOT NULL, source TEXT NOT NULL, updatedAt TEXT NOT NULL, PRIMARY KEY (currency, day)) STRICT`,
  ],
}
