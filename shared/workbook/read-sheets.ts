import { Decimal } from '#shared/decimal.ts'
import { Estimate } from '#shared/estimate/estimate.ts'
import { bondColumns, costColumns, offerColumns, paymentColumns, rateRows, riskColumns, sheetNames, subsidyColumns } from '#shared/workbook/layout.ts'
import type { SheetColumn } from '#shared/workbook/sheet.ts'

/** What stands in a sheet: cells by the keys of row 1; `row` is the row's number in the spreadsheet. */
export type SheetData = { name: string; rows: { row: number; values: Record<string, string | number | null> }[] }

/** Why a workbook is not taken: the sheet is not there, or what stands in a cell is not what belongs there. `row` null: the sheet as a whole. */
export type WorkbookIssue = { code: 'sheet-missing' | 'value-invalid'; sheet: string; row: number | null; field: string | null; value: string | null }

export type ReadEstimate = { ok: true; estimate: Estimate } | { ok: false; issues: WorkbookIssue[] }

type Values = Record<string, string | number | null>

const text = (value: string | number | null | undefined): string | null => (value === null || value === undefined || String(value).trim() === '' ? null : String(value).trim())

/** A number as spreadsheets hold it (15 digits) or as text, as decimal text; what is neither stays for the schema to refuse. */
const decimal = (value: string | number | null | undefined): string | null => {
  if (typeof value === 'number') return new Decimal(value).toSignificantDigits(15).toFixed()
  return text(value)?.replaceAll(/[,，\s]/g, '') ?? null
}

const whole = (value: string | number | null | undefined): number | string | null => (typeof value === 'number' ? value : text(value) === null ? null : Number.isFinite(Number(value)) ? Number(value) : String(value))
const flag = (value: string | number | null | undefined): boolean => Number(value) === 1

const range = (values: Values, name: string) => ({ low: decimal(values[`${name}Low`]), likely: decimal(values[`${name}Likely`]), high: decimal(values[`${name}High`]) })

const provenance = ({ source, priceDate, validUntil }: Values) => ({ source: text(source), priceDate: text(priceDate), validUntil: text(validUntil) })

const readers: Record<'offerLines' | 'costLines' | 'payment' | 'bonds' | 'subsidies' | 'risks', { sheet: string; columns: readonly SheetColumn[]; read: (values: Values, id: string) => object }> = {
  offerLines: {
    sheet: sheetNames.offer,
    columns: offerColumns,
    read: (values, id) => ({ id, name: text(values['name']) ?? '', specification: text(values['specification']), quantity: decimal(values['quantity']), unit: text(values['unit']) ?? '', unitPrice: decimal(values['unitPrice']), vatRate: decimal(values['vatRate']), commercialUnitPrice: decimal(values['commercialUnitPrice']), commercialPrice: provenance(values), softwareVatRefund: flag(values['softwareVatRefund']), remark: text(values['remark']) }),
  },
  costLines: {
    sheet: sheetNames.cost,
    columns: costColumns,
    read: (values, id) => {
      const unitCost = range(values, 'cost')
      const isOpen = Object.values(unitCost).every((value) => value === null)
      return { id, name: text(values['name']) ?? '', category: text(values['category']), unit: text(values['unit']), quantity: range(values, 'quantity'), unitCost: isOpen ? null : unitCost, zeroConfirmed: text(values['zeroConfirmed']) === null ? null : flag(values['zeroConfirmed']), currency: text(values['currency']), exchangeRate: decimal(values['exchangeRate']), price: provenance(values), inputVatRate: decimal(values['inputVatRate']), nature: text(values['nature']) ?? undefined, scalesWithVolume: flag(values['scalesWithVolume']), startMonth: whole(values['startMonth']), months: whole(values['months']) }
    },
  },
  payment: { sheet: sheetNames.payment, columns: paymentColumns, read: (values) => ({ name: text(values['name']) ?? '', share: decimal(values['share']), dueMonth: whole(values['dueMonth']), delayDays: whole(values['delayDays']) ?? 0 }) },
  bonds: { sheet: sheetNames.bonds, columns: bondColumns, read: (values) => ({ kind: text(values['kind']), amount: decimal(values['amount']), months: whole(values['months']), form: text(values['form']), guaranteeRate: decimal(values['guaranteeRate']) ?? '0' }) },
  subsidies: { sheet: sheetNames.subsidies, columns: subsidyColumns, read: (values, id) => ({ id, programme: text(values['programme']) ?? '', category: text(values['category']), share: decimal(values['share']), cap: decimal(values['cap']), payoutDelayMonths: whole(values['payoutDelayMonths']) ?? 0, secured: flag(values['secured']) }) },
  risks: { sheet: sheetNames.risks, columns: riskColumns, read: (values, id) => ({ id, name: text(values['name']) ?? '', probability: decimal(values['probability']), impact: range(values, 'impact'), month: whole(values['month']) ?? 0 }) },
}

