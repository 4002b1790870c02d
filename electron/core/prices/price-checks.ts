import type { CoreContext } from '#core/context.ts'
import { priceSettings } from '#core/prices/price-settings.ts'
import { pricesByIds } from '#core/prices/price-store.ts'
import type { Bid } from '#shared/bids/bid.ts'
import { beijingDay } from '#shared/calendar/beijing-time.ts'
import { check, type Check } from '#shared/documents/check.ts'
import { auditPrices, type StalePrice, takenItemIds } from '#shared/prices/audit.ts'

const codes = { expired: 'price-expired', old: 'price-old', undated: 'price-undated', changed: 'price-changed', gone: 'price-gone' } as const

/** The prices' part of the export gate: what expired, is old, or the book says otherwise of by now. It warns; what an expired cost does to the verdict is the approval policy's to stop. */
export async function priceChecks({ bid }: { bid: Bid }, { workspace, now }: Pick<CoreContext, 'workspace' | 'now'>): Promise<Check[]> {
  const { maxAgeDays } = await priceSettings(workspace.db)
  const items = await pricesByIds(workspace.db, takenItemIds(bid.estimate))
  const stale = auditPrices(bid.estimate, { today: beijingDay(now().toISOString()), maxAgeDays, items: new Map(items.map((item) => [item.id, item])) })
  if (stale.length > 0) return stale.map((price) => checkOf(price, maxAgeDays))
  return bid.estimate.costLines.length === 0 ? [] : [check('pass', 'prices-fresh', 'price', {}, { days: String(maxAgeDays) })]
}

const checkOf = ({ lineId, name, reason, priceDate, validUntil }: StalePrice, maxAgeDays: number): Check =>
  check('warn', codes[reason], 'price', { lineId }, { name, days: String(maxAgeDays), ...(priceDate === null ? {} : { date: priceDate }), ...(validUntil === null ? {} : { until: validUntil }) })
