import { BorderStyle, HeightRule, ShadingType, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType } from 'docx'
import { placeCells, staysWithNext } from '#core/documents/table-grid.ts'
import type { PlacedCell } from '#core/documents/table-grid.ts'
import { alignmentOf, paragraphOf, runsOf, twips } from '#core/documents/word/word-text.ts'
import type { WordSetting } from '#core/documents/word/word-text.ts'
import { inlineText } from '#shared/documents/document.ts'
import type { Table as DocumentTable, Signature } from '#shared/documents/document.ts'

const thin = { style: BorderStyle.SINGLE, size: 6, color: '000000' }
const thick = { style: BorderStyle.SINGLE, size: 12, color: '000000' }
const none = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' }
const dashed = { style: BorderStyle.DASHED, size: 4, color: '000000' }

/** A row longer than this may be cut where a page ends, as in the PDF. */
const longestWholeRow = 600

const cellOf = (table: DocumentTable, placed: PlacedCell, widths: readonly number[], setting: WordSetting, look: { isHead: boolean; keepNext: boolean }): TableCell => {
  const { cell, column, colSpan, rowSpan } = placed
  const style = setting.styles.cell(cell.style ?? (look.isHead ? 'label' : 'text'), table.dense)
  const align = cell.align ?? (look.isHead || cell.style === 'label' ? 'center' : (table.columns[column]?.align ?? 'left'))
  const pad = table.dense ? 3 : 5
  return new TableCell({
    children: [paragraphOf(runsOf(cell.text, style, setting, cell.anchor), style, { alignment: alignmentOf(align), keepNext: look.keepNext })],
    width: { size: widths.slice(column, column + colSpan).reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnSpan: colSpan,
    rowSpan,
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: twips(pad), bottom: twips(pad), left: 90, right: 90 },
    ...(look.isHead ? { shading: { type: ShadingType.CLEAR, fill: 'F0F0F0', color: 'auto' } } : {}),
  })
}

const rowsOf = (table: DocumentTable, rows: DocumentTable['rows'], widths: readonly number[], setting: WordSetting, { isHead, keepLast }: { isHead: boolean; keepLast: boolean }): TableRow[] => {
  const placed = placeCells(rows, table.columns.length)
  return rows.map((row, index) => {
    const length = row.reduce((sum, cell) => sum + inlineText(cell.text).length, 0)
    const keepNext = isHead || (keepLast && index === rows.length - 1) || staysWithNext(table, index)
    return new TableRow({ children: placed.filter((cell) => cell.row === index).map((cell) => cellOf(table, cell, widths, setting, { isHead, keepNext })), cantSplit: length <= longestWholeRow, tableHeader: isHead })
  })
}

/** A table with a head that comes again on every page; `keepLast` holds its last row with what follows. */
export const wordTable = (table: DocumentTable, setting: WordSetting, keepLast: boolean): Table => {
  const total = table.columns.reduce((sum, column) => sum + column.share, 0)
  const widths = table.columns.map(({ share }) => twips((share / total) * setting.width))
  return new Table({
    rows: [...rowsOf(table, table.head, widths, setting, { isHead: true, keepLast: true }), ...rowsOf(table, table.rows, widths, setting, { isHead: false, keepLast })],
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: { top: thick, bottom: thick, left: thick, right: thick, insideHorizontal: thin, insideVertical: thin },
  })
}

const sealSide = 90
const blankEm = 10

/** Where to seal and sign: a box beside the lines, on one page. */
export const wordSignature = (signature: Signature, setting: WordSetting): Table => {
  const style = setting.styles.signature
  const left = setting.width * 0.33
  const lines = signature.lines.map(({ label, value, after }) =>
    paragraphOf(runsOf([{ text: `${label}：` }, { text: value ?? '', blankEm: value === null ? blankEm : Math.min(blankEm, Array.from(value).length + 1) }, { text: after ?? '' }], style, setting), style, { spacing: { after: 160 } }),
  )
  const seal = paragraphOf(runsOf(signature.seal ?? '', setting.styles.seal, setting), setting.styles.seal, { alignment: alignmentOf('center') })
  const border = signature.seal === null ? none : dashed
  const sealBorders = { top: border, bottom: border, left: border, right: border }
  const linesCell = new TableCell({ children: lines, width: { size: twips(setting.width - left), type: WidthType.DXA }, verticalAlign: VerticalAlign.CENTER, margins: { left: 300 } })
  const gapCell = new TableCell({ children: [paragraphOf([], style)], width: { size: twips(left - sealSide), type: WidthType.DXA } })
  const sealCell = new TableCell({ children: [seal], width: { size: twips(sealSide), type: WidthType.DXA }, verticalAlign: VerticalAlign.CENTER, borders: sealBorders })
  return new Table({
    rows: [new TableRow({ children: [gapCell, sealCell, linesCell], cantSplit: true, height: { value: twips(sealSide), rule: HeightRule.ATLEAST } })],
    columnWidths: [twips(left - sealSide), twips(sealSide), twips(setting.width - left)],
    width: { size: twips(setting.width), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
  })
}

/** A frame with words in it, for what a Word file can't hold or what is still to come. */
export const wordFrame = (label: string, heightPt: number, setting: WordSetting, keepNext: boolean): Table => {
  const style = setting.styles.placeholder
  const cell = new TableCell({ children: [paragraphOf(runsOf(label, style, setting), style, { alignment: alignmentOf('center'), keepNext })], verticalAlign: VerticalAlign.CENTER, borders: { top: dashed, bottom: dashed, left: dashed, right: dashed } })
  return new Table({ rows: [new TableRow({ children: [cell], cantSplit: true, height: { value: twips(heightPt), rule: HeightRule.ATLEAST } })], columnWidths: [twips(setting.width)], width: { size: twips(setting.width), type: WidthType.DXA }, layout: TableLayoutType.FIXED })
}
