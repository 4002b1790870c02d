import { NativeSelect } from '@mantine/core'
import { fieldName } from '#renderer/app/importing/mapping-words.ts'
import { ScrollRegion } from '#renderer/components/scroll-region/scroll-region.tsx'
import { m } from '#renderer/paraglide/messages.js'
import { AmountUnit, type ColumnMapping } from '#shared/tenders/table/column-mapping.ts'
import { AmountField, TableField } from '#shared/tenders/table/table-fields.ts'
import styles from './mapping.module.css'

const shownRows = 5

type Props = { headings: readonly string[]; rows: readonly (readonly string[])[]; mapping: ColumnMapping; onChange: (mapping: ColumnMapping) => void }

function fieldAt(mapping: ColumnMapping, column: number): TableField | null {
  return TableField.options.find((field) => mapping.columns[field] === column) ?? null
}

/** One field has one column: a choice takes it from where it was. */
function withField(mapping: ColumnMapping, column: number, field: TableField | null): ColumnMapping {
  const columns = Object.fromEntries(Object.entries(mapping.columns).filter(([name, at]) => at !== column && name !== field))
  return { ...mapping, columns: field === null ? columns : { ...columns, [field]: column } }
}

/** The first rows of the table, above each column what it holds. */
export function MappingColumns({ headings, rows, mapping, onChange }: Props) {
  const shown = rows.slice(0, shownRows)
  const count = Math.max(headings.length, ...shown.map((row) => row.length))
  const columns = Array.from({ length: count }, (_, column) => column)
  return (
    <ScrollRegion className={styles.columns} label={m.mapping_columns()}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" data-used={fieldAt(mapping, column) !== null || undefined}>
                <ColumnChoice column={column} heading={headings[column] ?? ''} mapping={mapping} onChange={onChange} />
                <span className={styles.heading}>{headings[column]}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, index) => (
            <tr key={`${index} ${row.join(' ')}`}>
              {columns.map((column) => (
                <td key={column} title={row[column]}>
                  {row[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function ColumnChoice({ column, heading, mapping, onChange }: { column: number; heading: string; mapping: ColumnMapping; onChange: (mapping: ColumnMapping) => void }) {
  const field = fieldAt(mapping, column)
  const amount = AmountField.safeParse(field)
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={m.mapping_column({ column: column + 1, heading })}
        value={field ?? ''}
        onChange={(event) => onChange(withField(mapping, column, TableField.safeParse(event.currentTarget.value).data ?? null))}
        data={[{ value: '', label: m.mapping_ignore() }, ...TableField.options.map((value) => ({ value, label: fieldName(value) }))]}
      />
      {amount.success && (
        <NativeSelect
          size="xs"
          aria-label={m.mapping_unit({ column: column + 1 })}
          value={mapping.units[amount.data] ?? ''}
          onChange={(event) => {
            const { [amount.data]: _unit, ...others } = mapping.units
            const unit = AmountUnit.safeParse(event.currentTarget.value)
            onChange({ ...mapping, units: unit.success ? { ...others, [amount.data]: unit.data } : others })
          }}
          data={[{ value: '', label: m.mapping_unit_cell() }, ...AmountUnit.options.map((value) => ({ value, label: value }))]}
        />
      )}
    </>
  )
}
