import { z } from 'zod'
import { type Actual, dec, decOrNull, failure, type Rule, rule, text } from '#core/cli/rules/vector.ts'
import { Decimal } from '#shared/decimal.ts'
import { feeParts } from '#shared/estimate/agency-fee.ts'
import { bidProfit } from '#shared/tax/bid-profit.ts'
import { afterResearchDeduction, corporateTax } from '#shared/tax/corporate-tax.ts'
import { stampDuty } from '#shared/tax/stamp-duty.ts'
import { surcharges } from '#shared/tax/surcharges.ts'
import { grossUpVat, smallScaleVat, softwareRefund, splitAtHighestRate, splitLines, splitVat, vatPayable } from '#shared/tax/vat.ts'
import { voucher } from '#shared/tax/voucher.ts'
import { Day } from '#shared/time.ts'

const vatSplit = rule(z.object({ price_incl: dec, rate: dec }), (inputs): Actual => {
  const { net, vat } = splitVat(inputs.price_incl, inputs.rate)
  return { net: text(net), vat: text(vat) }
})

const grossUp = rule(z.object({ net: dec, rate: dec }), (inputs): Actual => {
  const { inclusive, vat } = grossUpVat(inputs.net, inputs.rate)
  return { price_incl: text(inclusive), vat: text(vat) }
})

const mixedSeparated = rule(z.object({ lines: z.array(z.object({ price_incl: dec, rate: dec })).min(1) }), (inputs): Actual => {
  const { net, vat, inclusive } = splitLines(inputs.lines.map((line) => ({ inclusive: line.price_incl, rate: line.rate })))
  return { total_net: text(net), total_vat: text(vat), total_incl: text(inclusive) }
})

const mixedNotSeparated = rule(z.object({ total_incl: dec, highest_rate: dec, separate_vat: decOrNull }), (inputs): Actual => {
  const { net, vat, extraVat } = splitAtHighestRate(inputs.total_incl, inputs.highest_rate, inputs.separate_vat)
  return { total_net: text(net), total_vat: text(vat), extra_vat_vs_separate: text(extraVat) }
})

const singleMixed = rule(z.object({ main_business_rate: dec }), (inputs): Actual => ({ rate: text(inputs.main_business_rate) }))

const surchargesRule = rule(z.object({ vat_payable: dec, location: z.enum(['city', 'county', 'other']), half_six_taxes: z.boolean() }), (inputs): Actual => {
  const found = surcharges(inputs.vat_payable, inputs.location, inputs.half_six_taxes)
  return { urban_construction: text(found.urbanConstruction), education: text(found.education), local_education: text(found.localEducation), total: text(found.total) }
})

const payable = rule(z.object({ output_vat: dec, input_vat: dec }), (inputs): Actual => {
  const found = vatPayable(inputs.output_vat, inputs.input_vat)
  return { payable: text(found.payable), carry_forward: text(found.carryForward) }
})

const refund = rule(z.object({ software_net_sales: dec, rate: dec, input_vat: dec, threshold: dec }), (inputs): Actual => {
  const found = softwareRefund(inputs.software_net_sales, inputs.rate, inputs.input_vat, inputs.threshold)
  return { output_vat: text(found.output), vat_paid: text(found.paid), refund: text(found.refund), effective_burden: found.burden && text(found.burden.toDecimalPlaces(6)) }
})

const smallScale = rule(z.object({ month_incl: dec, day: Day }), (inputs): Actual => {
  const { isExempt, net, vat } = smallScaleVat(inputs.month_incl, inputs.day)
  return { exempt: isExempt, net: text(net), vat: text(vat) }
})

const stamp = rule(z.object({ contract: z.string(), amount_net: dec, half_six_taxes: z.boolean().default(false) }), (inputs): Actual => {
  const found = stampDuty(inputs.contract, inputs.amount_net, inputs.half_six_taxes)
  return found.ok ? { rate: text(found.rate), duty: text(found.duty) } : failure(found.code, inputs.contract, 'inputs.contract')
})

