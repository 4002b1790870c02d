import { Decimal } from '#shared/decimal.ts'
import type { OfferLine } from '#shared/estimate/estimate.ts'
import { unknownCommercialReason } from '#shared/estimate/unknowns.ts'
import { roundToFen } from '#shared/money.ts'

/** One offer line in money: total VAT-inclusive and rounded as printed, net and VAT exact. */
export type OfferLineAmounts = { line: OfferLine; total: Decimal; net: Decimal; vat: Decimal }

/** The offer in money; `commercialValue` is null unless every line has a valid commercial price. */
export type OfferBase = {
  lines: OfferLineAmounts[]
  total: Decimal
  net: Decimal
  vat: Decimal
  commercialValue: Decimal | null
  commercialNet: Decimal | null
}

const amountsOf = (line: OfferLine, share: Decimal): OfferLineAmounts => {
  const total = roundToFen(new Decimal(line.quantity).times(line.unitPrice)).times(share)
  const net = total.div(new Decimal(line.vatRate).plus(1))
  return { line, total, net, vat: total.minus(net) }
}

const sum = (values: Decimal[]): Decimal => values.reduce((total, value) => total.plus(value), new Decimal(0))

/**
 * The offer at one volume share (step 12). Each line is rounded half-up to 0.01 as printed and then taken × share without
 * rounding again: a call-off is not a printed offer, and so the share 1 is the offer itself.
 */
export const offerBase = (offerLines: readonly OfferLine[], share: Decimal, today: string | null): OfferBase => {
  const lines = offerLines.map((line) => amountsOf(line, share))
  const total = sum(lines.map((line) => line.total))
  const net = sum(lines.map((line) => line.net))
  const isPriced = offerLines.length > 0 && offerLines.every((line) => unknownCommercialReason(line, today) === null)
  const commercial = offerLines.map((line) => new Decimal(line.quantity).times(share).times(line.commercialUnitPrice ?? 0))
  const commercialNet = offerLines.map((line, index) => (commercial[index] ?? new Decimal(0)).div(new Decimal(line.vatRate).plus(1)))
  return { lines, total, net, vat: total.minus(net), commercialValue: isPriced ? sum(commercial) : null, commercialNet: isPriced ? sum(commercialNet) : null }
}
