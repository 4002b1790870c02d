import { openText } from '#core/readers/open-text.ts'
import type { ReadSource } from '#core/readers/reading.ts'
import { csvRows } from '#core/readers/table/csv-rows.ts'
import { TableFault } from '#core/readers/table/table-row.ts'
import { rateColumns, readRateRow, type RateReading } from '#shared/prices/rate-rows.ts'

/** Reads a list of exchange rates in CSV; null: not one. */
export async function readRateFile(source: ReadSource): Promise<RateReading[] | null> {
  const opened = await openText(source)
  if (!opened.ok) return null
  let columns: ReturnType<typeof rateColumns> = null
  const readings: RateReading[] = []
  try {
    for await (const { cells, row } of csvRows(opened.text)) {
      if (cells.every((cell) => cell.trim() === '')) continue
      if (columns === null) columns = rateColumns(cells)
      else readings.push(readRateRow(columns, cells, row, source.name))
    }
  } catch (error) {
    if (!(error instanceof TableFault)) throw error
    return null
  }
  return columns === null ? null : readings
}
