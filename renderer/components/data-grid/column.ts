import type { ReactNode } from 'react'

export type Column<Row> = {
  id: string
  header: string
  /** A CSS grid track: '120px', 'minmax(200px, 1fr)'. */
  width: string
  isEnd?: boolean
  /** The value to sort by; without it the header is plain text. */
  sort?: string
  cell: (row: Row) => ReactNode
}
