import { IconClockExclamation } from '@tabler/icons-react'
import type { Column } from '#renderer/components/data-grid/column.ts'
import type { Language } from '#renderer/components/money-input/format-money.ts'
import { domesticText, perText, priceCategoryName, priceKindName, priceStatusName, unitPriceTextOf, vatText } from '#renderer/components/price-words.ts'
import { m } from '#renderer/paraglide/messages.js'
import { priceStatus } from '#shared/prices/find-price.ts'
import type { PriceItem } from '#shared/prices/price-item.ts'
import css from '#renderer/features/prices/prices.module.css'

/** The columns of the price book. `today` decides what has expired. */
export function priceColumns(language: Language, today: string): Column<PriceItem>[] {
  const wide = (chinese: number, latin: number) => (language === 'zh-CN' ? chinese : latin)
  return [
    { id: 'name', header: m.price_name(), width: 220, grow: 3, cell: (item) => <NameCell item={item} today={today} /> },
    { id: 'kind', header: m.price_kind(), width: wide(72, 104), cell: (item) => priceKindName(item.kind) },
    { id: 'category', header: m.price_category(), width: wide(96, 128), cell: (item) => priceCategoryName(item.category) },
    { id: 'price', header: m.price_unit_price(), width: 124, isEnd: true, cell: (item) => <PriceCell item={item} language={language} /> },
    { id: 'per', header: m.price_per(), width: wide(112, 132), cell: (item) => perText(item, language) },
    { id: 'vat', header: m.price_vat(), width: wide(80, 88), cell: (item) => vatText(item) },
    { id: 'domestic', header: m.price_domestic(), width: wide(56, 84), cell: (item) => domesticText(item.isDomestic) },
    { id: 'vendor', header: m.price_vendor(), width: 108, grow: 1, cell: (item) => <span title={item.vendor ?? undefined}>{item.vendor ?? '—'}</span> },
    { id: 'source', header: m.price_source(), width: 132, grow: 1, cell: (item) => <span title={item.source.name}>{item.source.name}</span> },
    { id: 'date', header: m.price_date(), width: wide(92, 108), cell: (item) => item.source.date ?? '?' },
    { id: 'until', header: m.price_until(), width: 104, cell: (item) => <UntilCell item={item} today={today} /> },
  ]
}

function NameCell({ item, today }: { item: PriceItem; today: string }) {
  const status = priceStatus(item, today)
  return (
    <span className={css.name} title={item.name}>
      <span className={css.nameText}>{item.name}</span>
      {status !== 'valid' && <span className={css.chip} data-status={status}>{priceStatusName(status)}</span>}
    </span>
  )
}

function PriceCell({ item, language }: { item: PriceItem; language: Language }) {
  if (item.unitPrice === null) return <span className={css.unknown} title={m.price_status_unknown()}>?</span>
  return (
    <span className={css.price}>
      {item.tiers.length > 0 && <span className={css.tier} title={m.price_tiers()}>{m.price_tier_mark({ count: item.tiers.length })}</span>}
      {item.isFree ? m.price_free() : unitPriceTextOf(item, language)}
    </span>
  )
}

function UntilCell({ item, today }: { item: PriceItem; today: string }) {
  if (item.validUntil === null) return '—'
  const isPast = item.validUntil < today
  return (
    <span className={css.until} data-past={isPast || undefined}>
      {isPast && <IconClockExclamation size={14} aria-hidden />}
      {item.validUntil}
    </span>
  )
}
