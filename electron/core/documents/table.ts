import { chunk } from '#core/documents/flow.ts'
import type { Chunk, Frame } from '#core/documents/flow.ts'
import { setText, textWidth } from '#core/documents/inline.ts'
import type { SetLine, Shaper, TextStyle } from '#core/documents/inline.ts'
import type { Item, Mark, Role } from '#core/documents/page.ts'
import type { Styles } from '#core/documents/styles.ts'
import { placeCells, staysWithNext } from '#core/documents/table-grid.ts'
import type { PlacedCell } from '#core/documents/table-grid.ts'
import { inlineText } from '#shared/documents/document.ts'
import type { Cell, Column, Table } from '#shared/documents/document.ts'

const padX = 4.5
const padY = { roomy: 5, dense: 3 }
const ruleWidth = 0.75
/** A cut row shows at least this many lines of its tallest cell on each page. */
const minLines = 2

/** The faces and styles, and the element the table belongs to. */
type TableSetting = { shaper: Shaper; styles: Styles; parent: Role | null }

type SetCell = { x: number; width: number; row: number; rowSpan: number; align: Column['align']; lines: readonly SetLine[]; role: Role; marks: readonly Mark[] }
type Grid = { left: number; edges: readonly number[]; columns: readonly Column[]; padY: number; isDense: boolean }

const gridOf = (table: Table, left: number, width: number): Grid => {
  const total = table.columns.reduce((sum, column) => sum + column.share, 0)
  let x = left
  const edges = [left, ...table.columns.map((column) => (x += (column.share / total) * width))]
  return { left, edges, columns: table.columns, padY: table.dense ? padY.dense : padY.roomy, isDense: table.dense }
}

const linesHeight = (lines: readonly SetLine[]): number => lines.reduce((sum, line) => sum + line.height, 0)

const minFigureSize = 6

/** A figure is never broken over two lines: where its column is too narrow it is set smaller. */
const fitFigure = (shaper: Shaper, cell: Cell['text'], style: TextStyle, room: number): TextStyle => {
  const text = inlineText(cell)
  if (!/^[￥\d.,%-]+$/.test(text)) return style
  const width = textWidth(shaper, text, style)
  return width <= room ? style : { ...style, size: Math.max(minFigureSize, Math.floor((style.size * room * 20) / width) / 20) }
}

const setCell = ({ shaper, styles }: TableSetting, grid: Grid, placed: PlacedCell, row: Role, isHead: boolean): SetCell => {
  const { cell, column, colSpan } = placed
  const x = grid.edges[column] ?? grid.left
  const width = (grid.edges[column + colSpan] ?? x) - x
  const style = fitFigure(shaper, cell.text, styles.cell(cell.style ?? (isHead ? 'label' : 'text'), grid.isDense), width - 2 * padX)
  const align = cell.align ?? (isHead || cell.style === 'label' ? 'center' : (grid.columns[column]?.align ?? 'left'))
  return { x, width, row: placed.row, rowSpan: placed.rowSpan, align, lines: setText(shaper, cell.text, style, width - 2 * padX, align), role: cellRole(cell, row, isHead), marks: cell.anchor === undefined ? [] : [{ kind: 'anchor', id: cell.anchor }] }
}

const cellRole = (cell: Cell, parent: Role, isHead: boolean): Role => {
  if (isHead) return { tag: 'TH', parent, scope: 'Column' }
  return cell.style === 'label' ? { tag: 'TH', parent, scope: 'Row' } : { tag: 'TD', parent }
}

const rowHeights = (cells: readonly SetCell[], rowCount: number, verticalPad: number): number[] => {
  const heights = Array.from({ length: rowCount }, () => 0)
  const needed = (cell: SetCell): number => linesHeight(cell.lines) + 2 * verticalPad
  for (const cell of cells) if (cell.rowSpan === 1) heights[cell.row] = Math.max(heights[cell.row] ?? 0, needed(cell))
  for (const cell of cells) {
    const last = cell.row + cell.rowSpan - 1
    const covered = heights.slice(cell.row, last + 1).reduce((sum, height) => sum + height, 0)
    if (cell.rowSpan > 1 && covered < needed(cell)) heights[last] = (heights[last] ?? 0) + needed(cell) - covered
  }
  return heights
}

type CellLook = { isTopAligned: boolean; verticalPad: number }

// Each rule once, by the cell on its left or above: drawn twice it would look heavier on a screen. The frame draws the rest.
const cellRules = (cell: SetCell, top: number, height: number): Item[] => {
  const right = cell.x + cell.width
  const bottom = top + height
  return [
    { kind: 'line', x1: right, y1: top, x2: right, y2: bottom, width: ruleWidth },
    { kind: 'line', x1: cell.x, y1: bottom, x2: right, y2: bottom, width: ruleWidth },
  ]
}

