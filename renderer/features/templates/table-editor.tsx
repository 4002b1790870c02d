import { ActionIcon, Button, Checkbox } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { Fragment } from 'react'
import { certificateTypeName } from '#renderer/components/library/library-words.ts'
import { Choices } from '#renderer/features/templates/choices.tsx'
import { ConditionSelect } from '#renderer/features/templates/condition-select.tsx'
import { cellsOf, replaced, rowKindOf, rowKinds, rowWith, withColumns, without } from '#renderer/features/templates/draft.ts'
import { alignName, requirementGroupName, rowName } from '#renderer/features/templates/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import { parseTemplateText, ResponseGroupName, type TableRows, type TemplateBlock } from '#shared/documents/template.ts'
import { CertificateType } from '#shared/library/kinds.ts'
import css from '#renderer/features/templates/templates.module.css'

const columnAligns = ['left', 'center', 'right'] as const

type Table = Extract<TemplateBlock, { kind: 'table' }>

/** Head, widths and rows of a table; a row is written out, repeated, or left empty. */
export function TableEditor({ table, onChange }: { table: Table; onChange: (table: Table) => void }) {
  const hasHead = table.head.length > 0
  const blank = table.columns.map(() => '')
  const putCells = (index: number, cells: string[]) => {
    const rows = table.rows[index]
    if (rows !== undefined) onChange({ ...table, rows: replaced(table.rows, index, rowWith(rowKindOf(rows), cells, rows)) })
  }
  return (
    <div className={css.tableEditor}>
      <div className={css.inline}>
        <Checkbox size="xs" label={m.tpl_table_head()} checked={hasHead} onChange={(event) => onChange({ ...table, head: event.currentTarget.checked ? blank : [] })} />
        <Checkbox size="xs" label={m.tpl_table_dense()} checked={table.dense} onChange={(event) => onChange({ ...table, dense: event.currentTarget.checked })} />
        <Button size="compact-xs" variant="default" onClick={() => onChange(withColumns(table, 1))}>{m.tpl_column_add()}</Button>
        <Button size="compact-xs" variant="default" disabled={table.columns.length < 2} onClick={() => onChange(withColumns(table, -1))}>{m.tpl_column_remove()}</Button>
      </div>
      <div className={css.row}>
        <span>{m.tpl_table_width()}</span>
        {table.columns.map((column, at) => (
          <input key={at} aria-label={m.tpl_column_width({ no: at + 1 })} inputMode="decimal" value={column.share} onChange={(event) => { const share = Number(event.target.value); if (share > 0) onChange({ ...table, columns: replaced(table.columns, at, { ...column, share }) }) }} />
        ))}
        <i />
      </div>
      <div className={css.row}>
        <span>{m.tpl_align()}</span>
        {table.columns.map((column, at) => (
          <select key={at} className={css.cell} aria-label={m.tpl_column_align({ no: at + 1 })} value={column.align} onChange={(event) => { const align = columnAligns.find((each) => each === event.target.value); if (align !== undefined) onChange({ ...table, columns: replaced(table.columns, at, { ...column, align }) }) }}>
            {columnAligns.map((align) => <option key={align} value={align}>{alignName(align)}</option>)}
          </select>
        ))}
        <i />
      </div>
      {hasHead && (
        <div className={css.row}>
          <span>{m.tpl_table_head()}</span>
          {table.head.map((text, at) => <input key={at} aria-label={m.tpl_head_cell({ no: at + 1 })} value={text} onChange={(event) => onChange({ ...table, head: replaced(table.head, at, event.target.value) })} />)}
          <i />
        </div>
      )}
      {table.rows.map((rows, index) => {
        const cells = cellsOf(rows)
        return (
          <Fragment key={index}>
          <div className={css.row}>
            <select aria-label={m.tpl_row_kind({ no: index + 1 })} value={rowKindOf(rows)} onChange={(event) => { const kind = rowKinds.find((each) => each === event.target.value); if (kind !== undefined) onChange({ ...table, rows: replaced(table.rows, index, rowWith(kind, [...(cells ?? blank)], rows)) }) }}>
              {rowKinds.map((kind) => <option key={kind} value={kind}>{rowName(kind)}</option>)}
            </select>
            {cells === null ? (
              <input aria-label={m.tpl_row_count()} inputMode="numeric" value={'empty' in rows ? rows.empty : 1} onChange={(event) => { const empty = Number(event.target.value); if (Number.isInteger(empty) && empty >= 1 && empty <= 40) onChange({ ...table, rows: replaced(table.rows, index, { ...rows, empty }) }) }} />
            ) : (
              cells.map((text, at) => <input key={at} aria-label={m.tpl_cell({ row: index + 1, no: at + 1 })} title={text} aria-invalid={parseTemplateText(text) === null} value={text} onChange={(event) => putCells(index, replaced(cells, at, event.target.value))} />)
            )}
            <ActionIcon size="sm" variant="subtle" aria-label={m.tpl_row_remove({ no: index + 1 })} onClick={() => onChange({ ...table, rows: without(table.rows, index) })}><IconX size={14} /></ActionIcon>
          </div>
          <RowOptions rows={rows} no={index + 1} onChange={(next) => onChange({ ...table, rows: replaced(table.rows, index, next) })} />
          </Fragment>
        )
      })}
      <Button size="compact-xs" variant="default" onClick={() => onChange({ ...table, rows: [...table.rows, { cells: blank }] })}>{m.tpl_row_add()}</Button>
    </div>
  )
}

/** What a row repeats for, or when it is printed; rows for people and references say all of that by their kind. */
function RowOptions({ rows, no, onChange }: { rows: TableRows; no: number; onChange: (rows: TableRows) => void }) {
  if ('of' in rows) return <Choices label={m.tpl_row_groups({ no })} all={ResponseGroupName.options} chosen={rows.of} nameOf={requirementGroupName} onChange={(of) => { if (of.length > 0) onChange({ ...rows, of }) }} />
  if ('eachCertificate' in rows) {
    const { types: chosen, ...rest } = rows
    return <Choices label={m.tpl_row_types({ no })} all={CertificateType.options} chosen={chosen ?? []} nameOf={certificateTypeName} onChange={(types) => onChange(types.length === 0 ? rest : { ...rest, types })} />
  }
  if ('eachPerson' in rows || 'eachReference' in rows) return null
  return <div className={css.inline}><ConditionSelect value={rows.when} onChange={(when) => onChange({ ...rows, when })} /></div>
}
