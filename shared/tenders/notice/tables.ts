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

/** Longest heading of a table that starts with 序号. */
const widest = 24

/** Every cell of the text; `isBarred` when a bar of a drawn table stands before it. */
const cellStream = (text: NoticeText): { cell: Cell; isBarred: boolean }[] => {
  const cells: { cell: Cell; isBarred: boolean }[] = []
  for (const match of text.plain.matchAll(/[^\n\t]+/g)) {
    const words = match[0].replace(emptyCell, '').trim()
    if (words === '') continue
    const start = match.index + match[0].indexOf(words)
    const gap = match.index > 0 ? text.source.slice(text.origin[match.index - 1], text.origin[match.index]) : ''
    cells.push({ cell: { start, end: start + words.length, words }, isBarred: gap.includes('|') })
  }
  return cells
}

/** Where bars part the cells, a line break is inside one: put such pieces together. */
const joinBroken = (pieces: { cell: Cell; isBarred: boolean }[]): Row => {
  const row: Row = []
  const isDrawn = pieces.filter((piece) => piece.isBarred).length >= 3
  for (const { cell, isBarred } of pieces) {
    const last = row.at(-1)
    if (isDrawn && !isBarred && last) row[row.length - 1] = { start: last.start, end: cell.end, words: last.words + cell.words }
    else row.push(cell)
  }
  return row
}

/** Tables whose rows lost their edges (a cell to a line): a heading from 序号 up to the first row's "1", rows from number to number. */
export const serialTablesIn = (text: NoticeText): Row[][] => {
  const stream = cellStream(text)
  const isNumber = (n: number) => (piece: { cell: Cell }) => piece.cell.words === String(n)
  const tables: Row[][] = []
  let tries = 0
  for (const [i, piece] of stream.entries()) {
    if (piece.cell.words !== '序号' || (tries += 1) > 500) continue
    const first = stream.slice(i, i + widest).findIndex(isNumber(1))
    if (first < 3) continue
    const header = joinBroken(stream.slice(i, i + first))
    const rows: Row[] = []
    let at = i + first
    for (let number = 1; number <= 200; number++) {
      const next = stream.slice(at + 1, at + 1 + widest * 2).findIndex(isNumber(number + 1))
      rows.push(joinBroken(stream.slice(at, next < 0 ? at + widest * 2 : at + 1 + next)).slice(0, header.length + 3))
      if (next < 0) break
      at += next + 1
    }
    tables.push([header, ...rows])
  }
  return tables
}

/** The columns of a heading row by what they hold; -1 where there is none. */
export const columnOf = (header: Row, pattern: RegExp): number => header.findIndex((cell) => pattern.test(cell.words))
