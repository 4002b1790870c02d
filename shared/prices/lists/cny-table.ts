import { Decimal } from '#shared/decimal.ts'
import { readCardCount } from '#shared/prices/lists/gpu.ts'
import { type CellPrice, readPriceCell } from '#shared/prices/lists/price-cell.ts'
import { type ListFacts, type PriceReading, readingOf, refusedPrice, type StatedPrice, tokenReadings } from '#shared/prices/lists/reading.ts'

/** What the columns of a published price table are; -1: not there. */
export type TableColumns = { vendor: number; model: number; price: number; input: number; output: number; month: number; hour: number; card: number; cardName: string | null; each: string | null; /** What tells rows of one model apart. */ variant: number }

const clean = (cell: string): string => cell.normalize('NFKC').replaceAll(/[*`\\]/g, '').replaceAll(/<br\s*\/?>/gi, ' ').trim()

/** Finds the columns by their headings; null: not a table of prices we read. */
export const tableColumns = (heading: readonly string[]): TableColumns | null => {
  const cells = heading.map(clean)
  const find = (pattern: RegExp): number => cells.findIndex((cell) => pattern.test(cell))
  const price = find(/^价格/)
  const columns = {
    vendor: find(/^(厂商|供应商|平台)$/), model: find(/^(模型(名称)?|实例规格|规格)$/), price, input: find(/输入(价格|单价)/), output: find(/输出(价格|单价)/),
    month: find(/包年包月|元\/月/), hour: find(/按量计费|元\/小时/), card: find(/^GPU(?!.*显存)/i),
    variant: find(/^分辨率$/),
    cardName: /^GPU\s*\((.+)\)$/i.exec(cells.find((cell) => /^GPU\s*\(/i.test(cell)) ?? '')?.[1] ?? null,
    each: price === -1 ? null : (/\(?元\s*\/\s*([^)]+)\)?/.exec(cells[price] ?? '')?.[1]?.trim() ?? null),
  }
  const hasPrice = columns.price !== -1 || columns.input !== -1 || columns.output !== -1 || columns.month !== -1 || columns.hour !== -1
  return columns.model !== -1 && hasPrice ? columns : null
}

const statedOf = (prices: readonly CellPrice[], perTokens: string): StatedPrice | null => {
  const [first] = prices
  if (first === undefined) return null
  const perMillion = ({ amount, perTokens: per }: CellPrice) => amount.times('1e6').div(per ?? perTokens)
  const tiers = prices.filter(({ isTier }) => isTier).map((price) => ({ above: price.above, upTo: price.upTo, amount: perMillion(price) }))
  return { amount: perMillion(first), isFree: first.isFree, tiers, caveats: first.caveats }
}

type Row = { name: string; vendor: string | null; row: number; facts: ListFacts; code: string }

const tokenRow = (columns: TableColumns, cells: readonly string[], { name, vendor, row, facts, code }: Row): PriceReading[] => {
  const both = readPriceCell(cells[columns.price] ?? '')
  const input = columns.input === -1 ? both.filter(({ side }) => side !== 'out') : readPriceCell(cells[columns.input] ?? '')
  const output = columns.output === -1 ? both.filter(({ side }) => side === 'out') : readPriceCell(cells[columns.output] ?? '')
  const isOne = columns.price !== -1 && output.length === 0 && input.length > 0 && input.every(({ side }) => side === null)
  const priced = { 'tokens-in': statedOf(input, '1000000'), 'tokens-out': statedOf(isOne ? input : output, '1000000') }
  const prices = Object.fromEntries(Object.entries(priced).flatMap(([side, price]) => (price === null ? [] : [[side, isOne ? { ...price, caveats: [...(price.caveats ?? []), 'one-price'] } : price]])))
  if (Object.keys(prices).length === 0) return [refusedPrice('price-missing', `${name}: no price in the row`, row)]
  const currency = [...input, ...output].find((price) => price.currency !== null)?.currency ?? facts.currency
  return tokenReadings({ ...facts, currency }, { code, name, vendor, model: name, row }, prices)
}

const eachRow = (columns: TableColumns, cells: readonly string[], { name, vendor, row, facts, code }: Row): PriceReading[] => {
  const [price] = readPriceCell(cells[columns.price] ?? '')
  if (price === undefined) return [refusedPrice('price-missing', `${name}: no price in the row`, row)]
  return [readingOf(facts, { code: `${code}:${columns.each ?? ''}`, name, vendor, model: name, row, unit: 'other', unitName: (columns.each ?? '').slice(0, 30), per: '1' }, 'model-call', { amount: price.amount, isFree: price.isFree, caveats: price.caveats })]
}

const cardRow = (columns: TableColumns, cells: readonly string[], { name, vendor, row, facts, code }: Row): PriceReading[] => {
  const counted = columns.card === -1 ? null : readCardCount(cells[columns.card] ?? '')
  const card = counted?.card ?? columns.cardName
  const count = counted?.count ?? new Decimal(1)
  const prices = [...readPriceCell(columns.month === -1 ? '' : (cells[columns.month] ?? '')), ...readPriceCell(columns.hour === -1 ? '' : (cells[columns.hour] ?? ''))]
  if (prices.length === 0) return [refusedPrice('price-missing', `${name}: no price in the row`, row)]
  return prices.map((price, index) => {
    const time = price.time ?? (index === 0 && columns.month !== -1 ? 'month' : 'hour')
    if (time === 'year') return refusedPrice('field-invalid', `${name}: a price a year of a rented card is not read`, row)
    const unit = card === null ? (`server-${time}` as const) : (`card-${time}` as const)
    const label = card === null ? name : `${card} ×${count.toFixed()} ${name}`
    return readingOf({ ...facts, currency: price.currency ?? facts.currency }, { code: `${code}:${time}`, name: label, vendor, model: card ?? name, row, unit, per: card === null ? '1' : count.toFixed() }, card === null ? 'server-rental' : 'gpu-rental', { amount: price.amount, isFree: price.isFree, caveats: price.caveats })
  })
}

/** One row of a published table; `vendor` is that of the rows above where its own cell is empty. */
export const readTableRow = (columns: TableColumns, cells: readonly string[], vendor: string | null, row: number, facts: ListFacts): PriceReading[] => {
  const model = clean(cells[columns.model] ?? '')
  const name = [model, columns.variant === -1 ? '' : clean(cells[columns.variant] ?? '')].filter((part) => part !== '').join(' ')
  if (model === '') return [refusedPrice('field-missing', 'no model in the row', row, 'model')]
  const own = columns.vendor === -1 ? '' : clean(cells[columns.vendor] ?? '')
  const line: Row = { name, vendor: own === '' ? vendor : own, row, facts, code: `${facts.origin}:${name}`.slice(0, 180) }
  if (columns.month !== -1 || columns.hour !== -1) return cardRow(columns, cells, line)
  return columns.each !== null && !/tokens?/i.test(columns.each) ? eachRow(columns, cells, line) : tokenRow(columns, cells, line)
}
