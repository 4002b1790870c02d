import type { KeyboardEvent } from 'react'
import { ActiveCell } from '#renderer/features/bids/grid/active-cell.tsx'
import type { Applied, Column } from '#renderer/features/bids/grid/column.ts'
import type { CellPlace } from '#renderer/features/bids/grid/movement.ts'
import css from '#renderer/features/bids/grid/edit-grid.module.css'

type GridRowProps<Row> = {
  row: Row
  index: number
  /** Place among the rows in sight. */
  shown: number
  columns: readonly Column<Row>[]
  /** The columns' widths as a CSS grid template. */
  tracks: string
  activeColumn: number
  shouldFocus: boolean
  isProblem: boolean
  goTo: (place: CellPlace) => void
  commit: (index: number, column: Column<Row>, applied: Applied<Row>, typed: string) => void
  onKey: (event: KeyboardEvent) => boolean
}

/** One row; only its active cell holds a field, and only while the grid has the keyboard. */
export function GridRow<Row>({ row, index, shown, columns, tracks, activeColumn, shouldFocus, isProblem, goTo, commit, onKey }: GridRowProps<Row>) {
  return (
    <div className={css.row} role="row" aria-rowindex={shown + 2} data-problem={isProblem || undefined} data-active={(activeColumn >= 0 && shouldFocus) || undefined} style={{ gridTemplateColumns: tracks }}>
      <span className={css.number} role="rowheader">{index + 1}</span>
      {columns.map((column, at) => {
        const isEditor = at === activeColumn && shouldFocus
        return (
          <div
            key={column.id}
            role="gridcell"
            aria-colindex={at + 2}
            tabIndex={at === activeColumn && !shouldFocus ? 0 : -1}
            className={css.cell}
            data-align={column.align}
            data-fixed={column.kind === 'fixed' || undefined}
            data-active={isEditor || undefined}
            onFocus={(event) => { if (event.target === event.currentTarget) goTo({ row: shown, column: at }) }}
            onMouseDown={(event) => {
              if (isEditor) return
              event.preventDefault()
              goTo({ row: shown, column: at })
            }}
          >
            {isEditor
              ? <ActiveCell row={row} column={column} index={index} shouldFocus={shouldFocus} label={`${index + 1} ${column.title}`} onCommit={(applied, typed) => commit(index, column, applied, typed)} onKey={onKey} />
              : (column.mark?.(row) ?? <span className={css.text} title={column.text(row, index)}>{column.text(row, index)}</span>)}
          </div>
        )
      })}
    </div>
  )
}
