import { type ClipboardEvent, type KeyboardEvent, memo, type ReactNode, useRef, useState } from 'react'
import { ActiveCell } from '#renderer/features/bids/grid/active-cell.tsx'
import { type Applied, type Column } from '#renderer/features/bids/grid/column.ts'
import { type CellPlace, movedPlace } from '#renderer/features/bids/grid/movement.ts'
import { clipboardCells, pasteBlock } from '#renderer/features/bids/grid/paste.ts'
import { GridToolbar } from '#renderer/features/bids/grid/grid-toolbar.tsx'
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
}

/** A spreadsheet-like grid: arrows walk, typing or F2 edits, Enter and Tab go on, Ctrl D fills down, blocks can be pasted. */
export function EditGrid<Row>(props: EditGridProps<Row>) {
  const { rows, columns, keyOf } = props
  const [active, setActive] = useState<CellPlace>({ row: 0, column: 0 })
  const [hasFocus, setHasFocus] = useState(false)
  const [notice, setNotice] = useState<string | null>(null)
  const frame = useRef<HTMLDivElement>(null)
  const visible = rows.flatMap((row, index) => (props.isHidden?.(row) === true ? [] : [{ row, index }]))
  const place = { row: Math.min(active.row, Math.max(0, visible.length - 1)), column: Math.min(active.column, columns.length - 1) }

  const goTo = useLatest((next: CellPlace) => {
    setHasFocus(true)
    setActive(next)
  })
  const replace = (at: number, row: Row) => props.onRows(rows.map((old, index) => (index === at ? row : old)))
  const commit = useLatest((at: number, column: Column<Row>, applied: Applied<Row>, typed: string) => {
    if (applied.ok) {
      setNotice(null)
      replace(at, applied.row)
    } else setNotice(m.grid_refused({ row: at + 1, column: column.title, text: typed, reason: applied.reason }))
  })
  const insert = (at: number, row: Row) => {
    props.onRows([...rows.slice(0, at), row, ...rows.slice(at)])
    const shown = visible.filter(({ index }) => index < at).length
    goTo({ row: shown, column: 0 })
  }
  const indexAt = (shown: number): number => visible[shown]?.index ?? rows.length
  const actions = {
    add: () => insert(visible.length === 0 ? rows.length : indexAt(place.row) + 1, props.newRow()),
    copy: () => { const row = rows[indexAt(place.row)]; if (row !== undefined) insert(indexAt(place.row) + 1, props.copyRow(row)) },
    remove: () => props.onRows(rows.filter((_, index) => index !== indexAt(place.row))),
    fillDown: () => {
      const above = visible[place.row - 1]?.row
      const here = visible[place.row]
      const column = columns[place.column]
      if (above === undefined || here === undefined || column === undefined || column.kind === 'fixed') return
      const applied = column.apply(here.row, column.kind === 'choice' ? column.value(above) : column.draft(above))
      commit(here.index, column, applied, '')
    },
  }
  const onKey = useLatest((event: KeyboardEvent): boolean => {
    const key = event.key.toLowerCase()
    if (event.key === 'Escape') frame.current?.querySelector('button')?.focus()
    else if (event.ctrlKey && key === 'd') actions.fillDown()
    else if (event.ctrlKey && event.key === 'Delete') actions.remove()
    else if (event.ctrlKey && event.key === 'Enter') actions.add()
    else if (event.key === 'Enter') goTo({ row: Math.min(visible.length - 1, place.row + 1), column: place.column })
    else {
      const next = movedPlace(place, event, visible.length, columns.length)
      if (next === null) return false
      goTo(next)
    }
    event.preventDefault()
    return true
  })
  const onPaste = (event: ClipboardEvent) => {
    const block = clipboardCells(event.clipboardData.getData('text/plain'))
    if (block.length <= 1 && (block[0]?.length ?? 0) <= 1) return
    event.preventDefault()
    if (visible.length !== rows.length) return setNotice(m.grid_paste_filtered())
    const result = pasteBlock({ rows, columns, row: place.row, column: place.column, newRow: props.newRow }, block)
    props.onRows(result.rows)
    const first = result.refused[0]
    const problem = first === undefined ? '' : m.grid_paste_refused({ count: result.refused.length, row: first.row, column: first.column, text: first.text, reason: first.reason ?? m.grid_paste_no_place() })
    setNotice(`${m.grid_pasted({ count: result.cells })}${problem}`)
  }

  const template = `40px ${columns.map(({ track }) => track).join(' ')}`
  return (
    <div ref={frame} className={css.frame} onPaste={onPaste} onBlur={(event) => { if (!event.currentTarget.contains(event.relatedTarget)) setHasFocus(false) }}>
      <div className={css.scroll}>
        <div className={css.grid} role="grid" aria-label={props.label} aria-rowcount={visible.length + 1} aria-colcount={columns.length + 1} style={{ gridTemplateColumns: template }}>
          <div className={css.head} role="row">
            <span role="columnheader" data-align="center">#</span>
            {columns.map((column) => <span key={column.id} role="columnheader" data-align={column.align} title={column.title}>{column.title}</span>)}
          </div>
          {visible.map(({ row, index }, shown) => (
            <Kept
              key={keyOf(row, index)}
              signature={[row, index, shown, columns, props.hasProblem?.(row), shown === place.row ? place.column : -1, hasFocus && shown === place.row]}
              render={() => (
                <GridRow
                  row={row}
                  index={index}
                  shown={shown}
                  columns={columns}
                  activeColumn={shown === place.row ? place.column : -1}
                  shouldFocus={hasFocus && shown === place.row}
                  isProblem={props.hasProblem?.(row) ?? false}
                  goTo={goTo}
                  commit={commit}
                  onKey={onKey}
                />
              )}
            />
          ))}
        </div>
        {visible.length === 0 && <p className={css.empty}>{rows.length === 0 ? props.emptyText : m.grid_no_problem_rows()}</p>}
      </div>
      <GridToolbar addLabel={props.addLabel} canAct={visible.length > 0} notice={notice} onAdd={actions.add} onCopy={actions.copy} onRemove={actions.remove} />
    </div>
  )
}

