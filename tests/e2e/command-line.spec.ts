import { expect, test } from '@playwright/test'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { partsOf } from '../support/zip-parts.ts'

const WithId = z.object({ id: z.string() })
const Files = z.object({ files: z.array(z.object({ path: z.string() })) })
const Failure = z.object({ error: z.object({ message: z.string() }) })

const root = resolve(import.meta.dirname, '../..')
const fixtures = join(root, 'tests/fixtures')
let folder: string
let workspace: string
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bidwright-cli-'))
  workspace = join(folder, 'w.bidwright')
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the built command line: no display, no Electron. */
function cli(...args: string[]): { status: number | null; output: unknown } {
  const run = spawnSync(process.execPath, [join(root, 'out/main/cli.cjs'), ...args, '--workspace', workspace], { encoding: 'utf8', env: { PATH: process.env['PATH'], HOME: folder } })
  return { status: run.status, output: JSON.parse(run.stdout) }
}

test('the whole thread without a display: notice, tender, bid, verdict, PDF', () => {
  expect(cli('import', join(fixtures, 'notices/n11_ccgp_layout.html'))).toMatchObject({ status: 0, output: { added: 1, updated: 0, unchanged: 0, rejected: [], files: [{ kind: 'notice', records: 1, added: 1 }] } })
  expect(cli('import', join(fixtures, 'notices/n11_ccgp_layout.html'))).toMatchObject({ status: 0, output: { added: 0, unchanged: 1 } })
  const found = cli('tenders', '--query', '标注')
  expect(found).toMatchObject({ status: 0, output: { total: 1, tenders: [{ projectNo: 'SLSJ-2026-CS-0107', budget: '980000.00', bidDeadline: '2026-06-18T09:00:00+08:00', ceiling: null }] } })
  const tenderId = z.object({ tenders: z.array(WithId) }).parse(found.output).tenders[0]?.id ?? ''
  const made = cli('bid', 'new', tenderId, '--estimate', join(fixtures, 'estimate/case-03.json'))
  expect(made).toMatchObject({ status: 0, output: { tenderId, lot: null, result: { offerTotal: '509576.50', profit: '38509.01', simulation: { seed: 20260801 } } } })
  const bidId = WithId.parse(made.output).id
  expect(cli('bid', 'list')).toMatchObject({ status: 0, output: [{ id: bidId, tenderId, verdict: 'likely-loss', offerTotal: '509576.50', version: 2 }] })
  const blocked = cli('document', bidId, '--out', join(folder, 'out'))
  expect(blocked).toMatchObject({ status: 3, output: { files: [] } })
  expect(z.object({ blocked: z.array(z.object({ code: z.string() })) }).parse(blocked.output).blocked.map(({ code }) => code)).toContain('company-field-missing')
  expect(cli('workspace', 'check')).toEqual({ status: 0, output: { ok: true, problems: [] } })
})

test('a bid exported to a file prints elsewhere, and a backup restores to the same records', () => {
  const sample = join(folder, 'sample.bidwright')
  expect(cli('sample', sample)).toMatchObject({ status: 0, output: { tenders: 27, bids: 19 } })
  workspace = sample
  const bids = z.array(WithId.extend({ verdict: z.string() })).parse(cli('bid', 'list').output)
  // The open bids come first.
  expect(bids.slice(0, 3).map(({ verdict }) => verdict).toSorted((a, b) => a.localeCompare(b))).toEqual(['below-full-cost', 'healthy', 'underpriced'])
  const healthy = bids.find(({ verdict }) => verdict === 'healthy')?.id ?? ''
  const bidFile = join(folder, 'bid.json')
  writeFileSync(bidFile, JSON.stringify(cli('bid', 'export', healthy).output))
  const printed = cli('document', bidFile, '--out', join(folder, 'elsewhere'), '--volume', 'price')
  expect(printed).toMatchObject({ status: 0, output: { files: [{ volume: 'price', pages: 5 }], blocked: [] } })
  expect(readFileSync(Files.parse(printed.output).files[0]?.path ?? '').subarray(0, 5).toString()).toBe('%PDF-')
  const loss = bids.find(({ verdict }) => verdict === 'below-full-cost')?.id ?? ''
  expect(cli('document', loss, '--out', join(folder, 'loss'), '--volume', 'price', '--internal')).toMatchObject({ status: 0, output: { files: [{ volume: 'internal' }], blocked: [{ code: 'approval-missing', where: 'approvals' }] } })
  // Its certificates and contracts are PDF files: the built program paints their pages for Word.
  const proven = bids.find(({ verdict }) => verdict === 'underpriced')?.id ?? ''
  const written = cli('document', proven, '--out', join(folder, 'proven'), '--volume', 'business', '--word')
  expect(written).toMatchObject({ status: 0, output: { files: [{ volume: 'business', pages: 43 }, { volume: 'business', pages: 43 }], blocked: [] } })
  const word = partsOf(readFileSync(Files.parse(written.output).files.find(({ path }) => path.endsWith('.docx'))?.path ?? ''))
  expect([...word.keys()].filter((name) => name.startsWith('word/media/'))).toHaveLength(27)
  const backup = join(folder, 'backup.bidwright')
  expect(cli('workspace', 'backup', backup)).toMatchObject({ status: 0, output: { path: backup, records: 46 } })
  workspace = join(folder, 'restored.bidwright')
  expect(cli('workspace', 'restore', backup)).toEqual({ status: 0, output: { records: 46 } })
  expect(z.array(WithId.extend({ verdict: z.string() })).parse(cli('bid', 'list').output)).toEqual(bids)
})

test.describe('what can go wrong has a status and a reason', () => {
  for (const [what, args, status, code] of [
    ['no command', [], 2, 'usage'],
    ['an unknown command', ['fly'], 2, 'usage'],
    ['an unknown option', ['tenders', '--colour', 'red'], 2, 'usage'],
    ['a page size that is no number', ['tenders', '--limit', 'many'], 2, 'usage'],
    ['a bid nobody has', ['bid', 'show', 'nobody'], 3, 'bid-unknown'],
    ['a tender nobody has', ['bid', 'new', 'nobody'], 3, 'tender-unknown'],
    ['a file that is not there', ['estimate', 'nowhere.json'], 3, 'file-unreadable'],
    ['a vector file that is none', ['rules', join(fixtures, 'estimate/case-01.json')], 3, 'file-unknown'],
  ] as const) {
    test(what, () => {
      const run = cli(...args)
      expect(run).toMatchObject({ status, output: { error: { code } } })
      expect(Failure.parse(run.output).error.message).not.toBe('')
    })
  }
})
