import type { Migration } from '#core/db/migrations.ts'

const amountOfLots = (amount: 'ceiling' | 'budget') =>
  `(SELECT CASE WHEN COUNT(*) = COUNT(json_extract(value, '$.${amount}')) THEN SUM(CAST(json_extract(value, '$.${amount}') AS REAL)) END FROM json_each(lots))`

const provinces = ['北京', '天津', '上海', '重庆', '河北', '山西', '内蒙古', '辽宁', '吉林', '黑龙江', '江苏', '浙江', '安徽', '福建', '江西', '山东', '河南', '湖北', '湖南', '广东', '广西', '海南', '四川', '贵州', '云南', '西藏', '陕西', '甘肃', '青海', '宁夏', '新疆']

/**
 * What the desk adds to tenders: owner, region, track, decision; and the person's own things: settings, searches, undo.
 * The columns stand at the end of the row, so files of before only grow.
 */
export const desk: Migration = {
  number: 6,
  statements: [
    `ALTER TABLE tender ADD COLUMN owner TEXT`,
    `ALTER TABLE tender ADD COLUMN region TEXT`,
    `ALTER TABLE tender ADD COLUMN track TEXT`,
    `ALTER TABLE tender ADD COLUMN decision TEXT`,
    `ALTER TABLE tender ADD COLUMN score REAL`,
    `ALTER TABLE tender ADD COLUMN isMuted INTEGER NOT NULL DEFAULT 0 CHECK (isMuted IN (0, 1))`,
    `CREATE INDEX tenderByOwner ON tender (owner, bidDeadline) WHERE owner IS NOT NULL`,
    `CREATE INDEX tenderByRegion ON tender (region, bidDeadline) WHERE region IS NOT NULL`,
    `CREATE INDEX tenderByDecision ON tender (decision) WHERE decision IS NOT NULL`,
    `UPDATE tender SET region = CASE ${provinces.map((name) => `WHEN instr(COALESCE(buyer, '') || title, '${name}') THEN '${name}'`).join(' ')} END`,
    `UPDATE tender SET sortValue = COALESCE(CAST(ceiling AS REAL), ${amountOfLots('ceiling')}, CAST(budget AS REAL), ${amountOfLots('budget')}) WHERE lots <> '[]'`,
    `CREATE TABLE setting (key TEXT PRIMARY KEY, data TEXT NOT NULL, updatedAt TEXT NOT NULL) STRICT`,
    `CREATE TABLE savedSearch (id TEXT PRIMARY KEY, position INTEGER NOT NULL, data TEXT NOT NULL) STRICT`,
    `CREATE TABLE undoEntry (undoId TEXT NOT NULL, position INTEGER NOT NULL, at TEXT NOT NULL, data TEXT NOT NULL, PRIMARY KEY (undoId, position)) STRICT`,
    `CREATE TABLE tenderScore (tenderId TEXT PRIMARY KEY REFERENCES tender (id) ON DELETE CASCADE, scores TEXT NOT NULL, updatedAt TEXT NOT NULL) STRICT`,
    `CREATE TABLE tenderDecision (
      id TEXT PRIMARY KEY, tenderId TEXT NOT NULL REFERENCES tender (id) ON DELETE CASCADE, at TEXT NOT NULL, by TEXT NOT NULL, decision TEXT NOT NULL,
      reason TEXT NOT NULL, scorecard TEXT NOT NULL, scores TEXT NOT NULL, score REAL
    ) STRICT`,
    `CREATE INDEX tenderDecisionByTender ON tenderDecision (tenderId, at)`,
    `CREATE TABLE tenderDates (tenderId TEXT PRIMARY KEY REFERENCES tender (id) ON DELETE CASCADE, data TEXT NOT NULL, updatedAt TEXT NOT NULL) STRICT`,
    `CREATE TABLE reminderShown (tenderId TEXT NOT NULL REFERENCES tender (id) ON DELETE CASCADE, deadline TEXT NOT NULL, lead INTEGER NOT NULL, at TEXT NOT NULL, PRIMARY KEY (tenderId, deadline, lead)) STRICT`,
  ],
}