const cellTexts = (cell: SetCell, top: number, height: number, { isTopAligned, verticalPad }: CellLook): Item[] => {
  const items: Item[] = []
  let y = isTopAligned ? top + verticalPad : top + (height - linesHeight(cell.lines)) / 2
  for (const line of cell.lines) {
    for (const item of line.draw(cell.x + padX, y, cell.width - 2 * padX, cell.role)) items.push(item)
    y += line.height
  }
  return items
}

/** All rules of a row before its texts, so that decoration and content alternate once a row. */
const drawRow = (cells: readonly SetCell[], top: number, heightOf: (cell: SetCell) => number, look: CellLook): Item[] => [
  ...cells.flatMap((cell) => cellRules(cell, top, heightOf(cell))),
  ...cells.flatMap((cell) => cellTexts(cell, top, heightOf(cell), look)),
]

type RowContext = { verticalPad: number; head: readonly Chunk[]; frame: Frame }

const rowHeightOf = (cells: readonly SetCell[], verticalPad: number): number => Math.max(...cells.map((cell) => linesHeight(cell.lines))) + 2 * verticalPad

const linesWithin = (cell: SetCell, room: number): number => {
  let height = 0
  const count = cell.lines.findIndex((line) => (height += line.height) > room)
  return count === -1 ? cell.lines.length : count
}

/** A row of single cells, cut by line where a page ends inside it. */
const plainRow = (cells: readonly SetCell[], context: RowContext, isCut = false): Chunk => {
  const height = rowHeightOf(cells, context.verticalPad)
  const split = (room: number): [Chunk, Chunk] | null => {
    const kept = cells.map((cell) => linesWithin(cell, room - 2 * context.verticalPad))
    const isGood = cells.every((cell, index) => {
      const count = kept[index] ?? 0
      return count === cell.lines.length || (count >= minLines && cell.lines.length - count >= minLines)
    })
    if (!isGood || cells.every((cell, index) => kept[index] === cell.lines.length)) return null
    const part = (lines: (cell: SetCell, count: number) => readonly SetLine[]): Chunk => plainRow(cells.map((cell, index) => ({ ...cell, lines: lines(cell, kept[index] ?? 0) })), context, true)
    const [first, second] = [part((cell, count) => cell.lines.slice(0, count)), part((cell, count) => cell.lines.slice(count))]
    return [first, { ...second, marks: [] }]
  }
  const draw = (top: number): Item[] => drawRow(cells, top, () => height, { isTopAligned: isCut, verticalPad: context.verticalPad })
  return chunk(height, draw, { head: context.head, frame: context.frame, marks: cells.flatMap((cell) => cell.marks), split })
}

const groupChunks = (cells: readonly SetCell[], rowCount: number, context: RowContext, isShaded: boolean): Chunk[] => {
  const heights = rowHeights(cells, rowCount, context.verticalPad)
  const spanHeight = (cell: SetCell): number => heights.slice(cell.row, cell.row + cell.rowSpan).reduce((sum, height) => sum + height, 0)
  const byRow: SetCell[][] = heights.map(() => [])
  const spanned = new Set<number>()
  for (const cell of cells) {
    byRow[cell.row]?.push(cell)
    for (let row = cell.row; row < cell.row + cell.rowSpan - 1; row++) spanned.add(row)
  }
  return heights.map((height, row) => {
    const own = byRow[row] ?? []
    const isSpanned = spanned.has(row)
    const shades = (top: number): Item[] => (isShaded ? own.map((cell) => ({ kind: 'shade', x: cell.x, y: top, width: cell.width, height: spanHeight(cell) })) : [])
    const draw = (top: number): Item[] => [...shades(top), ...drawRow(own, top, spanHeight, { isTopAligned: false, verticalPad: context.verticalPad })]
    if (!isShaded && !isSpanned && own.every((cell) => cell.rowSpan === 1) && own.length > 0 && height === rowHeightOf(own, context.verticalPad)) return plainRow(own, context)
    return chunk(height, draw, { head: context.head, frame: context.frame, marks: own.flatMap((cell) => cell.marks), isGlued: isSpanned || isShaded })
  })
}

/** A table as rows: the head stays with the first row and comes again on every page; rows joined by a span stay together. */
export const tableChunks = (setting: TableSetting, table: Table, left: number, width: number): Chunk[] => {
  const grid = gridOf(table, left, width)
  const frame: Frame = { x: left, width }
  const role: Role = { tag: 'Table', parent: setting.parent }
  const set = (rows: Table['rows'], isHead: boolean): SetCell[] => {
    const rowRoles = rows.map((): Role => ({ tag: 'TR', parent: role }))
    return placeCells(rows, table.columns.length).map((placed) => setCell(setting, grid, placed, rowRoles[placed.row] ?? role, isHead))
  }
  const head = groupChunks(set(table.head, true), table.head.length, { verticalPad: grid.padY, head: [], frame }, true)
  const rows = groupChunks(set(table.rows, false), table.rows.length, { verticalPad: grid.padY, head, frame }, false)
  return [...head, ...rows.map((row, index) => (staysWithNext(table, index) ? { ...row, isGlued: true } : row))]
}
