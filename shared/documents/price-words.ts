import { capitalAmount } from '#shared/capital-amount.ts'
import type { BuyerBid } from '#shared/documents/buyer-bid.ts'
import { priceSummary } from '#shared/documents/price-summary.ts'
import type { PriceSummary } from '#shared/documents/price-summary.ts'
import { placeholder } from '#shared/documents/wording.ts'
import { moneyText } from '#shared/money.ts'

/** The figures as the price forms print them: from one computation, so that no form can differ from another. */
export type PriceWords = { summary: PriceSummary; capital: string }

/** A total that has no form in capitals (negative) is printed as a placeholder; the gate stops it. */
export const priceWords = (bid: BuyerBid): PriceWords => {
  const summary = priceSummary(bid.lines)
  const capital = capitalAmount(moneyText(summary.gross))
  return { summary, capital: capital.ok ? capital.text : placeholder('大写金额') }
}
