import type { ClipboardEvent } from 'react'
import type { Column } from '#renderer/features/bids/grid/column.ts'
import type { CellPlace } from '#renderer/features/bids/grid/movement.ts'
import { clipboardCells, pasteBlock, type PasteResult } from '#renderer/features/bids/grid/paste.ts'
import { m } from '#renderer/paraglide/messages.js'

type Target<Row> = { rows: readonly Row[]; columns: readonly Column<Row>[]; onRows: (rows: Row[]) => void; newRow: () => Row }

/** Pastes blocks of cells; a single value is left to the field it goes into. */
export function useGridPaste<Row>(target: Target<Row>, shown: number, place: CellPlace, say: (notice: string) => void) {
  return (event: ClipboardEvent) => {
    const block = clipboardCells(event.clipboardData.getData('text/plain'))
    if (block.length <= 1 && (block[0]?.length ?? 0) <= 1) return
    event.preventDefault()
    if (shown !== target.rows.length) return say(m.grid_paste_filtered())
    const result = pasteBlock({ ...target, row: place.row, column: place.column }, block)
    target.onRows(result.rows)
    say(pasteReport(result))
  }
}

function pasteReport<Row>({ cells, refused }: PasteResult<Row>): string {
  const [first] = refused
  const done = m.grid_pasted({ count: cells })
  if (first === undefined) return done
  return done + m.grid_paste_refused({ count: refused.length, row: first.row, column: first.column, text: first.text, reason: first.reason ?? m.grid_paste_no_place() })
}
