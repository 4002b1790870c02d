import { lineUnitText } from '#renderer/components/price-words.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { CostLine, OfferLine } from '#shared/estimate/estimate.ts'
import type { PriceItem } from '#shared/prices/price-item.ts'
import { costLineAt, offerLineAt, type TakeOptions, type TakeRefusal } from '#shared/prices/take-price.ts'

/** The line that is to get a price. */
export type LineToPrice = { scope: 'cost'; line: CostLine } | { scope: 'offer'; line: OfferLine }
export type TakenLine = LineToPrice

/** The line at the price, or why it can't have it. */
export function takenLine(target: LineToPrice, item: PriceItem, options: TakeOptions): { ok: true; value: TakenLine } | { ok: false; reason: TakeRefusal } {
  if (target.scope === 'cost') {
    const taken = costLineAt(target.line, item, options)
    return taken.ok ? { ok: true, value: { scope: 'cost', line: taken.line } } : taken
  }
  const taken = offerLineAt(target.line, item, options)
  return taken.ok ? { ok: true, value: { scope: 'offer', line: taken.line } } : taken
}

export function refusalText(reason: TakeRefusal, currency: string): string {
  switch (reason) {
    case 'price-unknown': return m.pick_unknown()
    case 'price-not-yet-valid': return m.pick_not_yet()
    case 'vat-unknown': return m.pick_vat()
    case 'rate-missing': return m.pick_rate({ currency })
  }
}

/** What a person should know about a price just taken. */
export function noticeOf(before: LineToPrice, item: PriceItem, after: TakenLine): string {
  const parts = [m.pick_taken({ name: item.name })]
  const unit = lineUnitText(item)
  const lineUnit = before.line.unit ?? ''
  if (lineUnit !== '' && lineUnit !== unit) parts.push(m.pick_unit_differs({ price: unit, line: lineUnit }))
  if (item.tiers.length > 0) parts.push(m.pick_tiers())
  if (after.scope === 'cost' && item.currency !== 'CNY' && (after.line.exchangeRate ?? null) === null) parts.push(m.pick_no_rate({ currency: item.currency }))
  if (after.scope === 'cost' && item.vatIncluded === null) parts.push(m.pick_vat_unknown())
  return parts.join(' · ')
}
