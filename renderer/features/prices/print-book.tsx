import { paperFrame } from '#renderer/components/print/paper-frame.ts'
import { ReportButton } from '#renderer/components/print/report-button.tsx'
import { priceCategoryName, priceKindName, priceStatusName, priceUnitName } from '#renderer/components/price-words.ts'
import type { PriceFilter } from '#renderer/features/prices/use-price-pages.ts'
import { m } from '#renderer/paraglide/messages.js'
import { PriceStatusFilter } from '#shared/prices/contract.ts'
import { PriceCategory, PriceKind, PriceUnit } from '#shared/prices/price-item.ts'
import { PriceColumn } from '#shared/reports/price-list.ts'

/** Prints every price the filter finds. */
export function PrintBook({ filter, total }: { filter: PriceFilter; total: number | undefined }) {
  const report = () => ({ name: 'prices' as const, title: m.screen_prices(), note: note(filter, total ?? 0), columns: PriceColumn.options.map((id) => ({ id, heading: heading(id) })), words: words(), frame: paperFrame(), filter })
  return <ReportButton title={m.screen_prices()} isDisabled={(total ?? 0) === 0} report={report} />
}

function note({ query, kind, categories, status }: PriceFilter, count: number): string {
  const asked = [query.trim(), kind === null ? '' : priceKindName(kind), ...categories.map(priceCategoryName), status === null ? '' : priceStatusName(status)].filter((part) => part !== '')
  return [m.report_prices_note({ count }), ...(asked.length === 0 ? [] : [m.report_filtered({ filter: asked.join(' · ') })])].join('　').slice(0, 500)
}

function words(): Record<string, string> {
  return {
    ...Object.fromEntries(PriceKind.options.map((kind) => [`kind.${kind}`, priceKindName(kind)])),
    ...Object.fromEntries(PriceCategory.options.map((category) => [`category.${category}`, priceCategoryName(category)])),
    ...Object.fromEntries(PriceStatusFilter.options.map((status) => [`status.${status}`, priceStatusName(status)])),
    ...Object.fromEntries(PriceUnit.options.map((unit) => [`unit.${unit}`, priceUnitName(unit, null)])),
    'per.million-tokens': m.price_unit_million_tokens(),
    'vat.included': m.price_vat_included(),
    'vat.excluded': m.price_vat_excluded(),
    'domestic.yes': m.price_domestic_yes(),
    'domestic.no': m.price_domestic_no(),
    'price.free': m.price_free(),
    'price.tiered': m.report_price_tiered(),
  }
}

function heading(column: PriceColumn): string {
  switch (column) {
    case 'name': return m.price_name()
    case 'status': return m.price_status()
    case 'kind': return m.price_kind()
    case 'category': return m.price_category()
    case 'price': return m.price_unit_price()
    case 'per': return m.price_per()
    case 'vat': return m.price_vat()
    case 'domestic': return m.price_domestic()
    case 'vendor': return m.price_vendor()
    case 'source': return m.price_source()
    case 'date': return m.price_date()
    case 'until': return m.price_until()
  }
}
