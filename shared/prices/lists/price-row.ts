import { Decimal } from '#shared/decimal.ts'
import { readCategory, readKind, readUnit, type PriceColumns, type PriceField } from '#shared/prices/lists/price-columns.ts'
import { type ListFacts, type PriceReading, readingOf, refusedPrice } from '#shared/prices/lists/reading.ts'
import { Day } from '#shared/time.ts'

const yes = /^(是|有|y|yes|true|1|含税|含|国产)$/i
const no = /^(否|无|n|no|false|0|不含税|不含|未税|非国产|进口)$/i
const truth = (text: string): boolean | null => (yes.test(text) ? true : no.test(text) ? false : null)

/** "2026-11-05", "2026/11/5", "2026年11月5日"; undefined: a text that is no day. */
const readDay = (text: string): string | null | undefined => {
  if (text === '') return null
  const parts = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T].*)?$/.exec(text)
  const day = parts === null ? '' : `${parts[1] ?? ''}-${(parts[2] ?? '').padStart(2, '0')}-${(parts[3] ?? '').padStart(2, '0')}`
  return Day.safeParse(day).data
}

/** "13%", "0.13", "13": a rate of VAT; undefined: none of them. */
const readRate = (text: string): string | null | undefined => {
  if (text === '') return null
  const match = /^(\d+(?:\.\d+)?)\s*(%?)$/.exec(text)
  if (match === null) return undefined
  const value = new Decimal(match[1] ?? 0)
  const share = match[2] === '%' || value.greaterThan(1) ? value.div(100) : value
  return share.lessThanOrEqualTo(1) ? share.toFixed() : undefined
}

const readAmount = (text: string): { amount: Decimal | null; isFree: boolean; currency: string | null; multiple: number } | undefined => {
  if (text === '' || /^(-+|—+|\/|n\/?a|面议|询价|待定|tbd|unknown)$/i.test(text)) return { amount: null, isFree: false, currency: null, multiple: 1 }
  if (/^(免费|free)$/i.test(text)) return { amount: new Decimal(0), isFree: true, currency: null, multiple: 1 }
  const match = /^(¥|\$|CNY|RMB|USD|人民币)?\s*(-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)\s*(万)?\s*(元|美元|CNY|RMB|USD)?(?:\/.*)?$/i.exec(text)
  if (match === null) return undefined
  const words = `${match[1] ?? ''}${match[4] ?? ''}`
  const currency = /\$|USD|美元/i.test(words) ? 'USD' : words === '' ? null : 'CNY'
  return { amount: new Decimal((match[2] ?? '0').replaceAll(',', '')), isFree: false, currency, multiple: match[3] === undefined ? 1 : 10_000 }
}

/** One row of a price list a company keeps in a spreadsheet. Prices without a kind are purchase prices. What can't be read is refused by its field. */
export const readPriceRow = (columns: PriceColumns, cells: readonly string[], row: number, facts: ListFacts): PriceReading => {
  const cell = (field: PriceField): string => (columns.at[field] === undefined ? '' : (cells[columns.at[field]] ?? '')).normalize('NFKC').trim()
  const name = cell('name')
  if (name === '') return refusedPrice('field-missing', 'the row has no name', row, 'name')
  const price = readAmount(cell('price'))
  if (price === undefined) return refusedPrice('field-invalid', `${name}: "${cell('price')}" is not a price`, row, 'price')
  const days = { date: readDay(cell('date')), validFrom: readDay(cell('validFrom')), validUntil: readDay(cell('validUntil')) }
  for (const field of ['date', 'validFrom', 'validUntil'] as const) if (days[field] === undefined) return refusedPrice('field-invalid', `${name}: "${cell(field)}" is not a day; write it like 2026-11-05`, row, field)
  const vatRate = readRate(cell('vatRate'))
  if (vatRate === undefined) return refusedPrice('field-invalid', `${name}: "${cell('vatRate')}" is not a rate of VAT`, row, 'vatRate')
  const stated = cell('currency').toUpperCase()
  const currency = /^(人民币|元|RMB)$/.test(stated) ? 'CNY' : stated === '美元' ? 'USD' : stated === '' ? (price.currency ?? columns.currency ?? facts.currency) : stated
  const { unit, per, unitName } = cell('unit') === '' ? { unit: 'set' as const, per: '1', unitName: null } : readUnit(cell('unit'))
  const or = (text: string): string | null => (text === '' ? null : text)
  const code = cell('code') === '' ? `${facts.origin}:${[name, cell('model'), cell('unit'), cell('region')].filter((part) => part !== '').join('/')}` : cell('code')
  const dated = { ...facts, currency, sourceDate: days.date ?? facts.sourceDate, sourceName: or(cell('source')) ?? facts.sourceName }
  const named = {
    code: code.slice(0, 200), name, vendor: or(cell('vendor')), model: or(cell('model')), region: or(cell('region')), url: or(cell('url')), row, unit, unitName, per, kind: readKind(cell('kind')) ?? ('purchase' as const),
    validFrom: days.validFrom ?? null, validUntil: days.validUntil ?? null, vatRate, vatIncluded: truth(cell('vatIncluded')) ?? columns.vatIncluded, isDomestic: truth(cell('domestic')), note: or(cell('note')),
  }
  const category = readCategory(cell('category'), name, unit)
  if (price.amount === null) return unknownReading(readingOf(dated, named, category, { amount: new Decimal(0) }))
  return readingOf(dated, named, category, { amount: price.amount.times(price.multiple), isFree: price.isFree })
}

/** A cell without a price is an unknown price, not a zero that needs a mark. */
const unknownReading = (reading: PriceReading): PriceReading => (reading.ok ? { ...reading, draft: { ...reading.draft, caveats: [] } } : reading)
