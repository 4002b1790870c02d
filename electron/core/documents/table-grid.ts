import type { Cell, Table } from '#shared/documents/document.ts'

/** A cell with the columns and rows it covers. */
export type PlacedCell = { cell: Cell; row: number; column: number; colSpan: number; rowSpan: number }

/** Places cells like HTML does: each takes the next column no earlier cell covers. Throws when a row does not fill its columns. */
export const placeCells = (rows: Table['rows'], columnCount: number): PlacedCell[] => {
  const taken = new Set<string>()
  const placed: PlacedCell[] = []
  rows.forEach((cells, row) => {
    let column = 0
    const skipTaken = (): void => {
      while (taken.has(`${row}:${column}`)) column++
    }
    for (const cell of cells) {
      skipTaken()
      const colSpan = cell.colSpan ?? 1
      const rowSpan = cell.rowSpan ?? 1
      for (let r = row; r < row + rowSpan; r++) for (let c = column; c < column + colSpan; c++) taken.add(`${r}:${c}`)
      placed.push({ cell, row, column, colSpan, rowSpan })
      column += colSpan
    }
    skipTaken()
    if (column !== columnCount) throw new Error(`table row ${row + 1} covers ${column} of ${columnCount} columns`)
  })
  return placed
}

/** A form (a table without a head) stays whole; of a list, neither the first row nor the closing rows (a total, in figures and in capitals) are alone on a page. */
export const staysWithNext = (table: Table, row: number): boolean => {
  const last = table.rows.length - 1
  return row < last && (table.head.length === 0 || row === 0 || row >= last - 2)
}
