import type { NoticeText, Span } from '#shared/tenders/notice/notice-text.ts'

/** Stands in the text of a page where a table cell is empty, so that columns keep their places. */
export const emptyCell = '\u2060'

export type Cell = Span & { words: string }
export type Row = Cell[]

/** Lines of the normalised text with more than one cell, neighbours together: the tables of a notice. */
export const tablesIn = (text: NoticeText): Row[][] => {
  const tables: Row[][] = []
  let table: Row[] = []
  const close = () => {
    if (table.length > 1) tables.push(table)
    table = []
  }
  let start = 0
  for (const line of text.plain.split('\n')) {
    const row: Row = []
    let at = start
    for (const words of line.split('\t')) {
      const trimmed = words.replace(emptyCell, '').trim()
      const from = at + Math.max(0, words.indexOf(trimmed))
      row.push({ start: from, end: from + trimmed.length, words: trimmed })
      at += words.length + 1
    }
    if (row.length < 2) close()
    else if (!row.every((cell) => /^[-\s:]*$/.test(cell.words))) table.push(row)
    start += line.length + 1
  }
  close()
  return tables
}

/** The columns of a heading row by what they hold; -1 where there is none. */
export const columnOf = (header: Row, pattern: RegExp): number => header.findIndex((cell) => pattern.test(cell.words))
