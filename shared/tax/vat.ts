import { Decimal } from '#shared/decimal.ts'
import { roundToFen } from '#shared/money.ts'

/** Rates of 增值税法10、11条 (in force 2026-01-01); small-scale 1 % until 2027-12-31 (公告2026年第10号). Fractions. */
export const vatRates = { goods: '0.13', transport: '0.09', services: '0.06', smallScale: '0.03', smallScaleReduced: '0.01' } as const

export type VatSplit = { net: Decimal; vat: Decimal; inclusive: Decimal }

/** Splits a VAT-inclusive amount: net rounded half-up to the fen, VAT by subtraction, so net + VAT = amount (增值税法7条). */
export function splitVat(inclusive: Decimal, rate: Decimal): VatSplit {
  const net = roundToFen(inclusive.div(rate.plus(1)))
  return { net, vat: inclusive.minus(net), inclusive }
}

/** Adds VAT to a net amount: VAT rounded half-up to the fen. */
export function grossUpVat(net: Decimal, rate: Decimal): VatSplit {
  const vat = roundToFen(net.times(rate))
  return { net, vat, inclusive: net.plus(vat) }
}

export type TaxedAmount = { inclusive: Decimal; rate: Decimal }

/** Lines accounted for separately: each at its own rate (增值税法12条). */
export function splitLines(lines: readonly TaxedAmount[]): { lines: VatSplit[]; net: Decimal; vat: Decimal; inclusive: Decimal } {
  const split = lines.map(({ inclusive, rate }) => splitVat(inclusive, rate))
  const add = (pick: (line: VatSplit) => Decimal) => split.reduce((total, line) => total.plus(pick(line)), new Decimal(0))
  return { lines: split, net: add(({ net }) => net), vat: add(({ vat }) => vat), inclusive: add(({ inclusive }) => inclusive) }
}

/** Lines not accounted for separately: all at the highest rate (从高, 增值税法12条). `extraVat` is null unless the separate VAT is known. */
export function splitAtHighestRate(inclusive: Decimal, highestRate: Decimal, separateVat: Decimal | null): VatSplit & { extraVat: Decimal | null } {
  const split = splitVat(inclusive, highestRate)
  return { ...split, extraVat: separateVat && split.vat.minus(separateVat) }
}

/** Output less input VAT; what is left of the input is carried forward (增值税法14、21条). */
export function vatPayable(output: Decimal, input: Decimal): { payable: Decimal; carryForward: Decimal } {
  return { payable: Decimal.max(output.minus(input), 0), carryForward: Decimal.max(input.minus(output), 0) }
}

/**
 * 软件即征即退: the VAT burden above `threshold` of net sales comes back (财税〔2011〕100号; continuation after 2026-01-01 must be
 * checked against 公告2026年第10号). Surcharges are not refunded.
 */
export function softwareRefund(netSales: Decimal, rate: Decimal, input: Decimal, threshold: Decimal): { output: Decimal; paid: Decimal; refund: Decimal; burden: Decimal | null } {
  const output = roundToFen(netSales.times(rate))
  const paid = vatPayable(output, input).payable
  const refund = roundToFen(Decimal.max(paid.minus(netSales.times(threshold)), 0))
  return { output, paid, refund, burden: netSales.isZero() ? null : paid.minus(refund).div(netSales) }
}

export type SmallScaleVat = { isExempt: boolean; net: Decimal; vat: Decimal }

const monthlyExemption = 100_000

/** Small-scale taxpayer: no VAT under 100 000 net a month, else 1 % until 2027-12-31 and 3 % after (公告2026年第10号, 增值税法11条). */
export function smallScaleVat(monthInclusive: Decimal, day: string): SmallScaleVat {
  const rate = new Decimal(day <= '2027-12-31' ? vatRates.smallScaleReduced : vatRates.smallScale)
  const { net, vat } = splitVat(monthInclusive, rate)
  if (net.lt(monthlyExemption)) return { isExempt: true, net: monthInclusive, vat: new Decimal(0) }
  return { isExempt: false, net, vat }
}
