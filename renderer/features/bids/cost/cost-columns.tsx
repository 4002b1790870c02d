import type { Language } from '#renderer/components/money-input/format-money.ts'
import { parseDay, rangeDraft, rangeText, withLikely, withRange } from '#renderer/features/bids/cost/cell-values.ts'
import { categoryName } from '#renderer/components/cost-category.ts'
import { take, takeNeeded } from '#renderer/features/bids/cost/cell-words.ts'
import { amountText, choiceColumn, number, quantityText, textColumn, vatColumn, wholeColumn, yesNoColumn } from '#renderer/features/bids/cost/columns.ts'
import { PriceMark } from '#renderer/features/bids/cost/price-mark.tsx'
import type { Column } from '#renderer/features/bids/grid/column.ts'
import { m } from '#renderer/paraglide/messages.js'
import { Decimal } from '#shared/decimal.ts'
import { CostCategory, type CostLine, type ThreePoint } from '#shared/estimate/estimate.ts'
import { isForeign, unknownCostReason } from '#shared/estimate/unknowns.ts'

const currencies = ['CNY', 'USD', 'EUR', 'HKD', 'JPY', 'GBP']

/** The columns of the cost grid. `today` decides which prices have expired. */
export function costColumns(language: Language, today: string): Column<CostLine>[] {
  // Latin words are longer than Chinese ones.
  const track = (chinese: number, latin: number) => `${language === 'zh-CN' ? chinese : latin}px`
  const has = (line: CostLine) => unknownCostReason(line, today)
  return [
    textColumn({ id: 'name', title: m.cost_name(), track: 'minmax(190px, 1fr)' }, (line) => line.name, (line, name) => ({ ...line, name })),
    choiceColumn({ id: 'category', title: m.cost_category(), track: track(84, 124) }, () => CostCategory.options.map((value) => ({ value, label: categoryName(value) })), (line) => line.category, (line, value) => ({ ...line, category: CostCategory.parse(value) })),
    {
      id: 'quantity', title: m.cost_quantity(), track: '112px', kind: 'text', align: 'right',
      text: (line) => quantityText(line.quantity.likely, language),
      draft: (line) => line.quantity.likely,
      apply: (line, text) => takeNeeded(number(text, language), (value) => ({ ...line, quantity: withLikely(line.quantity, value) })),
    },
    textColumn({ id: 'unit', title: m.cost_unit(), track: track(92, 116) }, (line) => line.unit, (line, unit) => ({ ...line, unit: unit === '' ? null : unit }), 30),
    {
      id: 'unitCost', title: m.cost_unit_cost(), track: '136px', kind: 'text', align: 'right',
      text: (line) => (line.unitCost === null ? '?' : amountText(line.unitCost.likely, language)),
      draft: (line) => line.unitCost?.likely ?? '',
      mark: (line) => markOf(line, today, line.unitCost === null ? '' : amountText(line.unitCost.likely, language)),
      apply: (line, text) => take(number(text, language), (value) => withUnitCost(line, value)),
    },
    {
      id: 'costRange', title: m.cost_range(), track: track(108, 128), kind: 'text', align: 'right',
      text: (line) => (line.unitCost === null ? '—' : rangeText(line.unitCost, language)),
      draft: (line) => (line.unitCost === null ? '' : rangeDraft(line.unitCost)),
      apply: (line, text) => {
        const { unitCost } = line
        return unitCost === null ? { ok: false, reason: m.cost_mark_missing() } : take(withRange(unitCost, text, language), (points) => ({ ...line, unitCost: points }))
      },
    },
    {
      id: 'quantityRange', title: m.cost_quantity_range(), track: track(108, 128), kind: 'text', align: 'right',
      text: (line) => rangeText(line.quantity, language),
      draft: (line) => rangeDraft(line.quantity),
      apply: (line, text) => take(withRange(line.quantity, text, language), (quantity) => ({ ...line, quantity })),
    },
    {
      id: 'total', title: m.cost_total(), track: '116px', kind: 'fixed', align: 'right',
      text: (line) => (line.unitCost === null ? '?' : amountText(expectedTotal(line), language)),
      mark: (line) => (has(line) === null || line.unitCost !== null ? null : <PriceMark kind="missing" text="" />),
    },
    vatColumn({ id: 'inputVatRate', title: m.cost_input_vat(), track: '72px' }, language, (line) => line.inputVatRate, (line, inputVatRate) => ({ ...line, inputVatRate })),
    choiceColumn({ id: 'nature', title: m.cost_nature(), track: track(72, 108) }, () => [{ value: 'incremental', label: m.nature_incremental() }, { value: 'allocated', label: m.nature_allocated() }], (line) => line.nature, (line, value) => ({ ...line, nature: value === 'allocated' ? 'allocated' : 'incremental' })),
    wholeColumn({ id: 'startMonth', title: m.cost_start(), track: '64px' }, { min: 0, max: 600 }, (line) => line.startMonth, (line, startMonth) => ({ ...line, startMonth })),
    wholeColumn({ id: 'months', title: m.cost_months(), track: '60px' }, { min: 1, max: 600 }, (line) => line.months, (line, months) => ({ ...line, months })),
    { ...textColumn<CostLine>({ id: 'source', title: m.cost_source(), track: '176px' }, (line) => line.price?.source, (line, source) => ({ ...line, price: { ...line.price, source: source === '' ? null : source } })), text: sourceText },
    {
      id: 'validUntil', title: m.cost_valid_until(), track: '108px', kind: 'text',
      text: (line) => line.price?.validUntil ?? '—',
      draft: (line) => line.price?.validUntil ?? '',
      apply: (line, text) => take(parseDay(text), (validUntil) => ({ ...line, price: { ...line.price, validUntil } })),
    },
    yesNoColumn({ id: 'scales', title: m.cost_scales(), track: '68px' }, (line) => line.scalesWithVolume, (line, scalesWithVolume) => ({ ...line, scalesWithVolume })),
    choiceColumn({ id: 'currency', title: m.cost_currency(), track: '72px' }, (line) => [...new Set([...currencies, line.currency ?? 'CNY'])].map((value) => ({ value, label: value })), (line) => line.currency ?? 'CNY', (line, value) => ({ ...line, currency: value === 'CNY' ? null : value, exchangeRate: value === (line.currency ?? 'CNY') ? line.exchangeRate : null })),
    {
      id: 'exchangeRate', title: m.cost_rate(), track: '80px', kind: 'text', align: 'right',
      text: (line) => (isForeign(line) ? (line.exchangeRate ?? '?') : '—'),
      draft: (line) => line.exchangeRate ?? '',
      apply: (line, text) => take(number(text, language), (exchangeRate) => ({ ...line, exchangeRate })),
    },
    yesNoColumn({ id: 'zeroConfirmed', title: m.cost_confirmed(), track: track(92, 124) }, (line) => line.zeroConfirmed === true, (line, zeroConfirmed) => ({ ...line, zeroConfirmed })),
  ]
}

