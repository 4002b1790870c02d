import type { Migration } from '#core/db/migrations.ts'

/** Files a person attaches (scans, contracts, tender documents), named by their content and kept in the workspace file itself. */
export const storedFiles: Migration = {
  number: 9,
  statements: [
    `CREATE TABLE storedFile (
      id TEXT PRIMARY KEY, mediaType TEXT NOT NULL, bytes INTEGER NOT NULL, width INTEGER, height INTEGER, pages INTEGER, addedAt TEXT NOT NULL
    ) STRICT`,
    `CREATE TABLE storedFilePart (
      fileId TEXT NOT NULL REFERENCES storedFile (id) ON DELETE CASCADE, no INTEGER NOT NULL, content BLOB NOT NULL, PRIMARY KEY (fileId, no)
    ) STRICT`,
  ],
}
