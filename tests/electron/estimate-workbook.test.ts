import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { anyEstimate } from '../shared/estimate/arbitrary-estimate.ts'
import { vectors } from '../shared/estimate/vectors.ts'
import { openTestCore, type TestCore } from '../support/workspace.ts'
import { estimateWorkbook, readWorkbook } from '#core/workbook/estimate-file.ts'
import { loadOpenSample } from '#core/sample/sample.ts'
import type { Estimate } from '#shared/estimate/estimate.ts'
import { evaluate } from '#shared/estimate/evaluate.ts'
import { summaryRows } from '#shared/workbook/layout.ts'
import { readEstimateSheets } from '#shared/workbook/read-sheets.ts'

const hasOffice = spawnSync('soffice', ['--version']).status === 0
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bidwright-workbook-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Opens the workbooks in LibreOffice, recalculates, and gives the reported column of each summary. */
async function recalculated(books: readonly Uint8Array[]): Promise<Record<string, number | null>[]> {
  const paths = books.map((bytes, index) => {
    const path = join(folder, `book-${index}.xlsx`)
    writeFileSync(path, bytes)
    return path
  })
  const out = join(folder, 'out')
  execFileSync('soffice', ['--headless', `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`, '--convert-to', 'xlsx', '--outdir', out, ...paths], { stdio: 'ignore' })
  return Promise.all(
    books.map(async (_, index) => {
      const book = new ExcelJS.Workbook()
      await book.xlsx.load(new Uint8Array(readFileSync(join(out, `book-${index}.xlsx`))).buffer)
      const sheet = book.getWorksheet('汇总')
      return Object.fromEntries(summaryRows.map(([key], row) => {
        const { result } = sheet?.getRow(row + 3).getCell(4) ?? {}
        return [key, typeof result === 'number' ? result : null]
      }))
    }),
  )
}

const expected = (estimate: Estimate, asOf: string | null): Record<string, number | null> => {
  const result = evaluate(estimate, asOf)
  return Object.fromEntries(summaryRows.map(([key]) => [key, result[key] === null ? null : Number(result[key])]))
}

describe('an estimate as a workbook', () => {
  it.skipIf(!hasOffice)('comes to the same totals, to the fen, when LibreOffice recalculates it (skipped where soffice is missing)', { timeout: 180_000 }, async () => {
    const cases = vectors.map(({ name, input }) => ({ name, estimate: input }))
    const random = fc.sample(anyEstimate(), { numRuns: 8, seed: 20261123 }).map((estimate, index) => ({ name: `random ${index}`, estimate }))
    const all = [...cases, ...random]
    const totals = await recalculated(await Promise.all(all.map(({ estimate }) => estimateWorkbook(estimate, '2026-11-22'))))
    expect(all.map(({ name }, index) => [name, totals[index]])).toEqual(all.map(({ name, estimate }) => [name, expected(estimate, '2026-11-22')]))
  })

  it('is read back to an estimate that comes to the same, whatever the estimate', async () => {
    await fc.assert(
      fc.asyncProperty(anyEstimate(), async (estimate) => {
        const sheets = await readWorkbook(await estimateWorkbook(estimate, null))
        const read = readEstimateSheets(sheets ?? [])
        if (!read.ok) throw new Error(JSON.stringify(read.issues))
        expect(evaluate(read.estimate)).toEqual(evaluate(estimate))
      }),
      { numRuns: 15 },
    )
  }, 60_000)
})

describe('the workbook of a bid', () => {
  let core: TestCore
  beforeEach(async () => {
    core = openTestCore()
    await loadOpenSample(core.context)
  })
  afterEach(() => core.close())

  const saved = async () => {
    const [row] = await core.client.bids.list()
    if (row === undefined) throw new Error('the sample has no bid')
    const path = join(folder, '成本.xlsx')
    await core.client.workbook.save({ bidId: row.id, destination: core.grant(path) })
    return { path, bid: (await core.client.bids.get({ id: row.id })).bid }
  }
  const edited = async (path: string, change: (book: ExcelJS.Workbook) => void) => {
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(path)
    change(book)
    await book.xlsx.writeFile(path)
    return core.client.workbook.read({ file: core.grant(path) })
  }

  it('goes out and comes back unchanged, sources and validity included', async () => {
    const { path, bid } = await saved()
    const { estimate } = await core.client.workbook.read({ file: core.grant(path) })
    expect(evaluate(estimate, '2026-11-22')).toEqual(evaluate(bid.estimate, '2026-11-22'))
    expect(estimate.costLines.map(({ id, price }) => [id, price])).toEqual(bid.estimate.costLines.map(({ id, price }) => [id, { source: null, priceDate: null, validUntil: null, ...price }]))
  })

  it('takes what a person changed and added, a formula by its result', async () => {
    const { path, bid } = await saved()
    const { estimate } = await edited(path, (book) => {
      const sheet = book.getWorksheet('成本')
      const row = sheet?.getRow(3 + bid.estimate.costLines.length)
      for (const [column, value] of [[2, '新增外协'], [3, 'subcontract'], [5, 1], [6, 1], [7, 1], [8, 50000], [9, 50000], [10, 50000], [13, 0.06], [14, 'incremental'], [15, 1], [16, 0], [17, 2]] as const) row!.getCell(column).value = value
      for (const column of [8, 9, 10]) sheet!.getRow(3).getCell(column).value = { formula: '1000+1', result: 1001, date1904: false }
    })
    expect(estimate.costLines.length).toBe(bid.estimate.costLines.length + 1)
    expect(estimate.costLines.at(-1)).toMatchObject({ name: '新增外协', unitCost: { low: '50000', likely: '50000', high: '50000' }, months: 2 })
    expect(estimate.costLines[0]?.unitCost?.likely).toBe('1001')
  })

  it('names the sheet, the row and the column of what it cannot take, and changes nothing', async () => {
    const { path } = await saved()
    const refused = edited(path, (book) => {
      book.getWorksheet('成本')!.getRow(4).getCell(9).value = '面议'
      book.getWorksheet('分项报价')!.getRow(3).getCell(7).value = 6
    })
    await expect(refused).rejects.toMatchObject({ code: 'INVALID', data: { issues: [
      { code: 'value-invalid', sheet: '分项报价', row: 3, field: '税率', value: '6' },
      { code: 'value-invalid', sheet: '成本', row: 4, field: '单价（不含税）', value: '面议' },
    ] } })
  })

  it('refuses a file that is no such workbook', async () => {
    const path = join(folder, 'x.xlsx')
    writeFileSync(path, 'no workbook')
    await expect(core.client.workbook.read({ file: core.grant(path) })).rejects.toMatchObject({ code: 'NOT_A_WORKBOOK' })
    const other = new ExcelJS.Workbook()
    other.addWorksheet('成本')
    await other.xlsx.writeFile(path)
    await expect(core.client.workbook.read({ file: core.grant(path) })).rejects.toMatchObject({ code: 'INVALID' })
  })
})
