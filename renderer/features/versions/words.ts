import { formatPercent, formatYuan, type Language } from '#renderer/components/money-input/format-money.ts'
import { m } from '#renderer/paraglide/messages.js'
import { localUser } from '#shared/versions/version.ts'
import type { ComparedTotal, LineChange } from '#shared/versions/compare.ts'

export const whoText = (by: string): string => (by === localUser ? m.version_local_user() : by)

export function totalName(total: ComparedTotal): string {
  switch (total) {
    case 'offerTotal': return m.subtotal_offer_total()
    case 'netRevenue': return m.subtotal_net_revenue()
    case 'direct': return m.subtotal_direct()
    case 'incrementalCost': return m.subtotal_incremental_cost()
    case 'fulfilmentCost': return m.subtotal_fulfilment_cost()
    case 'expectedCost': return m.subtotal_expected_cost()
    case 'profit': return m.subtotal_profit()
    case 'margin': return m.cost_target_margin_name()
    case 'parity': return m.price_parity()
  }
}

const isRatio = (total: ComparedTotal): boolean => total === 'margin' || total === 'parity'

export function totalText(total: ComparedTotal, value: string | null, language: Language): string {
  if (value === null) return '—'
  return isRatio(total) ? formatPercent(value, language) : formatYuan(value, language)
}

/** With its sign; nothing where nothing changed. */
export function differenceText(total: ComparedTotal, difference: string | null, language: Language): string {
  if (difference === null) return '—'
  if (!/[1-9]/.test(difference)) return ''
  const text = totalText(total, difference, language)
  return text.startsWith('\u2212') ? text : `+${text}`
}

export function changeName(change: LineChange['change']): string {
  switch (change) {
    case 'added': return m.version_added()
    case 'removed': return m.version_removed()
    case 'changed': return m.version_changed()
  }
}

const fieldNames: Record<string, () => string> = {
  name: () => m.cost_name(),
  specification: () => m.cost_specification(),
  quantity: () => m.cost_quantity(),
  unit: () => m.cost_unit(),
  unitPrice: () => m.cost_unit_price(),
  unitCost: () => m.cost_unit_cost(),
  vatRate: () => m.cost_vat(),
  inputVatRate: () => m.cost_input_vat(),
  commercialUnitPrice: () => m.cost_commercial(),
  category: () => m.cost_category(),
  nature: () => m.cost_nature(),
  startMonth: () => m.cost_start(),
  months: () => m.cost_months(),
  scalesWithVolume: () => m.cost_scales(),
  softwareVatRefund: () => m.cost_refund(),
  remark: () => m.cost_remark(),
  currency: () => m.cost_currency(),
  exchangeRate: () => m.cost_rate(),
  zeroConfirmed: () => m.cost_confirmed(),
  isDomestic: () => m.sizing_localisation(),
  price: () => m.cost_source(),
  commercialPrice: () => m.cost_source(),
  overheadRate: () => m.rate_overhead(),
  contingencyRate: () => m.rate_contingency(),
  annualFinanceRate: () => m.rate_finance(),
  surchargeRate: () => m.rate_surcharge(),
  stampDutyRate: () => m.rate_stamp(),
  riskCorrelation: () => m.rate_correlation(),
  payment: () => m.cost_payment(),
  subsidies: () => m.cost_subsidies(),
  risks: () => m.cost_risks(),
  bonds: () => m.cost_bonds(),
  agencyFee: () => m.layer_agency(),
  policy: () => m.version_policy(),
  volumeShares: () => m.version_volume(),
  deliveryPeriod: () => m.terms_delivery(),
  warranty: () => m.terms_warranty(),
  validityDays: () => m.terms_validity(),
  bondAmount: () => m.terms_bond(),
  bondForm: () => m.terms_bond_form(),
  signedOn: () => m.terms_signed(),
}

/** A field as people know it; one added later shows its own name until it gets words. */
export const fieldName = (field: string): string => fieldNames[field]?.() ?? field

const moneyFields: ReadonlySet<string> = new Set(['unitPrice', 'commercialUnitPrice', 'unitCost', 'bondAmount'])
const rateFields: ReadonlySet<string> = new Set(['vatRate', 'inputVatRate', 'overheadRate', 'contingencyRate', 'annualFinanceRate', 'surchargeRate', 'stampDutyRate', 'riskCorrelation', 'volumeShares'])

/** A field's value as people read it; a range or a list part by part. */
export function valueText(field: string, value: string | null, language: Language): string {
  if (value === null) return '—'
  const separator = value.includes(' ~ ') ? ' ~ ' : ', '
  const parts = value.split(separator)
  if (!parts.every((part) => /^-?\d+(\.\d+)?$/.test(part))) return value
  const decimals = (part: string) => Math.max(2, part.split('.')[1]?.length ?? 0)
  if (moneyFields.has(field)) return parts.map((part) => formatYuan(part, language, decimals(part))).join(separator)
  return rateFields.has(field) ? parts.map((part) => formatPercent(part, language, 2)).join(separator) : value
}
