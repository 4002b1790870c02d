import { randomUUID } from 'node:crypto'
import { openWorkspace } from '#core/db/workspace.ts'
import { insertTender } from '#core/tenders/tender-store.ts'

/** Writes tenders one commit at a time and prints each id once its commit was acknowledged, until it is killed. */
const [, , path] = process.argv
if (path === undefined) throw new Error('usage: commit-writer FILE')
const workspace = openWorkspace(path, () => new Date())

for (;;) {
  const id = randomUUID()
  const at = new Date().toISOString()
  await workspace.db.transaction().execute((db) =>
    insertTender(db, {
      id,
      version: 1,
      createdAt: at,
      updatedAt: at,
      sourceKey: `manual:${id}`,
      projectNo: null,
      title: '大模型知识助手项目',
      buyer: '示例能源集团有限公司',
      agency: null,
      method: null,
      budget: '1000000.00',
      ceiling: null,
      currency: 'CNY',
      publishedAt: null,
      bidDeadline: null,
      openingTime: null,
      lots: [],
      stage: 'new',
      useCase: null,
      description: '知识问答 '.repeat(200),
      source: { kind: 'manual', name: '', url: null },
      isSample: false,
    }),
  )
  process.stdout.write(`${id}\n`)
}
