import { useEffect, useId, useMemo, useRef, type KeyboardEvent, type RefObject } from 'react'
import type { Column } from '#renderer/components/data-grid/column.ts'
import { GridHeader, type Sort } from '#renderer/components/data-grid/grid-header.tsx'
import { moved } from '#renderer/components/data-grid/grid-movement.ts'
import { scrollToRow, useRowsInSight } from '#renderer/components/data-grid/rows-in-sight.ts'
import { m } from '#renderer/paraglide/messages.js'
import { withoutWord } from '#renderer/components/data-grid/without-word.ts'
import styles from './data-grid.module.css'

export type DataGridProps<Row> = {
  label: string
  columns: readonly Column<Row>[]
  total: number
  /** Undefined while that row's page is on its way. */
  rowAt: (index: number) => Row | undefined
  sort: Sort
  onSort: (sort: Sort) => void
  active: number
  onActive: (index: number) => void
  onOpen: (row: Row) => void
  keyOf: (row: Row) => string
  /** The keys of the rows selected, or, where that may be all there are, a test. */
  selected: ReadonlySet<string> | ((key: string) => boolean)
  onToggle: (row: Row) => void
  /** For lists whose rows can all be selected at once: how many are, of all there are and not only of those in sight. */
  all?: { selectedCount: number; onToggle: () => void }
  /** A column dragged wider or narrower, in pixels. */
  onResize?: (columnId: string, width: number) => void
  /** Pixels; rows are of one height. */
  rowHeight?: number
  onVisible: (first: number, last: number) => void
  gridRef?: RefObject<HTMLDivElement | null>
}

const usualRowHeight = 34
const checkWidth = 36

/** A list of any length: only the rows in sight exist. One tab stop; arrows move, Enter opens, Space selects. */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { columns, total, rowAt, active, onVisible, rowHeight = usualRowHeight } = props
  const ownRef = useRef<HTMLDivElement>(null)
  const gridRef = props.gridRef ?? ownRef
  const id = useId()
  const actions = useRef<Actions<Row>['current']>(props)
  useEffect(() => {
    actions.current = props
  })
  const { first, last, onScroll } = useRowsInSight(gridRef, total, rowHeight)
  useEffect(() => onVisible(first, last), [first, last, onVisible])
  useEffect(() => {
    if (gridRef.current !== null) scrollToRow(gridRef.current, active, rowHeight)
  }, [active, gridRef, rowHeight])

  const tracks = [`${checkWidth}px`, ...columns.map(({ width, grow }) => (grow === undefined ? `${width}px` : `minmax(${width}px, ${grow}fr)`))].join(' ')
  const minWidth = columns.reduce((sum, { width }) => sum + width, checkWidth)
  const isActiveShown = active >= first && active <= last && total > 0
  return (
    <div
      ref={gridRef}
      className={styles.grid}
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={total + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable="true"
      aria-activedescendant={isActiveShown ? `${id}-${active}` : undefined}
      onScroll={onScroll}
      onKeyDown={(event) => onGridKey(event, props, gridRef.current)}
      data-tall={rowHeight > usualRowHeight || undefined}
    >
      <GridHeader columns={columns} tracks={tracks} minWidth={minWidth} sort={props.sort} onSort={props.onSort} onResize={props.onResize} all={props.all} total={total} />
      <div role="rowgroup" className={styles.body} style={{ height: total * rowHeight, minWidth }}>
        {Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at).map((index) => (
          <GridRow key={index} id={`${id}-${index}`} row={rowAt(index)} index={index} top={index * rowHeight} tracks={tracks} columns={columns} isSelected={isSelectedAt(props, index)} isActive={index === active} actions={actions} />
        ))}
      </div>
    </div>
  )
}

function onGridKey<Row>(event: KeyboardEvent, grid: DataGridProps<Row>, element: HTMLElement | null) {
  if (event.nativeEvent.isComposing || event.altKey || event.target !== element) return
  if (event.ctrlKey || event.metaKey) {
    if (event.key.toLowerCase() !== 'a' || event.shiftKey || grid.all === undefined) return
    event.preventDefault()
    return grid.all.onToggle()
  }
  const rowHeight = grid.rowHeight ?? usualRowHeight
  const page = Math.max(1, Math.floor((element?.clientHeight ?? rowHeight) / rowHeight) - 2)
  const next = moved(event.key, grid.active, grid.total, page)
  const row = grid.rowAt(grid.active)
  if (next !== null) grid.onActive(next)
  else if (event.key === 'Enter' && row !== undefined) grid.onOpen(row)
  else if (event.key === ' ' && row !== undefined) grid.onToggle(row)
  else return
  event.preventDefault()
}

type Actions<Row> = { current: Pick<DataGridProps<Row>, 'onActive' | 'onOpen' | 'onToggle'> }
type RowProps<Row> = { id: string; row: Row | undefined; index: number; top: number; tracks: string; columns: readonly Column<Row>[]; isSelected: boolean; isActive: boolean; actions: Actions<Row> }

function DrawnRow<Row>({ id, row, index, top, tracks, columns, isSelected, isActive, actions }: RowProps<Row>) {
  return (
    <div
      id={id}
      role="row"
      className={styles.row}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      aria-busy={row === undefined || undefined}
      data-active={isActive || undefined}
      style={{ gridTemplateColumns: tracks, transform: `translateY(${top}px)` }}
      onMouseDown={(event) => {
        withoutWord(event)
        actions.current.onActive(index)
      }}
      onDoubleClick={() => row !== undefined && actions.current.onOpen(row)}
    >
      <div role="gridcell" aria-colindex={1} className={styles.check}>
        {row !== undefined && <input type="checkbox" tabIndex={-1} checked={isSelected} aria-label={m.grid_select_row()} onChange={() => actions.current.onToggle(row)} />}
      </div>
      {columns.map((column, at) => (
        <div key={column.id} role="gridcell" aria-colindex={at + 2} className={styles.cell} data-end={column.isEnd || undefined}>
          {row === undefined ? <span className={styles.waiting} /> : column.cell(row)}
        </div>
      ))}
    </div>
  )
}

/** A row is drawn again only when something of it changed: scrolling draws the new ones alone. */
function GridRow<Row>({ id, row, index, top, tracks, columns, isSelected, isActive, actions }: RowProps<Row>) {
  return useMemo(() => <DrawnRow id={id} row={row} index={index} top={top} tracks={tracks} columns={columns} isSelected={isSelected} isActive={isActive} actions={actions} />, [id, row, index, top, tracks, columns, isSelected, isActive, actions])
}

function isSelectedAt<Row>({ rowAt, keyOf, selected }: DataGridProps<Row>, index: number): boolean {
  const row = rowAt(index)
  if (row === undefined) return false
  return typeof selected === 'function' ? selected(keyOf(row)) : selected.has(keyOf(row))
}
