import { type Column, paragraph, type PrintDocument, type Row, type Table } from '#shared/documents/document.ts'
import { filled, internalPaper, type PaperFrame } from '#shared/documents/internal-paper.ts'
import { missing } from '#shared/documents/internal-words.ts'
import { plainMoment } from '#shared/tenders/export-cells.ts'

export type ListColumn = Column & { heading: string }
export type ListReport = {
  title: string
  /** What the list holds, in the reader's words. */
  note: string
  columns: readonly ListColumn[]
  /** Null: not known. */
  rows: readonly (readonly (string | null)[])[]
  company: string | null
  frame: PaperFrame
  now: string
}

/** A list of the program on A4 across, its head on every page. */
export function listReport({ title, note, columns, rows, company, frame, now }: ListReport): PrintDocument {
  const table: Table = {
    kind: 'table',
    dense: true,
    columns: columns.map(({ share, align }) => ({ share, align })),
    head: [columns.map(({ heading }) => ({ text: heading }))],
    rows: rows.map((cells): Row => cells.map((text) => ({ text: text ?? missing }))),
  }
  const caption = paragraph(note, { style: 'caption', indentEm: 0, align: 'left', keepWithNext: true })
  return internalPaper({ title, subject: title, right: filled(frame.printed, { moment: plainMoment(now) }), company, frame, section: { title, orientation: 'landscape', blocks: note === '' ? [table] : [caption, table] } })
}
