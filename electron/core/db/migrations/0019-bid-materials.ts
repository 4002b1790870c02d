import type { Migration } from '#core/db/migrations.ts'

/** What a bid takes from the library, our own templates, and by which template a bid is printed. */
export const bidMaterials: Migration = {
  number: 19,
  statements: [
    'CREATE TABLE bidMaterials (bidId TEXT PRIMARY KEY REFERENCES bid (id) ON DELETE CASCADE, version INTEGER NOT NULL, data TEXT NOT NULL, updatedAt TEXT NOT NULL) STRICT',
    'CREATE TABLE documentTemplate (id TEXT PRIMARY KEY, name TEXT NOT NULL, data TEXT NOT NULL, updatedAt TEXT NOT NULL) STRICT',
    'CREATE TABLE bidTemplate (bidId TEXT PRIMARY KEY REFERENCES bid (id) ON DELETE CASCADE, templateId TEXT NOT NULL, data TEXT, updatedAt TEXT NOT NULL) STRICT',
  ],
}
