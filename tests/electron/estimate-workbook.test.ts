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
import { Estimate } from '#shared/estimate/estimate.ts'
import { evaluate } from '#shared/estimate/evaluate.ts'
import { afterReplacing } from '#shared/workbook/after-replacing.ts'
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

const word = fc.constantFrom('1.0', '007', ' 两端空格 ', '', '=1+1')
const spelled = (text: string) => fc.constantFrom(text, text.includes('.') ? `${text}00` : `${text}.0`)
const taken = { itemId: 'p1', itemVersion: 2, unitPrice: '3.50', per: '1', unit: '项', currency: 'CNY', vatIncluded: false, vatRate: null, exchangeRate: null, rateDay: null, on: '2026-11-01' }
const price = fc.constantFrom(undefined, null, {}, { source: null, taken }, { source: '询价', priceDate: '2026-11-01', validUntil: '2026-12-31', taken })
const given = fc.constantFrom(undefined, null, false, true)

/** An estimate with what no workbook has a column for, nothing said in every way there is, and numbers written as nobody rounds them. */
const anyWritten = () =>
  anyEstimate().chain((estimate) =>
    fc.record({ word, overheadRate: spelled(estimate.overheadRate), share: fc.constantFrom('1', '1.0', '0.50'), price, given, scenarios: fc.constantFrom(undefined, null, { awardShare: '0.6', priceCut: '0.05', delayDays: 30 }) }).map((extra) => {
      const { overheadRate, share, scenarios } = extra
      const offerLines = estimate.offerLines.map((line) => ({ ...line, name: extra.word, specification: extra.word, commercialPrice: extra.price }))
      const costLines = estimate.costLines.map((line) => ({ ...line, name: extra.word, price: extra.price, zeroConfirmed: extra.given, isDomestic: extra.given, origin: { item: 'people', isOverridden: extra.given === true } }))
      const subsidies = estimate.subsidies.map((subsidy) => ({ ...subsidy, programmeId: 'voucher', evidence: '批文', until: '2027-01-31' }))
      return Estimate.parse({ ...estimate, offerLines, costLines, subsidies, overheadRate, volumeShares: [share, '2'], scenarios })
    }),
  )

describe('an estimate that comes back from its workbook unedited', () => {
  it('is the same to the letter, whatever the estimate', async () => {
    await fc.assert(
      fc.asyncProperty(anyWritten(), async (estimate) => {
        const read = readEstimateSheets((await readWorkbook(await estimateWorkbook(estimate, '2026-11-22'))) ?? [])
        if (!read.ok) throw new Error(JSON.stringify(read.issues))
        expect(JSON.stringify(afterReplacing(estimate, read.estimate))).toBe(JSON.stringify(estimate))
      }),
      { numRuns: 25 },
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

  it('leaves nothing to freeze anew after it came back, for every bid of the sample', async () => {
    for (const { id } of await core.client.bids.list()) {
      const { bid } = await core.client.bids.get({ id })
      await core.client.versions.freeze({ bidId: id, bidVersion: bid.version, note: '' })
      const path = join(folder, `${id}.xlsx`)
      await core.client.workbook.save({ bidId: id, destination: core.grant(path) })
      const { estimate } = await core.client.workbook.read({ file: core.grant(path) })
      const saved = await core.client.bids.saveEstimate({ id, version: bid.version, estimate: afterReplacing(bid.estimate, estimate) })
      expect(await core.client.versions.freeze({ bidId: id, bidVersion: saved.bid.version, note: '' })).toMatchObject({ isNew: false })
    }
  })

  it('lets go of the price book where a price was typed over, and only there', async () => {
    const { path, bid } = await saved()
    const before = { ...bid.estimate, costLines: bid.estimate.costLines.map((line) => ({ ...line, price: { ...line.price, taken } })) }
    const { estimate } = await edited(path, (book) => {
      for (const column of [8, 9, 10]) book.getWorksheet('成本')!.getRow(3).getCell(column).value = 1001
    })
    const after = afterReplacing(before, estimate).costLines.map(({ price: from }) => from?.taken ?? null)
    expect(after).toEqual(before.costLines.map((_, index) => (index === 0 ? null : taken)))
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
