import type { ReactNode } from 'react'

export type Column<Row> = {
  id: string
  header: string
  /** Pixels; at least, where the column grows. */
  width: number
  /** Its share of the room left over. */
  grow?: number
  isEnd?: boolean
  /** The value to sort by; without it the header is plain text. */
  sort?: string
  cell: (row: Row) => ReactNode
}
