import type { NoticeText, Span } from '#shared/tenders/notice/notice-text.ts'

/** Stands in the text of a page where a table cell is empty, so that columns keep their places. */
export const emptyCell = '\u2060'

export type Cell = Span & { words: string }
export type Row = Cell[]

const rowOf = (line: string, start: number): Row => {
  const row: Row = []
  let at = start
  for (const words of line.split('\t')) {
    const trimmed = words.replace(emptyCell, '').trim()
    const from = at + Math.max(0, words.indexOf(trimmed))
    row.push({ start: from, end: from + trimmed.length, words: trimmed })
    at += words.length + 1
  }
  return row
}

/** Cells that came one to a line under a heading of several: put back into rows of that width. */
const regroup = (header: Row, singles: readonly Cell[]): Row[] => {
  const rows: Row[] = []
  for (let i = 0; i + header.length <= singles.length; i += header.length) rows.push(singles.slice(i, i + header.length))
  return rows
}

/** Lines of the normalised text with more than one cell, neighbours together: the tables of a notice. */
export const tablesIn = (text: NoticeText): Row[][] => {
  const tables: Row[][] = []
  let table: Row[] = []
  let singles: Cell[] = []
  const close = () => {
    const [header] = table
    if (header && table.length === 1) table.push(...regroup(header, singles))
    if (table.length > 1) tables.push(table)
    table = []
    singles = []
  }
  let start = 0
  for (const line of text.plain.split('\n')) {
    const row = rowOf(line, start)
    start += line.length + 1
    if (row.length < 2) {
      const [single] = row
      const mayBelong = table.length === 1 && single !== undefined && single.words.length < 60 && singles.length < 200
      if (mayBelong) singles.push(single)
      else close()
    } else if (!row.every((cell) => /^[-\s:]*$/.test(cell.words))) {
      if (singles.length > 0) close()
      table.push(row)
    }
  }
  close()
  return tables
}

/** The columns of a heading row by what they hold; -1 where there is none. */
export const columnOf = (header: Row, pattern: RegExp): number => header.findIndex((cell) => pattern.test(cell.words))
