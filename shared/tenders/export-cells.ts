import { beijingParts } from '#shared/calendar/beijing-time.ts'
import { dayInBeijing } from '#shared/calendar/schedule.ts'
import type { TenderColumn } from '#shared/tenders/columns.ts'
import type { TenderRow } from '#shared/tenders/contract.ts'
import { worthOf } from '#shared/tenders/worth.ts'

/** One cell of an exported table; what kind of cell a workbook makes of it. Unknown is null: an empty cell, never 0. */
export type ExportCell =
  | { kind: 'text'; value: string | null }
  /** Decimal text of an amount. */
  | { kind: 'money'; value: string | null }
  | { kind: 'moment'; value: string | null }
  /** A day, or an instant shown as its Beijing day. */
  | { kind: 'day'; value: string | null }
  | { kind: 'number'; value: number | null }
  /** A fraction. */
  | { kind: 'percent'; value: number | null }

const text = (value: string | null): ExportCell => ({ kind: 'text', value })
const money = (value: string | null): ExportCell => ({ kind: 'money', value })

/** A tender's cell in a column. Codes become the words given; a code without a word stays itself. */
export function exportCell(row: TenderRow, column: TenderColumn, words: Readonly<Record<string, string>>): ExportCell {
  const word = (code: string | null) => text(code === null ? null : (words[code] ?? code))
  const assessment = row.bid?.assessment ?? null
  switch (column) {
    case 'deadline': return { kind: 'moment', value: row.bidDeadline }
    case 'openingTime': return { kind: 'moment', value: row.openingTime }
    case 'published': return { kind: 'day', value: row.publishedAt }
    case 'updated': return { kind: 'moment', value: row.updatedAt }
    case 'value': return money(worthOf(row)?.amount ?? null)
    case 'budget': return money(row.budget)
    case 'ceiling': return money(row.ceiling)
    case 'offer': return money(assessment?.offerTotal ?? null)
    case 'margin': return { kind: 'percent', value: assessment?.margin ?? null }
    case 'score': return { kind: 'number', value: row.desk.score }
    case 'lots': return { kind: 'number', value: row.lots.length }
    case 'stage': return word(row.stage)
    case 'useCase': return word(row.useCase)
    case 'decision': return word(row.desk.decision)
    case 'source': return word(row.source.kind)
    case 'verdict': return word(row.bid === null ? null : (assessment?.verdict ?? 'cannot-judge'))
    case 'owner': return text(row.desk.owner)
    case 'region': return text(row.desk.region)
    case 'projectNo': case 'title': case 'buyer': case 'agency': case 'method': return text(row[column])
  }
}

/** '2026-12-03 09:30', as the clock in Beijing shows it. */
export function plainMoment(instant: string): string {
  const { day, hour, minute } = beijingParts(instant)
  return `${day} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** A cell as text. */
export function plainCell(cell: ExportCell): string | null {
  if (cell.value === null) return null
  switch (cell.kind) {
    case 'moment': return plainMoment(cell.value)
    case 'day': return dayInBeijing(cell.value)
    case 'percent': return `${(cell.value * 100).toFixed(1)}%`
    case 'number': return String(cell.value)
    case 'text': case 'money': return cell.value
  }
}
