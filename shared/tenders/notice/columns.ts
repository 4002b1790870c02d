import { kindOfLabel, type LabelKind } from '#shared/tenders/notice/labels.ts'
import type { NoticeScan } from '#shared/tenders/notice/label-scan.ts'
import type { Cell } from '#shared/tenders/notice/tables.ts'

export type ColumnCell = Cell & { header: string; /** How many rows of values the table has. */ rows: number }

const labelOf = (words: string): LabelKind | undefined => kindOfLabel(words) ?? kindOfLabel(words.replace(/\([^()]*\)$/, ''))

/** Cells under headings that are labels of a kind ("招标方式", "建设单位(招标人)"), first rows only. A merged cell shifts a row: then it is read from its right end too. */
export const cellsUnder = (scan: NoticeScan, kind: LabelKind): ColumnCell[] => {
  const found: ColumnCell[] = []
  for (const [header, ...rows] of [...scan.tables, ...scan.serialTables]) {
    const [row] = rows
    if (!header || !row || header.length < 3) continue
    for (const [i, head] of header.entries()) {
      if (labelOf(head.words) !== kind) continue
      for (const cell of new Set([row[i], row[row.length - header.length + i]])) if (cell?.words) found.push({ ...cell, header: head.words, rows: rows.length })
    }
  }
  return found
}
