import type { ListColumn } from '#shared/documents/list-report.ts'
import { formatMoney } from '#shared/money.ts'
import type { TenderColumn } from '#shared/tenders/columns.ts'
import type { TenderRow } from '#shared/tenders/contract.ts'
import { exportCell, plainCell } from '#shared/tenders/export-cells.ts'

const wide: Partial<Record<TenderColumn, number>> = { title: 30, buyer: 18, agency: 18, projectNo: 14, value: 13, budget: 13, ceiling: 13, offer: 13, deadline: 14, openingTime: 14, updated: 14, method: 11, useCase: 11, verdict: 10, lots: 5, score: 6, margin: 7, region: 7 }
const atEnd: readonly TenderColumn[] = ['value', 'budget', 'ceiling', 'offer', 'margin', 'score', 'lots']

/** How wide a column of the printed list is beside the others. */
export function tenderColumn({ id, heading }: { id: TenderColumn; heading: string }): ListColumn {
  return { heading, share: wide[id] ?? 8, align: atEnd.includes(id) ? 'right' : 'left' }
}

/** A tender's text in a printed column: amounts in full, foreign ones with their currency. */
export function tenderCell(row: TenderRow, column: TenderColumn, words: Readonly<Record<string, string>>): string | null {
  const cell = exportCell(row, column, words)
  if (cell.kind !== 'money' || cell.value === null) return plainCell(cell)
  const isForeign = column !== 'offer' && row.currency !== null && row.currency !== 'CNY'
  return `${isForeign ? `${row.currency} ` : ''}${formatMoney(cell.value)}`
}
