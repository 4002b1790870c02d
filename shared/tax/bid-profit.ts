import { Decimal } from '#shared/decimal.ts'
import { roundToFen } from '#shared/money.ts'
import { splitVat, vatPayable } from '#shared/tax/vat.ts'

/** Amounts in CNY, rates as fractions a year, days of 365. */
export type BidProfitInput = {
  priceInclusive: Decimal
  vatRate: Decimal
  inputVat: Decimal
  surchargeRate: Decimal
  stampRate: Decimal
  directCostNet: Decimal
  voucher: Decimal
  overheadNet: Decimal
  agencyFee: Decimal
  financeRate: Decimal
  collectionDays: Decimal
  performanceBondRate: Decimal
  bondCostRate: Decimal
  bondDays: Decimal
  commercialPriceInclusive: Decimal | null
}

export type BidProfit = {
  revenueNet: Decimal
  outputVat: Decimal
  vatPayable: Decimal
  surcharges: Decimal
  stamp: Decimal
  financeCost: Decimal
  bondCost: Decimal
  totalCost: Decimal
  profit: Decimal
  /** Percent of net revenue; null at price 0. */
  marginPercent: Decimal | null
  /** Percent above (+) or below (−) the commercial price; null when that is unknown. */
  commercialGapPercent: Decimal | null
  flag: 'LOSS' | 'THIN' | 'OK'
}

const thinBelowPercent = 10

/** The quick profit of a bid (rules §4.1): one rate, one cost sum. The estimate is the full model; this is its check by hand. */
export function bidProfit(input: BidProfitInput): BidProfit {
  const { net: revenueNet, vat: outputVat } = splitVat(input.priceInclusive, input.vatRate)
  const payable = vatPayable(outputVat, input.inputVat).payable
  const extra = roundToFen(payable.times(input.surchargeRate))
  const stamp = roundToFen(revenueNet.times(input.stampRate))
  const financeCost = roundToFen(input.priceInclusive.times(input.financeRate).times(input.collectionDays).div(365))
  const bondCost = roundToFen(input.priceInclusive.times(input.performanceBondRate).times(input.bondCostRate).times(input.bondDays).div(365))
  const own = input.directCostNet.minus(input.voucher).plus(input.overheadNet).plus(input.agencyFee)
  const totalCost = roundToFen(own.plus(extra).plus(stamp).plus(financeCost).plus(bondCost))
  const profit = revenueNet.minus(totalCost)
  return {
    revenueNet,
    outputVat,
    vatPayable: payable,
    surcharges: extra,
    stamp,
    financeCost,
    bondCost,
    totalCost,
    profit,
    marginPercent: percentOf(profit, revenueNet),
    commercialGapPercent: input.commercialPriceInclusive && percentOf(input.priceInclusive.minus(input.commercialPriceInclusive), input.commercialPriceInclusive),
    flag: flagOf(profit, revenueNet),
  }
}

function percentOf(part: Decimal, whole: Decimal): Decimal | null {
  return whole.isZero() ? null : roundToFen(part.div(whole).times(100))
}

function flagOf(profit: Decimal, revenue: Decimal): BidProfit['flag'] {
  if (profit.lt(0)) return 'LOSS'
  return profit.times(100).lt(revenue.times(thinBelowPercent)) ? 'THIN' : 'OK'
}
