import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measure, type Row } from './measure.ts'
import { openWorkspace, type Workspace } from '#core/db/workspace.ts'
import { importFiles, importReport } from '#core/imports/import-files.ts'
import { searchTenders } from '#core/tenders/tender-search.ts'
import { insertTender } from '#core/tenders/tender-store.ts'
import { TenderSearch } from '#shared/tenders/contract.ts'

const now = '2026-11-22T02:00:00.000Z'
const TENDERS = Number(process.env['BIDWRIGHT_BENCH_TENDERS'] ?? 100_000)
const words = ['智能客服', '知识助手', '数据分析', '代码生成', '光伏', '污水处理', '输电线路', '港口调度', '档案', '审计', '检修', '信贷', '私有化部署', '大模型', '国产算力', '语料治理', '运维', '平台', '建设', '服务']

/** Repeatable choices without Math.random, so that every run measures the same rows. */
const choose = (seed: number, count: number) => (Math.imul(seed, 2_654_435_761) >>> 7) % count
const text = (seed: number, length: number) => Array.from({ length }, (_, i) => words[choose(seed * 31 + i * 7, words.length)]).join('')

async function fill(workspace: Workspace): Promise<void> {
  for (let from = 0; from < TENDERS; from += 5000) {
    await workspace.db.transaction().execute(async (db) => {
      for (let i = from; i < Math.min(TENDERS, from + 5000); i++) {
        const day = String(1 + choose(i, 28)).padStart(2, '0')
        await insertTender(db, {
          id: `t${i}`, version: 1, createdAt: '2026-11-01T00:00:00.000Z', updatedAt: '2026-11-01T00:00:00.000Z', sourceKey: `bench:${i}`, projectNo: `ZB-2026-${i}`, title: `${text(i, 4)}项目`, buyer: `${text(i % 977, 2)}集团有限公司`, agency: null, method: '公开招标',
          budget: `${100_000 + choose(i, 9_000_000)}.00`, ceiling: null, currency: 'CNY', publishedAt: `2026-11-${day}`, bidDeadline: `2026-12-${day}T01:30:00.000Z`, openingTime: null, lots: [], stage: i % 5 === 0 ? 'watching' : 'new', useCase: null, description: text(i + 13, 60), source: { kind: 'manual', name: '', url: null }, isSample: false,
        })
      }
    })
  }
}

function ocdsPackage(releases: number): string {
  return JSON.stringify({
    uri: 'https://example.invalid/p', version: '1.1', publishedDate: '2026-11-01T00:00:00Z', publisher: { name: 'bench' },
    releases: Array.from({ length: releases }, (_, i) => ({ ocid: `ocds-bench-${i}`, id: `r${i}`, date: '2026-11-01T00:00:00Z', tag: ['tender'], initiationType: 'tender', buyer: { id: 'b', name: `${text(i % 97, 2)}集团` }, tender: { id: `t${i}`, title: `${text(i, 4)}项目`, description: text(i, 100), status: 'active', value: { amount: 1000 + i, currency: 'CNY' }, procurementMethod: 'open', tenderPeriod: { endDate: '2026-12-01T01:30:00Z' } } })),
  })
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
    const file = join(folder, 'package.json')
    const json = ocdsPackage(20_000)
    writeFileSync(file, json)
    const importing = async () => {
      const target = join(folder, `import-${Math.random()}.bidwright`)
      const opened = openWorkspace(target, () => new Date())
      let ids = 0
      await importReport(importFiles([file], { workspace: opened, now: () => new Date(), newId: () => `i${++ids}` }))
      opened.close()
    }
    rows.push({ what: `OCDS import, ${(json.length / 1e6).toFixed(0)} million characters, 20000 releases`, ours: await measure(importing, 3), baseline: { what: 'JSON.parse of the same text', measured: await measure(() => JSON.parse(json), 5) }, goal: 'within 5 times JSON.parse' })
    return rows
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