const corporate = rule(z.object({ taxable_income: dec, status: z.enum(['general', 'high_tech', 'small_low_profit']) }), (inputs): Actual => {
  const { rate, tax } = corporateTax(inputs.taxable_income, inputs.status)
  return { rate: text(rate), tax: text(tax) }
})

const research = rule(z.object({ profit: dec, rd_expense: dec }), (inputs): Actual => ({ taxable_income: text(afterResearchDeduction(inputs.profit, inputs.rd_expense)) }))

const schedules = { works: 'works', goods: 'goods', service: 'services' } as const

/** In 万元; a discount of 1 is none. */
const agency = rule(z.object({ award_wan: dec, category: z.enum(['works', 'goods', 'service']), discount: dec.default(new Decimal(1)) }), ({ award_wan, category, discount }): Actual => {
  const fee = feeParts(schedules[category], award_wan.times(10_000)).reduce((sum, part) => sum.plus(part.fee), new Decimal(0))
  return { fee_wan: text(fee.times(discount).div(10_000)) }
})

const profitInput = z.object({
  price_incl: dec,
  vat_rate: dec,
  input_vat: dec,
  surcharge_rate: dec,
  stamp_rate: dec,
  direct_cost_net: dec,
  voucher: dec,
  overhead_net: dec,
  agency_fee: dec,
  finance_rate: dec,
  collection_days: dec,
  performance_bond_rate: dec,
  bond_cost_rate: dec,
  bond_days: dec,
  commercial_price_incl: decOrNull,
})

const profit = rule(profitInput, (inputs): Actual => {
  const found = bidProfit({
    priceInclusive: inputs.price_incl,
    vatRate: inputs.vat_rate,
    inputVat: inputs.input_vat,
    surchargeRate: inputs.surcharge_rate,
    stampRate: inputs.stamp_rate,
    directCostNet: inputs.direct_cost_net,
    voucher: inputs.voucher,
    overheadNet: inputs.overhead_net,
    agencyFee: inputs.agency_fee,
    financeRate: inputs.finance_rate,
    collectionDays: inputs.collection_days,
    performanceBondRate: inputs.performance_bond_rate,
    bondCostRate: inputs.bond_cost_rate,
    bondDays: inputs.bond_days,
    commercialPriceInclusive: inputs.commercial_price_incl,
  })
  return {
    revenue_net: text(found.revenueNet),
    output_vat: text(found.outputVat),
    vat_payable: text(found.vatPayable),
    surcharges: text(found.surcharges),
    stamp: text(found.stamp),
    finance_cost: text(found.financeCost),
    bond_cost: text(found.bondCost),
    total_cost: text(found.totalCost),
    profit: text(found.profit),
    margin_pct: text(found.marginPercent),
    commercial_gap_pct: text(found.commercialGapPercent),
    flag: found.flag,
  }
})

const voucherRule = rule(z.object({ contract: dec, rate: dec, cap: decOrNull }), (inputs): Actual => {
  const { subsidy, netCost } = voucher(inputs.contract, inputs.rate, inputs.cap)
  return { subsidy: text(subsidy), net_cost: text(netCost) }
})

export const taxRules: Record<string, Rule> = {
  VAT_SPLIT: vatSplit,
  VAT_GROSS_UP: grossUp,
  MIXED_SEPARATED: mixedSeparated,
  MIXED_NOT_SEPARATED: mixedNotSeparated,
  SINGLE_MIXED_TRANSACTION: singleMixed,
  SURCHARGES: surchargesRule,
  VAT_PAYABLE: payable,
  SOFTWARE_REFUND: refund,
  SMALL_SCALE: smallScale,
  STAMP_DUTY: stamp,
  CIT: corporate,
  RD_SUPER_DEDUCTION: research,
  AGENCY_FEE: agency,
  BID_PNL: profit,
  COMPUTE_VOUCHER: voucherRule,
}
