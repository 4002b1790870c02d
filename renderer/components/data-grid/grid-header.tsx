import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { Column } from '#renderer/components/data-grid/column.ts'
import { m } from '#renderer/paraglide/messages.js'
import styles from './data-grid.module.css'

export type Sort = { by: string; isDescending: boolean }

export function GridHeader<Row>({ columns, tracks, minWidth, sort, onSort }: { columns: readonly Column<Row>[]; tracks: string; minWidth: number; sort: Sort; onSort: (sort: Sort) => void }) {
  return (
    <div role="rowgroup" className={styles.head} style={{ minWidth }}>
      <div role="row" aria-rowindex={1} className={styles.headRow} style={{ gridTemplateColumns: tracks }}>
        <div role="columnheader" aria-colindex={1}>
          <span className={styles.hidden}>{m.grid_select()}</span>
        </div>
        {columns.map((column, at) => (
          <div key={column.id} role="columnheader" aria-colindex={at + 2} aria-sort={sortState(column.sort, sort)} data-end={column.isEnd || undefined}>
            {column.sort === undefined ? <span>{column.header}</span> : <SortButton by={column.sort} header={column.header} sort={sort} onSort={onSort} />}
          </div>
        ))}
      </div>
    </div>
  )
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
