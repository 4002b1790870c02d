import { Decimal } from '#shared/decimal.ts'
import type { PriceReading } from '#shared/prices/lists/reading.ts'
import { PriceDraft, type PriceItem } from '#shared/prices/price-item.ts'

/** A price that changes by this factor or more is likely another unit or a slip of the point. */
export const implausibleFactor = 10

export type PriceChange = {
  status: 'new' | 'changed' | 'unchanged' | 'gone'
  code: string
  before: PriceItem | null
  after: PriceDraft | null
  /** Names of what differs. */
  fields: string[]
  /** New ÷ old − 1; null where either is unknown or they are in different currencies or units. */
  change: number | null
  isImplausible: boolean
}

const keys = Object.keys(PriceDraft.shape).filter((key): key is keyof PriceDraft => key !== 'code')

const perUnit = ({ unitPrice, per }: Pick<PriceDraft, 'unitPrice' | 'per'>): Decimal | null => (unitPrice === null ? null : new Decimal(unitPrice).div(per))

/** How a price moved: new ÷ old; null where that says nothing. */
export const priceRatio = (before: PriceDraft, after: PriceDraft): Decimal | null => {
  const [old, now] = [perUnit(before), perUnit(after)]
  if (old === null || now === null || old.isZero() || before.currency !== after.currency || before.unit !== after.unit) return null
  return now.div(old)
}

const changeOf = (before: PriceItem, after: PriceDraft): PriceChange => {
  const fields = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
  const ratio = priceRatio(before, after)
  return {
    status: fields.length === 0 ? 'unchanged' : 'changed', code: after.code, before, after, fields,
    change: ratio === null ? null : ratio.minus(1).toDecimalPlaces(6).toNumber(),
    isImplausible: ratio !== null && (ratio.greaterThanOrEqualTo(implausibleFactor) || ratio.lessThanOrEqualTo(new Decimal(1).div(implausibleFactor))),
  }
}

/** A price that is to end. */
export const asGone = (before: PriceItem): PriceChange => ({ status: 'gone', code: before.code, before, after: null, fields: [], change: null, isImplausible: false })

type Found = Extract<PriceReading, { ok: true }>

/** Splits readings into the first of each code and those that come again. */
export const withoutRepeats = (readings: readonly PriceReading[]): PriceReading[] => {
  const first = new Map<string, number | null>()
  return readings.map((reading) => {
    if (!reading.ok) return reading
    const { code, name } = reading.draft
    if (!first.has(code)) {
      first.set(code, reading.row)
      return reading
    }
    return { ok: false, row: reading.row, field: 'code', code: 'duplicate-in-file', message: `${name}: the code ${code} stands in row ${first.get(code) ?? '?'} already` }
  })
}

/** What taking the prices would do to the book. `known`: the items of their codes; `ofOrigins`: all the lists brought before. A price that ended is not gone. */
export const diffPrices = (found: readonly Found[], known: readonly PriceItem[], ofOrigins: readonly PriceItem[], today: string): PriceChange[] => {
  const byCode = new Map(known.map((item) => [item.code, item]))
  const codes = new Set(found.map(({ draft }) => draft.code))
  const read = found.map(({ draft }): PriceChange => {
    const before = byCode.get(draft.code)
    return before === undefined ? { status: 'new', code: draft.code, before: null, after: draft, fields: [], change: null, isImplausible: false } : changeOf(before, draft)
  })
  const gone = ofOrigins.filter(({ code, validUntil }) => !codes.has(code) && (validUntil === null || validUntil >= today))
  return [...read, ...gone.map(asGone)]
}