const inputKeys = (columns: readonly SheetColumn[]): string[] => columns.filter(({ key }) => !key.startsWith('=')).map(({ key }) => key)

/** Rows a person filled in; an id typed nowhere is made from the row, and one typed twice is kept only where it stands first. */
const filledRows = (data: SheetData, columns: readonly SheetColumn[]) => {
  const keys = inputKeys(columns)
  const seen = new Set<string>()
  return data.rows.filter(({ values }) => keys.some((key) => text(values[key]) !== null)).map(({ row, values }) => {
    const given = text(values['id'])
    const id = given !== null && !seen.has(given) ? given : `row-${row}`
    seen.add(id)
    return { row, values, id }
  })
}

const readRates = (data: SheetData) => {
  const values = new Map(data.rows.map(({ values: { key, value } }) => [text(key), value]))
  const of = (key: string) => decimal(values.get(key)) ?? undefined
  return {
    overheadRate: of('overheadRate'), contingencyRate: of('contingencyRate'), annualFinanceRate: of('annualFinanceRate'), surchargeRate: of('surchargeRate'), stampDutyRate: of('stampDutyRate'), riskCorrelation: of('riskCorrelation'),
    agencyFee: { payer: text(values.get('feePayer')), schedule: text(values.get('feeSchedule')), amount: decimal(values.get('feeAmount')), discount: of('feeDiscount') },
    volumeShares: text(values.get('volumeShares'))?.split(/[,，、\s]+/).filter((share) => share !== ''),
    policy: { minMargin: of('minMargin'), maxLossProbability: of('maxLossProbability'), parityFloor: of('parityFloor'), likelyWin: of('likelyWin') },
  }
}

/** Names the cell a refused value stands in. */
const issueAt = (path: readonly PropertyKey[], rows: ReadonlyMap<string, readonly { row: number; values: Values }[]>): WorkbookIssue => {
  const [list, index, ...rest] = path
  const reader = Object.entries(readers).find(([name]) => name === list)?.[1]
  const found = typeof index === 'number' ? rows.get(String(list))?.[index] : undefined
  if (reader === undefined || found === undefined) {
    const key = String(path.at(-1))
    return { code: 'value-invalid', sheet: sheetNames.rates, row: null, field: rateRows.find(([name]) => name.toLowerCase().endsWith(key.toLowerCase()))?.[1] ?? key, value: null }
  }
  const first = String(rest[0] ?? '')
  const part = String(rest[1] ?? 'likely')
  const wanted = { quantity: 'quantity', unitCost: 'cost', impact: 'impact' }[first]
  const key = wanted === undefined ? String(rest.at(-1) ?? '') : `${wanted}${part.charAt(0).toUpperCase()}${part.slice(1)}`
  const column = reader.columns.find((candidate) => candidate.key === key) ?? reader.columns.find((candidate) => candidate.key === first)
  return { code: 'value-invalid', sheet: reader.sheet, row: found.row, field: column?.label ?? first, value: text(found.values[column?.key ?? first]) }
}

/** Reads the inputs of a workbook written by `estimateSheets`, edited or not; computed cells are not looked at. */
export const readEstimateSheets = (sheets: readonly SheetData[]): ReadEstimate => {
  const sheetOf = (name: string) => sheets.find((sheet) => sheet.name === name)
  const names = [...Object.values(readers).map(({ sheet }) => sheet), sheetNames.rates]
  const missing = names.filter((name) => sheetOf(name) === undefined).map((sheet): WorkbookIssue => ({ code: 'sheet-missing', sheet, row: null, field: null, value: null }))
  const rates = sheetOf(sheetNames.rates)
  if (missing.length > 0 || rates === undefined) return { ok: false, issues: missing }
  const rows = new Map(Object.entries(readers).map(([list, { sheet, columns }]) => [list, filledRows(sheetOf(sheet) ?? { name: sheet, rows: [] }, columns)]))
  const lists = Object.fromEntries(Object.entries(readers).map(([list, { read }]) => [list, (rows.get(list) ?? []).map(({ values, id }) => read(values, id))]))
  const parsed = Estimate.safeParse({ ...readRates(rates), ...lists })
  if (parsed.success) return { ok: true, estimate: parsed.data }
  return { ok: false, issues: parsed.error.issues.map(({ path }) => issueAt(path, rows)) }
}
