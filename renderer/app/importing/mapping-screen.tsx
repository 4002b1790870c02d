import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { DoubtfulTable } from '#renderer/app/importing/import-provider.tsx'
import { MappingColumns } from '#renderer/app/importing/mapping-columns.tsx'
import { MappingOutcome } from '#renderer/app/importing/mapping-outcome.tsx'
import { doubtText } from '#renderer/app/importing/mapping-words.ts'
import { m } from '#renderer/paraglide/messages.js'
import { DateOrder, proposeMapping, type ColumnMapping } from '#shared/tenders/table/column-mapping.ts'
import { headingsKey } from '#shared/tenders/table/table-preview.ts'
import styles from './mapping.module.css'

type Props = { table: DoubtfulTable; at: number; all: number; onConfirm: (headings: string[], mapping: ColumnMapping) => void; onSkip: () => void }

/** A table whose columns are not told apart with certainty: the person says what each holds, and sees what the rows become. */
export function MappingScreen({ table, at, all, onConfirm, onSkip }: Props) {
  const { preview } = table
  const [headingRow, setHeadingRow] = useState(preview.headingRow)
  const [mapping, setMapping] = useState<ColumnMapping>(preview.mapping)
  const headings = headingRow === null ? [] : (preview.rows[headingRow] ?? [])
  const rows = headingRow === null ? preview.rows : preview.rows.slice(headingRow + 1)
  const isComplete = (mapping.columns.title !== undefined || mapping.columns.noticeTitle !== undefined) && headingsKey(headings) !== ''
  const chooseRow = (row: number | null) => {
    setHeadingRow(row)
    setMapping({ ...proposeMapping(row === null ? [] : (preview.rows[row] ?? [])), ...(mapping.dates === undefined ? {} : { dates: mapping.dates }) })
  }
  return (
    <div className={styles.screen}>
      <p className={styles.name}>{m.mapping_table({ name: preview.sheet === null ? table.name : `${table.name} › ${preview.sheet}`, at, all })}</p>
      <ul className={styles.doubts}>
        {preview.doubts.map((doubt) => (
          <li key={doubt}>{doubtText(doubt)}</li>
        ))}
      </ul>
      <div className={styles.choices}>
        <HeadingRow rows={preview.rows} value={headingRow} onChange={chooseRow} />
        <DateOrderChoice mapping={mapping} onChange={setMapping} />
      </div>
      <MappingColumns headings={headings} rows={rows} mapping={mapping} onChange={setMapping} />
      <MappingOutcome headings={headings} rows={rows} mapping={mapping} />
      <p className={styles.hint}>{isComplete ? m.mapping_hint() : m.mapping_needs()}</p>
      <div className={styles.actions}>
        <Button variant="default" onClick={onSkip}>
          {m.mapping_skip()}
        </Button>
        <Button disabled={!isComplete} onClick={() => onConfirm(headings, mapping)}>
          {m.mapping_confirm()}
        </Button>
      </div>
    </div>
  )
}

const rowsOffered = 20
const longestRow = 60

function HeadingRow({ rows, value, onChange }: { rows: readonly (readonly string[])[]; value: number | null; onChange: (row: number | null) => void }) {
  const choices = rows.slice(0, rowsOffered).map((row, index) => ({
    value: String(index),
    label: m.mapping_row({ row: index + 1, text: row.filter((cell) => cell.trim() !== '').join(' · ').slice(0, longestRow) }),
  }))
  return (
    <NativeSelect
      label={m.mapping_heading_row()}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value === '' ? null : Number(event.currentTarget.value))}
      data={value === null ? [{ value: '', label: m.mapping_no_row() }, ...choices] : choices}
    />
  )
}

function DateOrderChoice({ mapping, onChange }: { mapping: ColumnMapping; onChange: (mapping: ColumnMapping) => void }) {
  return (
    <NativeSelect
      label={m.mapping_dates()}
      value={mapping.dates ?? ''}
      onChange={(event) => {
        const { dates: _dates, ...others } = mapping
        const order = DateOrder.safeParse(event.currentTarget.value)
        onChange(order.success ? { ...others, dates: order.data } : others)
      }}
      data={[
        { value: '', label: m.mapping_dates_ymd() },
        { value: 'dmy', label: m.mapping_dates_dmy() },
        { value: 'mdy', label: m.mapping_dates_mdy() },
      ]}
    />
  )
}