type GridRowProps<Row> = {
  row: Row
  index: number
  shown: number
  columns: readonly Column<Row>[]
  activeColumn: number
  shouldFocus: boolean
  isProblem: boolean
  goTo: (place: CellPlace) => void
  commit: (index: number, column: Column<Row>, applied: Applied<Row>, typed: string) => void
  onKey: (event: KeyboardEvent) => boolean
}

type KeptProps = { signature: readonly unknown[]; render: () => ReactNode }

/** Renders again only when its signature changes: a memo for generic rows. */
const Kept = memo(
  function Kept({ render }: KeptProps) {
    return render()
  },
  (before, after) => before.signature.every((value, index) => value === after.signature[index]),
)

function GridRow<Row>({ row, index, shown, columns, activeColumn, shouldFocus, isProblem, goTo, commit, onKey }: GridRowProps<Row>) {
  return (
    <div className={css.row} role="row" aria-rowindex={shown + 2} data-problem={isProblem || undefined} data-active={(activeColumn >= 0 && shouldFocus) || undefined}>
      <span className={css.number} role="rowheader">{index + 1}</span>
      {columns.map((column, at) => (
        <div
          key={column.id}
          role="gridcell"
          aria-colindex={at + 2}
          tabIndex={at === activeColumn && !shouldFocus ? 0 : -1}
          className={css.cell}
          data-align={column.align}
          data-fixed={column.kind === 'fixed' || undefined}
          data-active={(at === activeColumn && shouldFocus) || undefined}
          onFocus={(event) => { if (event.target === event.currentTarget) goTo({ row: shown, column: at }) }}
          onMouseDown={(event) => {
            if (at === activeColumn && shouldFocus) return
            event.preventDefault()
            goTo({ row: shown, column: at })
          }}
        >
          {at === activeColumn && shouldFocus
            ? <ActiveCell row={row} column={column} index={index} shouldFocus={shouldFocus} label={`${index + 1} ${column.title}`} onCommit={(applied, typed) => commit(index, column, applied, typed)} onKey={onKey} />
            : (column.mark?.(row) ?? <span className={css.text} title={column.text(row, index)}>{column.text(row, index)}</span>)}
        </div>
      ))}
    </div>
  )
}
