import { useState } from 'react'
import type { Applied, Column } from '#renderer/features/bids/grid/column.ts'
import type { CellPlace } from '#renderer/features/bids/grid/movement.ts'
import { useLatest } from '#renderer/features/bids/grid/use-latest.ts'
import { m } from '#renderer/paraglide/messages.js'

export type ActiveCellState = { place: CellPlace; hasFocus: boolean; goTo: (place: CellPlace) => void; leave: () => void }

/** The one active cell, kept inside the grid when rows go away. A grid opened at a row (`startRow` ≥ 0) begins there with the keyboard. */
export function useActiveCell(rows: number, columns: number, startRow = -1): ActiveCellState {
  const [active, setActive] = useState<CellPlace>({ row: Math.max(0, startRow), column: 0 })
  const [hasFocus, setHasFocus] = useState(startRow >= 0)
  const goTo = useLatest((next: CellPlace) => {
    setHasFocus(true)
    setActive(next)
  })
  const leave = useLatest(() => setHasFocus(false))
  return { place: { row: Math.min(active.row, Math.max(0, rows - 1)), column: Math.min(active.column, columns - 1) }, hasFocus, goTo, leave }
}

type Rows<Row> = { rows: readonly Row[]; columns: readonly Column<Row>[]; onRows: (rows: Row[]) => void; newRow: () => Row; copyRow: (row: Row) => Row }
type Visible<Row> = ReadonlyArray<{ row: Row; index: number }>

/** What can be done with the rows; `notice` is the last thing that did not go as typed, or what a paste did. */
export function useRowActions<Row>({ rows, columns, onRows, newRow, copyRow }: Rows<Row>, visible: Visible<Row>, { place, goTo }: ActiveCellState) {
  const [notice, setNotice] = useState<string | null>(null)
  const at = visible[place.row]?.index ?? rows.length
  const commit = useLatest((index: number, column: Column<Row>, applied: Applied<Row>, typed: string) => {
    if (!applied.ok) return setNotice(m.grid_refused({ row: index + 1, column: column.title, text: typed, reason: applied.reason }))
    setNotice(null)
    onRows(rows.map((old, position) => (position === index ? applied.row : old)))
  })
  const insert = (index: number, row: Row) => {
    onRows([...rows.slice(0, index), row, ...rows.slice(index)])
    goTo({ row: visible.filter((shown) => shown.index < index).length, column: 0 })
  }
  const fillDown = () => {
    const above = visible[place.row - 1]?.row
    const here = visible[place.row]
    const column = columns[place.column]
    if (above === undefined || here === undefined || column === undefined || column.kind === 'fixed') return
    const text = column.kind === 'choice' ? column.value(above) : column.draft(above)
    commit(here.index, column, column.apply(here.row, text), text)
  }
  return {
    notice,
    setNotice,
    commit,
    fillDown,
    add: () => insert(visible.length === 0 ? rows.length : at + 1, newRow()),
    copy: () => {
      const row = rows[at]
      if (row !== undefined) insert(at + 1, copyRow(row))
    },
    remove: () => onRows(rows.filter((_, index) => index !== at)),
  }
}
