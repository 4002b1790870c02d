import { type KeyboardEvent, memo, type ReactNode, useRef } from 'react'
import type { Column } from '#renderer/features/bids/grid/column.ts'
import { GridRow } from '#renderer/features/bids/grid/grid-row.tsx'
import { GridToolbar } from '#renderer/features/bids/grid/grid-toolbar.tsx'
import { movedPlace } from '#renderer/features/bids/grid/movement.ts'
import { useGridPaste } from '#renderer/features/bids/grid/use-grid-paste.ts'
import { useActiveCell, useRowActions } from '#renderer/features/bids/grid/use-row-actions.ts'
import { useLatest } from '#renderer/features/bids/grid/use-latest.ts'
import { m } from '#renderer/paraglide/messages.js'
import css from '#renderer/features/bids/grid/edit-grid.module.css'

type EditGridProps<Row> = {
  label: string
  rows: readonly Row[]
  columns: readonly Column<Row>[]
  keyOf: (row: Row, index: number) => string
  /** The whole list after an edit, a paste, a fill, an added or a removed row. */
  onRows: (rows: Row[]) => void
  newRow: () => Row
  /** A copy of a row, with its own id. */
  copyRow: (row: Row) => Row
  addLabel: string
  emptyText: string
  /** Rows not to show; they stay in the list. */
  isHidden?: (row: Row) => boolean
  hasProblem?: (row: Row) => boolean
  /** Something to do with the active row, beside adding, copying and removing. */
  rowAction?: { label: string; run: (row: Row) => void }
  /** The row the grid is opened at, by its place in the list. */
  startRow?: number
}

/** A spreadsheet-like grid: arrows walk, typing or F2 edits, Enter and Tab go on, Ctrl D fills down, blocks can be pasted. */
export function EditGrid<Row>(props: EditGridProps<Row>) {
  const { rows, columns, keyOf } = props
  const frame = useRef<HTMLDivElement>(null)
  const visible = rows.flatMap((row, index) => (props.isHidden?.(row) === true ? [] : [{ row, index }]))
  const tracks = `40px ${columns.map(({ track }) => track).join(' ')}`
  const cell = useActiveCell(visible.length, columns.length, props.startRow)
  const { place } = cell
  const actions = useRowActions(props, visible, cell)
  const onPaste = useGridPaste(props, visible.length, place, actions.setNotice)
  const onKey = useLatest((event: KeyboardEvent): boolean => {
    const next = movedPlace(place, event, visible.length, columns.length)
    if (event.key === 'Escape') frame.current?.querySelector('button')?.focus()
    else if (event.ctrlKey && event.key.toLowerCase() === 'd') actions.fillDown()
    else if (event.ctrlKey && event.key === 'Delete') actions.remove()
    else if (event.ctrlKey && event.key === 'Enter') actions.add()
    else if (event.key === 'Enter') cell.goTo({ row: Math.min(visible.length - 1, place.row + 1), column: place.column })
    else if (next !== null) cell.goTo(next)
    else return false
    event.preventDefault()
    return true
  })
  return (
    <div ref={frame} className={css.frame} onPaste={onPaste} onBlur={(event) => { if (!event.currentTarget.contains(event.relatedTarget)) cell.leave() }}>
      <div className={css.scroll}>
        <div className={css.grid} role="grid" aria-label={props.label} aria-rowcount={visible.length + 1} aria-colcount={columns.length + 1} style={{ minWidth: leastWidth(tracks) }}>
          <GridHead columns={columns} tracks={tracks} />
          {visible.map(({ row, index }, shown) => {
            const isActive = shown === place.row
            const activeColumn = isActive ? place.column : -1
            const shouldFocus = isActive && cell.hasFocus
            const isProblem = props.hasProblem?.(row) ?? false
            return (
              <Kept key={keyOf(row, index)} signature={[row, index, shown, columns, isProblem, activeColumn, shouldFocus]} render={() => (
                <GridRow row={row} index={index} shown={shown} columns={columns} tracks={tracks} activeColumn={activeColumn} shouldFocus={shouldFocus} isProblem={isProblem} goTo={cell.goTo} commit={actions.commit} onKey={onKey} />
              )} />
            )
          })}
        </div>
        {visible.length === 0 && <p className={css.empty}>{rows.length === 0 ? props.emptyText : m.grid_no_problem_rows()}</p>}
      </div>
      <GridToolbar addLabel={props.addLabel} canAct={visible.length > 0} notice={actions.notice} onAdd={actions.add} onCopy={actions.copy} onRemove={actions.remove} action={rowActionOf(props.rowAction, visible[place.row]?.row)} />
    </div>
  )
}

function rowActionOf<Row>(action: EditGridProps<Row>['rowAction'], row: Row | undefined): { label: string; run: () => void } | undefined {
  return action === undefined || row === undefined ? undefined : { label: action.label, run: () => action.run(row) }
}

/** The sum of the tracks' fixed parts: narrower than this the grid scrolls. */
function leastWidth(tracks: string): number {
  return [...tracks.matchAll(/(\d+)px/g)].reduce((sum, [, pixels]) => sum + Number(pixels), 0)
}

function GridHead<Row>({ columns, tracks }: { columns: readonly Column<Row>[]; tracks: string }) {
  return (
    <div className={css.head} role="row" style={{ gridTemplateColumns: tracks }}>
      <span role="columnheader" data-align="center">#</span>
      {columns.map((column) => <span key={column.id} role="columnheader" data-align={column.align} title={column.title}>{column.title}</span>)}
    </div>
  )
}

type KeptProps = { signature: readonly unknown[]; render: () => ReactNode }

/** Renders again only when its signature changes: a memo for generic rows. */
const Kept = memo(
  function Kept({ render }: KeptProps) {
    return render()
  },
  (before, after) => before.signature.every((value, index) => value === after.signature[index]),
)
