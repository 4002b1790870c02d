import { z } from 'zod'
import { Decimal } from '#shared/decimal.ts'
import type { ListColumn } from '#shared/documents/list-report.ts'
import { formatDecimal } from '#shared/money.ts'
import { priceStatus } from '#shared/prices/find-price.ts'
import type { PriceItem } from '#shared/prices/price-item.ts'

export const PriceColumn = z.enum(['name', 'status', 'kind', 'category', 'price', 'per', 'vat', 'domestic', 'vendor', 'source', 'date', 'until'])
export type PriceColumn = z.infer<typeof PriceColumn>

const wide: Partial<Record<PriceColumn, number>> = { name: 26, source: 18, price: 16, vendor: 14, per: 13, category: 11, date: 10, until: 10 }

export function priceColumn({ id, heading }: { id: PriceColumn; heading: string }): ListColumn {
  return { heading, share: wide[id] ?? 8, align: id === 'price' ? 'right' : 'left' }
}

type Words = Readonly<Record<string, string>>

/** A price's text in a printed column. Codes of several kinds are spelt alike, so each has its kind before it: `unit.server`. */
export function priceCell(item: PriceItem, column: PriceColumn, words: Words, today: string): string | null {
  const word = (key: string) => words[key] ?? key
  switch (column) {
    case 'name': return item.name
    case 'status': return word(`status.${priceStatus(item, today)}`)
    case 'kind': return word(`kind.${item.kind}`)
    case 'category': return word(`category.${item.category}`)
    case 'price': return unitPrice(item, words)
    case 'per': return perText(item, words)
    case 'vat': return item.vatIncluded === null ? null : `${word(item.vatIncluded ? 'vat.included' : 'vat.excluded')}${item.vatRate === null ? '' : ` ${new Decimal(item.vatRate).times(100).toFixed()}%`}`
    case 'domestic': return item.isDomestic === null ? null : word(item.isDomestic ? 'domestic.yes' : 'domestic.no')
    case 'vendor': return item.vendor
    case 'source': return item.source.name
    case 'date': return item.source.date
    case 'until': return item.validUntil
  }
}

function unitPrice({ unitPrice: price, currency, isFree, tiers }: PriceItem, words: Words): string | null {
  if (price === null) return null
  if (isFree) return words['price.free'] ?? '0'
  return `${currency} ${formatDecimal(price, 2)}${tiers.length > 0 ? ` ${words['price.tiered'] ?? ''}` : ''}`.trimEnd()
}

function perText({ unit, unitName, per }: PriceItem, words: Words): string {
  if (unit === 'token' && per === '1000000') return words['per.million-tokens'] ?? '1,000,000 token'
  const name = unit === 'other' && unitName !== null ? unitName : (words[`unit.${unit}`] ?? unit)
  return per === '1' ? name : `${formatDecimal(per)} ${name}`
}
