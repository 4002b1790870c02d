import { Decimal } from '#shared/decimal.ts'
import { roundToFen } from '#shared/money.ts'

const rates: Record<string, string> = { 买卖合同: '0.0003', 承揽合同: '0.0003', 技术合同: '0.0003', 租赁合同: '0.001' }

export type StampDuty = { ok: true; rate: Decimal; duty: Decimal } | { ok: false; code: 'contract-type-unknown' }

/**
 * Stamp duty of one party on `base`: the net amount when the contract lists VAT separately, else the whole (印花税法5条).
 * Halved for small taxpayers until 2027-12-31.
 */
export function stampDuty(contract: string, base: Decimal, isHalved: boolean): StampDuty {
  const rate = rates[contract]
  if (rate === undefined) return { ok: false, code: 'contract-type-unknown' }
  const duty = roundToFen(base.times(rate).div(isHalved ? 2 : 1))
  return { ok: true, rate: new Decimal(rate), duty }
}
