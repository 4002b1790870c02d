export type CellPlace = { row: number; column: number }

type Press = { key: string; ctrlKey: boolean; shiftKey: boolean }

/** Where a key takes the active cell; null when it does not move it (or would leave the grid). */
export function movedPlace({ row, column }: CellPlace, { key, ctrlKey, shiftKey }: Press, rows: number, columns: number): CellPlace | null {
  const last = { row: rows - 1, column: columns - 1 }
  switch (key) {
    case 'ArrowUp': return { row: ctrlKey ? 0 : Math.max(0, row - 1), column }
    case 'ArrowDown': return { row: ctrlKey ? last.row : Math.min(last.row, row + 1), column }
    case 'ArrowLeft': return { row, column: ctrlKey ? 0 : Math.max(0, column - 1) }
    case 'ArrowRight': return { row, column: ctrlKey ? last.column : Math.min(last.column, column + 1) }
    case 'PageUp': return { row: Math.max(0, row - 12), column }
    case 'PageDown': return { row: Math.min(last.row, row + 12), column }
    case 'Home': return { row: ctrlKey ? 0 : row, column: 0 }
    case 'End': return { row: ctrlKey ? last.row : row, column: last.column }
    case 'Tab': return tabbed({ row, column }, shiftKey ? -1 : 1, last)
    default: return null
  }
}

function tabbed({ row, column }: CellPlace, step: 1 | -1, last: CellPlace): CellPlace | null {
  const next = column + step
  if (next >= 0 && next <= last.column) return { row, column: next }
  const nextRow = row + step
  if (nextRow < 0 || nextRow > last.row) return null
  return { row: nextRow, column: step === 1 ? 0 : last.column }
}
