import { formatPercent, type Language } from '#renderer/components/money-input/format-money.ts'
import { parseDay } from '#renderer/features/bids/cost/cell-values.ts'
import { take } from '#renderer/features/bids/cost/cell-words.ts'
import { amountText, number, numberColumn, textColumn, vatColumn, yesNoColumn } from '#renderer/features/bids/cost/columns.ts'
import { PriceMark } from '#renderer/features/bids/cost/price-mark.tsx'
import type { Column } from '#renderer/features/bids/grid/column.ts'
import { m } from '#renderer/paraglide/messages.js'
import { Decimal } from '#shared/decimal.ts'
import type { OfferLine } from '#shared/estimate/estimate.ts'
import { unknownCommercialReason } from '#shared/estimate/unknowns.ts'
import { moneyText } from '#shared/money.ts'

/** The columns of the offer grid: what the buyer will see, and what it sells for privately. */
export function offerColumns(language: Language, today: string): Column<OfferLine>[] {
  return [
    textColumn({ id: 'name', title: m.cost_name(), track: 'minmax(190px, 1fr)' }, (line) => line.name, (line, name) => ({ ...line, name })),
    textColumn({ id: 'specification', title: m.cost_specification(), track: '140px' }, (line) => line.specification, (line, text) => ({ ...line, specification: text === '' ? null : text }), 2000),
    numberColumn({ id: 'quantity', title: m.cost_quantity(), track: '76px' }, language, (line) => line.quantity, (line, quantity) => ({ ...line, quantity })),
    textColumn({ id: 'unit', title: m.cost_unit(), track: '60px' }, (line) => line.unit, (line, unit) => ({ ...line, unit }), 30),
    { ...numberColumn<OfferLine>({ id: 'unitPrice', title: m.cost_unit_price(), track: '132px' }, language, (line) => line.unitPrice, (line, unitPrice) => ({ ...line, unitPrice })), text: (line) => amountText(line.unitPrice, language) },
    { id: 'total', title: m.cost_line_total(), track: '128px', kind: 'fixed', align: 'right', text: (line) => amountText(lineTotal(line), language) },
    vatColumn({ id: 'vatRate', title: m.cost_vat(), track: '72px' }, language, (line) => line.vatRate, (line, vatRate) => ({ ...line, vatRate })),
    {
      id: 'commercial', title: m.cost_commercial(), track: '140px', kind: 'text', align: 'right',
      text: (line) => commercialText(line, language),
      draft: (line) => line.commercialUnitPrice ?? '',
      mark: (line) => commercialMark(line, today, language),
      apply: (line, text) => take(number(text, language), (commercialUnitPrice) => ({ ...line, commercialUnitPrice, commercialPrice: line.commercialPrice === null || line.commercialPrice === undefined ? line.commercialPrice : { ...line.commercialPrice, taken: null } })),
    },
    { id: 'parity', title: m.cost_parity(), track: '76px', kind: 'fixed', align: 'right', text: (line) => parityText(line, language) },
    textColumn({ id: 'source', title: m.cost_source(), track: '120px' }, (line) => line.commercialPrice?.source, (line, source) => ({ ...line, commercialPrice: { ...line.commercialPrice, source: source === '' ? null : source } })),
    {
      id: 'validUntil', title: m.cost_valid_until(), track: '108px', kind: 'text',
      text: (line) => line.commercialPrice?.validUntil ?? '—',
      draft: (line) => line.commercialPrice?.validUntil ?? '',
      apply: (line, text) => take(parseDay(text), (validUntil) => ({ ...line, commercialPrice: { ...line.commercialPrice, validUntil } })),
    },
    yesNoColumn({ id: 'refund', title: m.cost_refund(), track: '84px' }, (line) => line.softwareVatRefund, (line, softwareVatRefund) => ({ ...line, softwareVatRefund })),
    textColumn({ id: 'remark', title: m.cost_remark(), track: '140px' }, (line) => line.remark, (line, remark) => ({ ...line, remark: remark === '' ? null : remark }), 500),
  ]
}

function commercialText(line: OfferLine, language: Language): string {
  return line.commercialUnitPrice === null || line.commercialUnitPrice === undefined ? '?' : amountText(line.commercialUnitPrice, language)
}

function commercialMark(line: OfferLine, today: string, language: Language) {
  const reason = unknownCommercialReason(line, today)
  if (reason === null) return null
  return reason === 'commercial-price-expired' ? <PriceMark kind="expired" text={commercialText(line, language)} /> : <PriceMark kind="missing" text={m.cost_fill_in()} />
}

function lineTotal(line: OfferLine): string {
  return moneyText(new Decimal(line.quantity).times(line.unitPrice))
}

function parityText(line: OfferLine, language: Language): string {
  const price = line.commercialUnitPrice
  return price === null || price === undefined || new Decimal(price).isZero() ? '—' : formatPercent(new Decimal(line.unitPrice).div(price).toFixed(6), language)
}

export function newOfferLine(id: string): OfferLine {
  return { id, name: '', specification: null, quantity: '1', unit: '项', unitPrice: '0', vatRate: '0.06', commercialUnitPrice: null, softwareVatRefund: false, remark: null }
}
