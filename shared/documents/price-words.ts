import { capitalAmount } from '#shared/capital-amount.ts'
import type { BuyerBid } from '#shared/documents/buyer-bid.ts'
import { priceSummary } from '#shared/documents/price-summary.ts'
import type { PriceSummary } from '#shared/documents/price-summary.ts'
import { placeholder } from '#shared/documents/wording.ts'
import { moneyText } from '#shared/money.ts'

/** The figures as the price forms print them: from one computation, so that no form can differ from another. */
export type PriceWords = { summary: PriceSummary; capital: string }

/** '人民币叁佰玖拾捌万元整', as forms print it: 人民币 directly before the amount (支付结算办法 附一); null for an amount without a form in capitals. */
export const printedCapital = (amount: string): string | null => {
  const capital = capitalAmount(amount)
  return capital.ok ? `人民币${capital.text}` : null
}

/** A total that has no form in capitals (negative) is printed as a placeholder; the gate stops it. */
export const priceWords = (bid: BuyerBid): PriceWords => {
  const summary = priceSummary(bid.lines)
  return { summary, capital: printedCapital(moneyText(summary.gross)) ?? placeholder('大写金额') }
}
