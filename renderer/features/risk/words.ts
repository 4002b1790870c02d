import { formatPercent, type Language } from '#renderer/components/money-input/format-money.ts'
import { yuan } from '#renderer/features/risk/amounts.ts'
import { m } from '#renderer/paraglide/messages.js'
import { Decimal } from '#shared/decimal.ts'
import type { Explanation, ExplanationPart, SubtotalKey } from '#shared/estimate/explanation.ts'

export function subtotalName(key: SubtotalKey): string {
  switch (key) {
    case 'offerTotal': return m.subtotal_offer_total()
    case 'netRevenue': return m.subtotal_net_revenue()
    case 'direct': return m.subtotal_direct()
    case 'riskCost': return m.subtotal_risk_cost()
    case 'subsidy': return m.subtotal_subsidy()
    case 'overhead': return m.subtotal_overhead()
    case 'contingency': return m.subtotal_contingency()
    case 'outputVat': return m.subtotal_output_vat()
    case 'inputVat': return m.subtotal_input_vat()
    case 'vatPayable': return m.subtotal_vat_payable()
    case 'surcharges': return m.subtotal_surcharges()
    case 'vatRefund': return m.subtotal_vat_refund()
    case 'stampDuty': return m.subtotal_stamp_duty()
    case 'agencyFee': return m.subtotal_agency_fee()
    case 'bondCost': return m.subtotal_bond_cost()
    case 'financing': return m.subtotal_financing()
    case 'cashTrough': return m.layer_trough()
    case 'breakEvenPrice': return m.price_break_even()
    case 'floorPrice': return m.subtotal_floor_price()
    case 'incrementalCost': return m.subtotal_incremental_cost()
    case 'fulfilmentCost': return m.subtotal_fulfilment_cost()
    case 'expectedCost': return m.subtotal_expected_cost()
    case 'profit': return m.subtotal_profit()
    case 'profitWithAllSubsidies': return m.subtotal_profit_subsidised()
    case 'byVolume': return m.subtotal_by_volume()
    case 'commercialValue': return m.subtotal_commercial_value()
  }
}

/** What a subtotal is called where it stands, with the volume share it is of. */
export const explanationName = ({ subtotal, share }: Explanation, language: Language): string =>
  share === undefined ? subtotalName(subtotal) : m.subtotal_at_volume({ share: formatPercent(share, language, new Decimal(share).times(100).decimalPlaces()) })

/** What a part is called: its line, the subtotal it stands for, or its place in a schedule. */
export function partName(part: ExplanationPart): string {
  switch (part.formula) {
    case 'incremental-lines': return m.formula_incremental_lines()
    case 'allocated-lines': return m.formula_allocated_lines()
    case 'flow-of-month':
    case 'interest-of-month': return m.exposure_month({ month: part.figures['month'] ?? '' })
    case 'fee-tier': return m.formula_tier_name()
    case 'fee-discount': return m.formula_discount_name()
    case 'fixed-amount': return m.formula_fixed_name()
    case 'cash-bond':
    case 'guarantee': return part.id === 'bid' ? m.bond_bid() : m.bond_performance()
    default: return part.name ?? (part.subtotal === null ? '' : subtotalName(part.subtotal))
  }
}

/** How a part is computed, in words and figures. */
export function formulaText(part: ExplanationPart, language: Language): string {
  const { figures } = part
  const text = (key: string) => figures[key] ?? ''
  const money = (key: string) => (figures[key] === undefined || figures[key] === '' ? '—' : yuan(figures[key], language))
  const percent = (key: string) => formatPercent(figures[key] ?? '0', language, 2)
  switch (part.formula) {
    case 'quantity-times-unit-price': return m.formula_quantity_price({ quantity: text('quantity'), price: money('unitPrice') })
    case 'quantity-times-commercial-price': return m.formula_quantity_commercial({ quantity: text('quantity'), price: money('unitPrice') })
    case 'total-without-vat': return m.formula_without_vat({ total: money('total'), rate: percent('rate') })
    case 'vat-in-total': return m.formula_vat_in_total({ total: money('total'), rate: percent('rate') })
    case 'mean-quantity-times-mean-cost': return m.formula_means({ quantity: text('quantity'), cost: money('unitCost') })
    case 'unknown-counts-as-zero': return m.formula_unknown()
    case 'probability-times-mean-impact': return m.formula_risk({ probability: percent('probability'), impact: money('impact') })
    case 'subsidy': return m.formula_subsidy({ share: percent('share'), base: money('base'), cap: money('cap') })
    case 'subsidy-not-secured': return m.formula_subsidy_open({ share: percent('share'), base: money('base'), cap: money('cap') })
    case 'rate-times-subtotal': return m.formula_rate({ base: money('base'), rate: percent('rate') })
    case 'input-vat-of-line': return m.formula_input_vat({ base: money('base'), rate: percent('rate') })
    case 'software-vat-refund': return m.formula_refund({ output: money('outputVat'), input: money('inputVatShare'), net: money('net'), rate: percent('retainedRate') })
    case 'fee-tier': return m.formula_rate({ base: money('base'), rate: percent('rate') })
    case 'fee-discount': return m.formula_rate({ base: money('base'), rate: percent('rate') })
    case 'fixed-amount': return m.formula_fixed()
    case 'cash-bond': return m.formula_cash_bond({ base: money('base'), rate: percent('rate'), months: text('months') })
    case 'guarantee': return m.formula_guarantee({ base: money('base'), rate: percent('rate'), months: text('months') })
    case 'interest-of-month': return m.formula_interest({ received: money('received'), paid: money('paid'), vat: money('vatPaid'), balance: money('balance') })
    case 'flow-of-month': return m.formula_flow({ received: money('received'), paid: money('paid'), vat: money('vatPaid') })
    case 'at-that-price': return m.formula_at_that_price()
    case 'at-volume-share': return m.formula_at_volume({ own: money('own') })
    case 'with-all-subsidies': return m.formula_subsidised({ own: money('own') })
    case 'incremental-lines':
    case 'allocated-lines': return m.formula_lines()
    case 'plus-subtotal': return m.formula_plus()
    case 'minus-subtotal': return m.formula_minus()
  }
}
