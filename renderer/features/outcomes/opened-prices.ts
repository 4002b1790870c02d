import { parseMoney } from '#renderer/components/money-input/parse-money.ts'
import type { OpenedPrice } from '#shared/outcomes/outcome.ts'

export type OpenedReading = { ok: true; prices: OpenedPrice[] } | { ok: false; line: number; text: string }

/** Reads one bidder a line as people paste it: name, then price after a tab, comma, colon or space. A line without a figure is a price nobody knows. */
export function readOpenedPrices(text: string): OpenedReading {
  const prices: OpenedPrice[] = []
  for (const [index, line] of text.split('\n').entries()) {
    const typed = line.trim()
    if (typed === '') continue
    const cut = typed.search(/[\t,，:：]|\s(?=[¥￥\d])/)
    const bidder = (cut === -1 ? typed : typed.slice(0, cut)).trim()
    const rest = cut === -1 ? '' : typed.slice(cut + 1).trim()
    const parsed = parseMoney(rest, { unit: 'yuan', maxDecimals: 2 })
    if (!parsed.ok || bidder === '') return { ok: false, line: index + 1, text: typed }
    prices.push({ bidder, price: parsed.amount })
  }
  return { ok: true, prices }
}
