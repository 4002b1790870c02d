import type { ReactNode } from 'react'

/** What typing into a cell leads to: the changed row, or why not, in words. */
export type Applied<Row> = { ok: true; row: Row } | { ok: false; reason: string }

export type Choice = { value: string; label: string }

type Base<Row> = {
  id: string
  title: string
  /** A CSS grid track, e.g. '96px' or 'minmax(160px, 1fr)'. */
  track: string
  align?: 'left' | 'right' | 'center'
  text: (row: Row, index: number) => string
  /** What stands in the cell instead of the text: a missing price, an expired one. */
  mark?: (row: Row) => ReactNode
}

export type TextColumn<Row> = Base<Row> & {
  kind: 'text'
  /** What the editor starts with, exact where `text` is rounded. */
  draft: (row: Row) => string
  apply: (row: Row, text: string) => Applied<Row>
}
export type ChoiceColumn<Row> = Base<Row> & { kind: 'choice'; value: (row: Row) => string; choices: (row: Row) => readonly Choice[]; apply: (row: Row, value: string) => Applied<Row> }
export type FixedColumn<Row> = Base<Row> & { kind: 'fixed' }

export type Column<Row> = TextColumn<Row> | ChoiceColumn<Row> | FixedColumn<Row>

/** Puts text into one cell, whatever its kind; a choice is found by its label or value. */
export function applyText<Row>(column: Column<Row>, row: Row, text: string): Applied<Row> | null {
  if (column.kind === 'fixed') return null
  if (column.kind === 'text') return column.apply(row, text)
  const wanted = text.normalize('NFKC').trim()
  const choice = column.choices(row).find(({ value, label }) => label === wanted || value === wanted)
  return choice === undefined ? null : column.apply(row, choice.value)
}
