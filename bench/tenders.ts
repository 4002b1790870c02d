import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measure, type Row } from './measure.ts'
import { choose, sampleText } from './ocds-sample.ts'
import { openWorkspace, type Workspace } from '#core/db/workspace.ts'
import { searchTenders } from '#core/tenders/tender-search.ts'
import { insertTender } from '#core/tenders/tender-store.ts'
import { TenderSearch } from '#shared/tenders/contract.ts'

const now = '2026-11-22T02:00:00.000Z'
const TENDERS = Number(process.env['BIDWRIGHT_BENCH_TENDERS'] ?? 100_000)
async function fill(workspace: Workspace): Promise<void> {
  for (let from = 0; from < TENDERS; from += 5000) {
    await workspace.db.transaction().execute(async (db) => {
      for (let i = from; i < Math.min(TENDERS, from + 5000); i++) {
        const day = String(1 + choose(i, 28)).padStart(2, '0')
        await insertTender(db, {
          id: `t${i}`, version: 1, createdAt: '2026-11-01T00:00:00.000Z', updatedAt: '2026-11-01T00:00:00.000Z', sourceKey: `bench:${i}`, projectNo: `ZB-2026-${i}`, title: `${sampleText(i, 4)}项目`, buyer: `${sampleText(i % 977, 2)}集团有限公司`, agency: null, method: '公开招标',
          budget: `${100_000 + choose(i, 9_000_000)}.00`, ceiling: null, currency: 'CNY', publishedAt: `2026-11-${day}`, bidDeadline: `2026-12-${day}T01:30:00.000Z`, openingTime: null, lots: [], stage: i % 5 === 0 ? 'watching' : 'new', useCase: null, description: sampleText(i + 13, 60), source: { kind: 'manual', name: '', url: null }, isSample: false,
        })
      }
    })
  }
}

export async function benchTenders(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bidwright-bench-'))
  try {
    const path = join(folder, 'large.bidwright')
    const filling = openWorkspace(path, () => new Date())
    await fill(filling)
    filling.close()
    const workspace = openWorkspace(path, () => new Date())
    const page = (search: Partial<TenderSearch>) => measure(() => searchTenders(workspace.db, TenderSearch.parse({ limit: 100, ...search }), now))
    const like = await measure(() => workspace.raw.prepare("SELECT count(*) FROM tenderText WHERE searchText LIKE '%' || ? || '%'").all(['光伏']), 3)
    const rows: Row[] = [
      { what: `open to first page, ${TENDERS} tenders`, ours: await measure(async () => { const opened = openWorkspace(path, () => new Date()); await searchTenders(opened.db, TenderSearch.parse({}), now); opened.close() }), baseline: null, goal: 'under 100 ms' },
      { what: 'filtered and sorted page', ours: await page({ stages: ['watching'], sort: 'deadline' }), baseline: null, goal: 'under 100 ms' },
      { what: 'two-character search (光伏)', ours: await page({ query: '光伏' }), baseline: { what: 'LIKE over the same text', measured: like }, goal: 'under 100 ms' },
      { what: 'long word search (污水处理)', ours: await page({ query: '污水处理' }), baseline: null, goal: 'under 100 ms' },
    ]
    workspace.close()
    return rows
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