/** The sizing a line follows stands before where its price is from. */
function sourceText({ origin, price }: CostLine): string {
  const from = origin === null || origin === undefined ? null : origin.isOverridden ? m.sizing_line_overridden() : m.sizing_line_from()
  return [from, price?.source].filter((part) => part !== null && part !== undefined && part !== '').join(' · ')
}

/** What is typed over a price of the book is no longer the book's. */
const byHand = (price: CostLine['price']): CostLine['price'] => (price === null || price === undefined ? price : { ...price, taken: null })

/** A new unit cost is somebody's word: it clears the confirmation of an old zero, and takes its range along. */
function withUnitCost(line: CostLine, value: string | null): CostLine {
  return { ...line, unitCost: value === null ? null : withLikely(line.unitCost, value), zeroConfirmed: false, price: byHand(line.price) }
}

function markOf(line: CostLine, today: string, text: string) {
  switch (unknownCostReason(line, today)) {
    case 'unit-cost-missing': return <PriceMark kind="missing" text={m.cost_fill_in()} />
    case 'unit-cost-zero-unconfirmed': return <PriceMark kind="zero" text={text} />
    case 'unit-cost-expired': return <PriceMark kind="expired" text={text} />
    case 'exchange-rate-missing': return <PriceMark kind="rate" text={text} />
    default: return null
  }
}

const pert = ({ low, likely, high }: ThreePoint): Decimal => new Decimal(likely).times(4).plus(low).plus(high).div(6)

/** Mean quantity × mean unit cost, in CNY where the rate is known; two decimals. */
function expectedTotal(line: CostLine): string {
  if (line.unitCost === null) return '0'
  const rate = isForeign(line) ? (line.exchangeRate ?? '0') : '1'
  return pert(line.quantity).times(pert(line.unitCost)).times(rate).toFixed(2)
}

export function newCostLine(id: string): CostLine {
  return { id, name: '', category: 'people', unit: null, quantity: { low: '1', likely: '1', high: '1' }, unitCost: null, inputVatRate: '0', nature: 'incremental', scalesWithVolume: true, startMonth: 0, months: 1 }
}
