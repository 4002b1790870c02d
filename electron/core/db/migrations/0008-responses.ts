import type { Migration } from '#core/db/migrations.ts'

/** Our answers to a tender's requirements, per bid. A requirement taken out keeps its answer: it may come back. */
export const responses: Migration = {
  number: 8,
  statements: [
    `CREATE TABLE bidResponse (
      bidId TEXT NOT NULL REFERENCES bid (id) ON DELETE CASCADE, requirementId TEXT NOT NULL REFERENCES requirement (id) ON DELETE CASCADE,
      version INTEGER NOT NULL, data TEXT NOT NULL, updatedAt TEXT NOT NULL, PRIMARY KEY (bidId, requirementId)
    ) STRICT`,
    `CREATE INDEX bidResponseByRequirement ON bidResponse (requirementId)`,
  ],
}
