import { z } from 'zod'
import { unitInLabel } from '#shared/tenders/notice/money.ts'
import { AmountField, meaningOf, TableField } from '#shared/tenders/table/table-fields.ts'

export const AmountUnit = z.enum(['元', '万元', '亿元'])
export type AmountUnit = z.infer<typeof AmountUnit>

/** The order of day, month and year in dates like 03/04/2026; ISO and Chinese dates need none. */
export const DateOrder = z.enum(['dmy', 'mdy'])
export type DateOrder = z.infer<typeof DateOrder>

/** Which column (from 0) holds which field, and the unit its heading names. */
export const ColumnMapping = z.object({
  columns: z.partialRecord(TableField, z.int().min(0).max(16_383)),
  units: z.partialRecord(AmountField, AmountUnit),
  dates: DateOrder.optional(),
})
export type ColumnMapping = z.infer<typeof ColumnMapping>

/** Proposes a mapping from the headings of a table, Chinese or English; a column nothing reads is left out. */
export function proposeMapping(headings: readonly string[]): ColumnMapping {
  const ranks = new Map<TableField, number>()
  const mapping: ColumnMapping = { columns: {}, units: {} }
  headings.forEach((heading, column) => {
    const meaning = meaningOf(heading)
    if (!meaning || meaning.rank >= (ranks.get(meaning.field) ?? Number.POSITIVE_INFINITY)) return
    ranks.set(meaning.field, meaning.rank)
    mapping.columns[meaning.field] = column
    const amount = AmountField.safeParse(meaning.field)
    if (!amount.success) return
    const unit = unitInLabel(heading.normalize('NFKC'))
    if (unit === null) delete mapping.units[amount.data]
    else mapping.units[amount.data] = unit
  })
  return mapping
}

/** Whether a row can be the heading row: it names the project and at least one thing more. */
export function isHeading(cells: readonly string[]): boolean {
  const { columns } = proposeMapping(cells)
  return (columns.title !== undefined || columns.noticeTitle !== undefined) && Object.keys(columns).length > 1
}

/** Whether a row repeats the headings, as lists pasted together do: most of its cells say what their heading says. */
export function repeatsHeading(cells: readonly string[], headings: readonly string[]): boolean {
  const filled = cells.flatMap((cell, column) => (cell.trim() === '' ? [] : [cell.trim() === headings[column]?.trim()]))
  return filled.length > 0 && filled.filter(Boolean).length * 2 > filled.length
}
