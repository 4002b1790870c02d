import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorkspace } from '#core/db/workspace.ts'
import { importFiles, importReport } from '#core/imports/import-files.ts'
import { readBatches } from '#core/imports/read-batches.ts'
import { newId } from '#core/new-id.ts'
import { searchTenders } from '#core/tenders/tender-search.ts'
import { createTextIndex } from '#core/tenders/text-index.ts'
import { checkWorkspace } from '#core/workspace/check.ts'
import { TenderSearch } from '#shared/tenders/contract.ts'

const releases = 6000
const bundle = resolve('node_modules/.cache/import-writer')
const at = '2026-11-22T02:00:00.000Z'
const now = () => new Date()
let folder: string
let file: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bidwright-kill-import-'))
  file = join(folder, 'package.json')
  const release = (i: number) => ({ ocid: `ocds-k-${i}`, id: `r${i}`, date: '2026-11-01T00:00:00Z', tag: ['tender'], tender: { id: `T-${i}`, title: `知识助手项目第${i}期`, description: '语料治理 '.repeat(100) } })
  writeFileSync(file, JSON.stringify({ uri: 'x', version: '1.1', releases: Array.from({ length: releases }, (_, i) => release(i)) }))
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['libsql'] },
    build: { ssr: resolve('tests/support/import-writer.ts'), outDir: bundle, emptyOutDir: true, target: 'node20', rolldownOptions: { external: ['libsql'], output: { entryFileNames: 'writer.mjs' } } },
  })
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Imports until at least `enough` records were acknowledged and `extraMs` have passed, then kills with SIGKILL; returns what was acknowledged. */
function importUntilKilled(path: string, enough: number, extraMs: number): Promise<number> {
  return new Promise((done, fail) => {
    const writer = spawn(process.execPath, [join(bundle, 'writer.mjs'), path, file], { stdio: ['ignore', 'pipe', 'inherit'] })
    let text = ''
    let isDying = false
    writer.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      if (isDying || Number(text.split('\n').at(-2) ?? 0) < enough) return
      isDying = true
      setTimeout(() => writer.kill('SIGKILL'), extraMs)
    })
    writer.on('error', fail)
    // The last line may be cut: only whole lines were acknowledged.
    writer.on('close', () => done(Number(text.split('\n').at(-2) ?? 0)))
  })
}

test('a kill in the middle of an import loses no committed record, and importing again completes it', { timeout: 300_000 }, async () => {
  const path = join(folder, 'killed.bidwright')
  for (const [round, enough] of [400, 1200, 2000, 3200].entries()) {
    const acknowledged = await importUntilKilled(path, enough, round * 17)
    const workspace = openWorkspace(path, now)
    const { total } = await searchTenders(workspace.db, TenderSearch.parse({ limit: 1 }), at)
    expect(total).toBeGreaterThanOrEqual(acknowledged)
    expect(await checkWorkspace(workspace)).toEqual({ ok: true, problems: [] })
    workspace.close()
  }
  const workspace = openWorkspace(path, now)
  const textIndex = createTextIndex(workspace)
  const before = (await searchTenders(workspace.db, TenderSearch.parse({ limit: 1 }), at)).total
  expect(before).toBeLessThan(releases)
  const report = await importReport(importFiles([file], { workspace, now, newId, readBatches, textIndex }))
  expect(report).toMatchObject({ added: releases - before, unchanged: before, updated: 0, rejected: 0 })
  // Every record is found, whether the text index has it yet or not.
  expect((await searchTenders(workspace.db, TenderSearch.parse({ query: '知识助手', limit: 1 }), at)).total).toBe(releases)
  await textIndex.catchUp()
  expect(await textIndex.waiting()).toBe(0)
  expect((await searchTenders(workspace.db, TenderSearch.parse({ query: '知识助手', limit: 1 }), at)).total).toBe(releases)
  expect((await searchTenders(workspace.db, TenderSearch.parse({ query: '第4321期', limit: 1 }), at)).total).toBe(1)
  textIndex.close()
  workspace.close()
})
