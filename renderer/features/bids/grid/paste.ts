import { applyText, type Column } from '#renderer/features/bids/grid/column.ts'

export type PasteRefusal = { row: number; column: string; text: string; reason: string | null }
export type PasteResult<Row> = { rows: Row[]; cells: number; refused: PasteRefusal[] }

/** Cells as spreadsheets put them on the clipboard: tabs and line ends, quotes around cells that hold either. */
export function clipboardCells(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let isQuoted = false
  const endCell = () => {
    rows.at(-1)?.push(cell)
    cell = ''
  }
  const source = text.replaceAll('\r\n', '\n').replace(/\n$/, '')
  for (let index = 0; index < source.length; index += 1) {
    const character = source[index] ?? ''
    if (isQuoted && character === '"' && source[index + 1] === '"') { cell += '"'; index += 1 }
    else if (character === '"' && (isQuoted || cell === '')) isQuoted = !isQuoted
    else if (!isQuoted && character === '\t') endCell()
    else if (!isQuoted && character === '\n') { endCell(); rows.push([]) }
    else cell += character
  }
  endCell()
  return rows
}

type Target<Row> = { rows: readonly Row[]; columns: readonly Column<Row>[]; row: number; column: number; newRow: () => Row }

/** Puts a block of cells in at a place, adding rows below the last. Every cell that found no place is named. */
export function pasteBlock<Row>({ rows, columns, row, column, newRow }: Target<Row>, block: readonly string[][]): PasteResult<Row> {
  const result: PasteResult<Row> = { rows: [...rows], cells: 0, refused: [] }
  for (const [down, cells] of block.entries()) {
    const at = row + down
    let current = result.rows[at] ?? newRow()
    for (const [right, text] of cells.entries()) {
      const target = columns[column + right]
      const applied = target === undefined || text.trim() === '' ? null : applyText(target, current, text)
      if (applied?.ok === true) {
        current = applied.row
        result.cells += 1
      } else if (text.trim() !== '' && target?.kind !== 'fixed') {
        result.refused.push({ row: at + 1, column: target?.title ?? '', text, reason: applied === null ? null : applied.reason })
      }
    }
    result.rows[at] = current
  }
  return result
}
