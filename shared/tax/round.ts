import { Decimal } from '#shared/decimal.ts'

/** Half-up to the fen: how every single tax is rounded, once. */
export function toFen(amount: Decimal): Decimal {
  return amount.toDecimalPlaces(2, Decimal.ROUND_HALF_UP)
}
