import { Decimal } from '#shared/decimal.ts'
import { roundToFen } from '#shared/money.ts'

/** A compute or model voucher: a share of the contract up to a cap (null: none). Subtract it only when approved (rules §8). */
export function voucher(contract: Decimal, share: Decimal, cap: Decimal | null): { subsidy: Decimal; netCost: Decimal } {
  const full = roundToFen(contract.times(share))
  const subsidy = cap === null ? full : Decimal.min(full, cap)
  return { subsidy, netCost: contract.minus(subsidy) }
}
