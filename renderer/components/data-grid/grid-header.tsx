import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { Column } from '#renderer/components/data-grid/column.ts'
import { ColumnEdge } from '#renderer/components/data-grid/column-edge.tsx'
import { m } from '#renderer/paraglide/messages.js'
import styles from './data-grid.module.css'

export type Sort = { by: string; isDescending: boolean }

type GridHeaderProps<Row> = {
  columns: readonly Column<Row>[]
  tracks: string
  minWidth: number
  sort: Sort
  onSort: (sort: Sort) => void
  onResize: ((columnId: string, width: number) => void) | undefined
  all: { selectedCount: number; onToggle: () => void } | undefined
  total: number
}

export function GridHeader<Row>({ columns, tracks, minWidth, sort, onSort, onResize, all, total }: GridHeaderProps<Row>) {
  return (
    <div role="rowgroup" className={styles.head} style={{ minWidth }}>
      <div role="row" aria-rowindex={1} className={styles.headRow} style={{ gridTemplateColumns: tracks }}>
        <div role="columnheader" aria-colindex={1} className={styles.checkAll}>
          {all === undefined ? <span className={styles.hidden}>{m.grid_select()}</span> : <CheckAll state={all.selectedCount === 0 ? 'none' : all.selectedCount === total ? 'all' : 'some'} onToggle={all.onToggle} />}
        </div>
        {columns.map((column, at) => (
          <div key={column.id} role="columnheader" aria-colindex={at + 2} aria-sort={sortState(column.sort, sort)} data-end={column.isEnd || undefined}>
            {column.sort === undefined ? <span>{column.header}</span> : <SortButton by={column.sort} header={column.header} sort={sort} onSort={onSort} />}
            {onResize !== undefined && <ColumnEdge width={column.width} onResize={(width) => onResize(column.id, width)} />}
          </div>
        ))}
      </div>
    </div>
  )
}

function CheckAll({ state, onToggle }: { state: 'none' | 'some' | 'all'; onToggle: () => void }) {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = state === 'some'
  }, [state])
  return <input ref={box} type="checkbox" checked={state === 'all'} aria-label={m.grid_select_all()} title={m.grid_select_all()} onChange={onToggle} />
}

function SortButton({ by, header, sort, onSort }: { by: string; header: string; sort: Sort; onSort: (sort: Sort) => void }) {
  const isSorted = sort.by === by
  return (
    <button type="button" className={styles.sort} data-sorted={isSorted || undefined} onClick={() => onSort({ by, isDescending: isSorted ? !sort.isDescending : false })}>
      {header}
      {isSorted && (sort.isDescending ? <IconArrowDown size={13} aria-hidden="true" /> : <IconArrowUp size={13} aria-hidden="true" />)}
    </button>
  )
}

function sortState(by: string | undefined, sort: Sort): 'ascending' | 'descending' | 'none' | undefined {
  if (by === undefined) return undefined
  if (by !== sort.by) return 'none'
  return sort.isDescending ? 'descending' : 'ascending'
}
