import { type ReactNode, useRef } from 'react'
import { useSize } from '#renderer/components/charts/use-size.ts'
import { m } from '#renderer/paraglide/messages.js'
import css from '#renderer/features/risk/risk.module.css'

/** Gives a chart the width there is. */
export function ChartBox({ height, children }: { height?: number; children: (width: number) => ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const { width } = useSize(box, { width: 560, height: 10 })
  return <div ref={box} className={css.chartBox} style={height === undefined ? {} : { height }}>{children(width)}</div>
}

/** Why there is nothing to draw. */
export function NotDrawn({ text }: { text: string }) {
  return <p className={css.notDrawn}>{text}</p>
}

export type TableData = { columns: readonly string[]; rows: readonly (readonly string[])[] }

/** The figures of a chart as a table, for those who read rather than look. The first column names the row. */
export function DataTable({ label, data }: { label: string; data: TableData }) {
  return (
    <details className={css.data}>
      <summary>{m.exposure_table()}</summary>
      <table aria-label={label}>
        <thead>
          <tr>{data.columns.map((column) => <th key={column} scope="col">{column}</th>)}</tr>
        </thead>
        <tbody>
          {data.rows.map((row) => (
            <tr key={row.join('|')}>
              {row.map((cell, index) => (index === 0 ? <th key={data.columns[0]} scope="row">{cell}</th> : <td key={data.columns[index]}>{cell}</td>))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
