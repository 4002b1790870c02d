import type { Migration } from '#core/db/migrations.ts'

export const firstWorkspace: Migration = {
  number: 1,
  statements: [
    `CREATE TABLE tender (
      seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL,
      sourceKey TEXT NOT NULL UNIQUE, projectNo TEXT, title TEXT NOT NULL, buyer TEXT, agency TEXT, method TEXT,
      budget TEXT, ceiling TEXT, currency TEXT, publishedAt TEXT, bidDeadline TEXT, openingTime TEXT, lots TEXT NOT NULL,
      stage TEXT NOT NULL, useCase TEXT, sourceKind TEXT NOT NULL, sourceName TEXT NOT NULL, sourceUrl TEXT,
      sortValue REAL, isSample INTEGER NOT NULL CHECK (isSample IN (0, 1))
    ) STRICT`,
    `CREATE INDEX tenderByDeadline ON tender (bidDeadline, seq)`,
    `CREATE INDEX tenderByPublished ON tender (publishedAt, seq)`,
    `CREATE INDEX tenderByValue ON tender (sortValue, seq)`,
    `CREATE INDEX tenderByUpdated ON tender (updatedAt, seq)`,
    `CREATE INDEX tenderByStage ON tender (stage, bidDeadline, seq)`,
    `CREATE INDEX tenderByProjectNo ON tender (projectNo)`,
    `CREATE INDEX tenderByBuyer ON tender (buyer)`,
    `CREATE TABLE tenderText (tenderId TEXT PRIMARY KEY REFERENCES tender (id) ON DELETE CASCADE, description TEXT, searchText TEXT NOT NULL) STRICT`,
    `CREATE VIRTUAL TABLE tenderSearch USING fts5(grams, content='', contentless_delete=1, detail=none, tokenize="unicode61 categories 'L* N* Co So'")`,
    `CREATE TABLE notice (
      id TEXT PRIMARY KEY, tenderId TEXT NOT NULL REFERENCES tender (id) ON DELETE CASCADE, contentHash TEXT NOT NULL,
      type TEXT NOT NULL, title TEXT NOT NULL, publishedAt TEXT, readAt TEXT NOT NULL, sourceName TEXT NOT NULL, url TEXT, text TEXT,
      evidence TEXT NOT NULL, confidence TEXT NOT NULL, awards TEXT NOT NULL, changes TEXT NOT NULL,
      UNIQUE (tenderId, contentHash)
    ) STRICT`,
    `CREATE TABLE bid (
      id TEXT PRIMARY KEY, version INTEGER NOT NULL, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL,
      tenderId TEXT NOT NULL REFERENCES tender (id) ON DELETE RESTRICT, lotNo TEXT, title TEXT NOT NULL, stage TEXT NOT NULL,
      estimate TEXT NOT NULL, terms TEXT NOT NULL, assessment TEXT, isSample INTEGER NOT NULL CHECK (isSample IN (0, 1))
    ) STRICT`,
    `CREATE INDEX bidByTender ON bid (tenderId)`,
    `CREATE TABLE company (id INTEGER PRIMARY KEY CHECK (id = 1), data TEXT NOT NULL, isSample INTEGER NOT NULL, updatedAt TEXT NOT NULL) STRICT`,
  ],
}
