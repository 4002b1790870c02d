import { Decimal } from '#shared/decimal.ts'
import type { BuyerOfferLine } from '#shared/documents/buyer-bid.ts'
import { roundToFen } from '#shared/money.ts'

export type PricedLine = {
  line: BuyerOfferLine
  /** From 1, as printed. */
  no: number
  /** quantity × unitPrice, half-up to the fen, VAT-inclusive. */
  gross: Decimal
  net: Decimal
  vat: Decimal
}

type RateTotal = { vatRate: string; gross: Decimal; net: Decimal; vat: Decimal }

/** The figures of a bid: computed here once, and every form prints these. CNY. */
export type PriceSummary = { lines: readonly PricedLine[]; gross: Decimal; net: Decimal; vat: Decimal; byRate: readonly RateTotal[] }

const sum = (values: readonly Decimal[]): Decimal => values.reduce((total, value) => total.plus(value), new Decimal(0))

const priceLine = (line: BuyerOfferLine, index: number): PricedLine => {
  const gross = roundToFen(new Decimal(line.quantity).times(line.unitPrice))
  const net = roundToFen(gross.div(new Decimal(1).plus(line.vatRate)))
  return { line, no: index + 1, gross, net, vat: gross.minus(net) }
}

const totals = (lines: readonly PricedLine[]): { gross: Decimal; net: Decimal; vat: Decimal } => ({
  gross: sum(lines.map((line) => line.gross)),
  net: sum(lines.map((line) => line.net)),
  vat: sum(lines.map((line) => line.vat)),
})

/**
 * Prices a bid as its documents print it: each line rounded half-up to the fen (estimate model, "offer total"), totals
 * are sums of rounded lines, so net + VAT = total on every line and in every total.
 */
export const priceSummary = (offerLines: readonly BuyerOfferLine[]): PriceSummary => {
  const lines = offerLines.map(priceLine)
  const rates = [...new Set(lines.map(({ line }) => new Decimal(line.vatRate).toFixed()))]
  const byRate = rates.map((vatRate) => ({ vatRate, ...totals(lines.filter(({ line }) => new Decimal(line.vatRate).eq(vatRate))) }))
  return { lines, ...totals(lines), byRate }
}
