import { formatDecimal, formatYuan, type Language } from '#renderer/components/money-input/format-money.ts'
import { m } from '#renderer/paraglide/messages.js'
import { Decimal } from '#shared/decimal.ts'
import type { PriceStatus } from '#shared/prices/find-price.ts'
import type { PriceCategory, PriceCaveat, PriceItem, PriceKind, PriceUnit } from '#shared/prices/price-item.ts'

export function priceCategoryName(category: PriceCategory): string {
  switch (category) {
    case 'tokens-in': return m.price_category_tokens_in()
    case 'tokens-out': return m.price_category_tokens_out()
    case 'tokens-cached': return m.price_category_tokens_cached()
    case 'tokens-cache-write': return m.price_category_tokens_cache_write()
    case 'model-call': return m.price_category_model_call()
    case 'gpu-rental': return m.price_category_gpu_rental()
    case 'server-rental': return m.price_category_server_rental()
    case 'server': return m.price_category_server()
    case 'hosting': return m.price_category_hosting()
    case 'licence': return m.price_category_licence()
    case 'person-day': return m.price_category_person_day()
    case 'data': return m.price_category_data()
    case 'travel': return m.price_category_travel()
    case 'subcontract': return m.price_category_subcontract()
    case 'other': return m.price_category_other()
  }
}

export function priceUnitName(unit: PriceUnit, unitName: string | null): string {
  switch (unit) {
    case 'token': return m.price_unit_token()
    case 'call': return m.price_unit_call()
    case 'card-hour': return m.price_unit_card_hour()
    case 'card-month': return m.price_unit_card_month()
    case 'server-hour': return m.price_unit_server_hour()
    case 'server-month': return m.price_unit_server_month()
    case 'server': return m.price_unit_server()
    case 'card': return m.price_unit_card()
    case 'rack-month': return m.price_unit_rack_month()
    case 'kwh': return m.price_unit_kwh()
    case 'person-day': return m.price_unit_person_day()
    case 'person-month': return m.price_unit_person_month()
    case 'seat-year': return m.price_unit_seat_year()
    case 'set': return m.price_unit_set()
    case 'year': return m.price_unit_year()
    case 'other': return unitName ?? m.price_unit_other()
  }
}

/** The unit one line of an estimate counts by: tokens by the million. */
export const lineUnitText = ({ unit, unitName }: Pick<PriceItem, 'unit' | 'unitName'>): string => (unit === 'token' ? m.price_unit_million_tokens() : priceUnitName(unit, unitName))

/** What a price is asked for: '百万 tokens', '卡·时', '8 卡·时'. */
export function perText({ unit, unitName, per }: Pick<PriceItem, 'unit' | 'unitName' | 'per'>, language: Language): string {
  if (unit === 'token' && per === '1000000') return m.price_unit_million_tokens()
  if (unit === 'token' && per === '1000') return m.price_unit_thousand_tokens()
  const name = priceUnitName(unit, unitName)
  return per === '1' ? name : `${formatDecimal(per, language, new Decimal(per).decimalPlaces())} ${name}`
}

/** A unit price with its currency and every decimal it has, at least two; unknown is a question mark. */
export function unitPriceTextOf({ unitPrice, currency }: { unitPrice: string | null; currency: string }, language: Language): string {
  if (unitPrice === null) return '?'
  const places = Math.max(2, new Decimal(unitPrice).decimalPlaces())
  return currency === 'CNY' ? formatYuan(unitPrice, language, places) : `${currency} ${formatDecimal(unitPrice, language, places)}`
}

export function priceKindName(kind: PriceKind): string {
  return kind === 'commercial' ? m.price_kind_commercial() : m.price_kind_purchase()
}

export function priceStatusName(status: PriceStatus): string {
  switch (status) {
    case 'valid': return m.price_status_valid()
    case 'expired': return m.price_status_expired()
    case 'not-yet-valid': return m.price_status_not_yet()
    case 'unknown': return m.price_status_unknown()
  }
}

export function caveatName(caveat: PriceCaveat): string {
  switch (caveat) {
    case 'zero-not-free': return m.price_caveat_zero()
    case 'spot': return m.price_caveat_spot()
    case 'marketplace': return m.price_caveat_marketplace()
    case 'starting-from': return m.price_caveat_from()
    case 'approximate': return m.price_caveat_about()
    case 'rounded': return m.price_caveat_rounded()
    case 'output-below-input': return m.price_caveat_output()
    case 'one-price': return m.price_caveat_one()
    case 'part-of-cost': return m.price_caveat_part()
  }
}

/** Whether VAT is in the price, with its rate where known; '?' where nobody has said. */
export function vatText({ vatIncluded, vatRate }: Pick<PriceItem, 'vatIncluded' | 'vatRate'>): string {
  const rate = vatRate === null ? '' : ` ${new Decimal(vatRate).times(100).toFixed()}%`
  return vatIncluded === null ? '?' : `${vatIncluded ? m.price_vat_included() : m.price_vat_excluded()}${rate}`
}

export const domesticText = (isDomestic: boolean | null): string => (isDomestic === null ? '?' : isDomestic ? m.price_domestic_yes() : m.price_domestic_no())
