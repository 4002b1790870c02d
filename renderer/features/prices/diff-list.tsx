import { Checkbox } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useRef } from 'react'
import { useRowsInSight } from '#renderer/components/data-grid/rows-in-sight.ts'
import { formatPercent, type Language } from '#renderer/components/money-input/format-money.ts'
import { perText, unitPriceTextOf } from '#renderer/components/price-words.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { PriceDiffRow } from '#shared/prices/contract.ts'
import css from '#renderer/features/prices/prices.module.css'

const rowHeight = 34
const mostRows = 10
type DiffListProps = { rows: readonly PriceDiffRow[]; chosen: ReadonlySet<string>; onToggle: (code: string) => void; language: Language }

/** Old and new price side by side, of any number of rows: only those in sight exist. */
export function DiffList({ rows, chosen, onToggle, language }: DiffListProps) {
  const frame = useRef<HTMLDivElement>(null)
  const { first, last, onScroll } = useRowsInSight(frame, rows.length, rowHeight)
  return (
    <div className={css.diff} ref={frame} onScroll={onScroll} role="region" aria-label={m.prices_import_title()} tabIndex={-1} style={{ height: Math.min(rows.length, mostRows) * rowHeight + 2 }}>
      <ul style={{ height: rows.length * rowHeight }}>
        {rows.slice(first, last + 1).map((row, at) => (
          <li key={row.code} style={{ top: (first + at) * rowHeight }} data-status={row.status}>
            <Checkbox size="xs" aria-label={row.name} checked={chosen.has(row.code)} onChange={() => onToggle(row.code)} />
            <span className={css.diffName} title={`${row.name} (${row.code})`}>{row.name}</span>
            <span className={css.diffStatus}>{statusName(row)}</span>
            <span className={css.diffPrice}>{row.before === null ? '—' : unitPriceTextOf(row.before, language)}</span>
            <span aria-hidden>→</span>
            <span className={css.diffPrice}>{row.after === null ? '—' : unitPriceTextOf(row.after, language)}</span>
            <span className={css.diffPer}>{perText(row.after ?? row.before ?? unknownUnit, language)}</span>
            <span className={css.diffChange} data-bad={row.isImplausible || undefined}>
              {row.isImplausible && <IconAlertTriangle size={14} aria-label={m.prices_implausible()} />}
              {changeText(row, language)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

const unknownUnit = { unit: 'other' as const, unitName: null, per: '1' }

function statusName({ status }: PriceDiffRow): string {
  return status === 'new' ? m.prices_new() : status === 'gone' ? m.prices_gone() : m.prices_changed()
}

function changeText({ status, change, fields }: PriceDiffRow, language: Language): string {
  if (status !== 'changed') return ''
  if (change !== null && change !== 0) return `${change > 0 ? '+' : ''}${formatPercent(change, language)}`
  return fields.length === 1 && fields[0] === 'source' ? m.prices_only_date() : m.prices_other_fields()
}
