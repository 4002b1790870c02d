import type { Migration } from '#core/db/migrations.ts'

const fields = "'projectNo', 'title', 'buyer', 'agency', 'method', 'budget', 'ceiling', 'publishedAt', 'bidDeadline', 'openingTime'"

/** Facts a reader was not sure of wait for a person. What was read before is put on the list too, unless somebody has changed it since. */
export const review: Migration = {
  number: 13,
  statements: [
    `CREATE TABLE factToReview (
      tenderId TEXT NOT NULL REFERENCES tender (id) ON DELETE CASCADE, field TEXT NOT NULL, confidence REAL NOT NULL, acceptedAt TEXT,
      PRIMARY KEY (tenderId, field)
    ) STRICT`,
    `CREATE INDEX factToReviewOpen ON factToReview (tenderId) WHERE acceptedAt IS NULL`,
    `INSERT OR IGNORE INTO factToReview (tenderId, field, confidence)
      SELECT n.tenderId, c.key, c.value FROM notice n, json_each(n.confidence) c
      WHERE n.text IS NOT NULL AND n.confidence <> '{}' AND c.value < 0.8 AND c.key IN (${fields})
        AND NOT EXISTS (SELECT 1 FROM notice m, json_each(m.changes) e WHERE m.tenderId = n.tenderId AND m.sourceName = 'manual' AND json_extract(e.value, '$.field') = c.key)`,
  ],
}
