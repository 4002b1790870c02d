import { ExchangeRate } from '#shared/prices/exchange-rate.ts'
import { Day } from '#shared/time.ts'

export type RateReading = { ok: true; row: number; rate: ExchangeRate } | { ok: false; row: number; field: 'currency' | 'day' | 'rate'; value: string }
type RateColumns = { currency: number; day: number; rate: number; source: number }

const plain = (cell: string): string => cell.normalize('NFKC').trim().toLowerCase()

/** Finds the columns of a list of exchange rates; null: not its heading. Rates are CNY for one unit. */
export const rateColumns = (cells: readonly string[]): RateColumns | null => {
  const find = (pattern: RegExp): number => cells.findIndex((cell) => pattern.test(plain(cell)))
  const columns = { currency: find(/^(币种|货币|currency)/), day: find(/^(日期|date|day)/), rate: find(/^(汇率|中间价|rate)/), source: find(/^(来源|source)/) }
  return columns.currency === -1 || columns.day === -1 || columns.rate === -1 ? null : columns
}

const names: Record<string, string> = { 美元: 'USD', 欧元: 'EUR', 港元: 'HKD', 港币: 'HKD', 日元: 'JPY', 英镑: 'GBP' }

/** One row of a list of rates; what can't be read is refused by its field. `fallback`: the source where the row names none. */
export const readRateRow = (columns: RateColumns, cells: readonly string[], row: number, fallback: string): RateReading => {
  const cell = (at: number): string => (cells[at] ?? '').normalize('NFKC').trim()
  const currency = names[cell(columns.currency)] ?? cell(columns.currency).toUpperCase()
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(cell(columns.day))
  const day = parts === null ? '' : `${parts[1] ?? ''}-${(parts[2] ?? '').padStart(2, '0')}-${(parts[3] ?? '').padStart(2, '0')}`
  const source = columns.source === -1 ? '' : cell(columns.source)
  const parsed = ExchangeRate.safeParse({ currency, day, rate: cell(columns.rate), source: source === '' ? fallback : source.slice(0, 300) })
  if (parsed.success) return { ok: true, row, rate: parsed.data }
  const field = !/^[A-Z]{3}$/.test(currency) || currency === 'CNY' ? 'currency' : !Day.safeParse(day).success ? 'day' : 'rate'
  return { ok: false, row, field, value: cell(columns[field]) }
}
