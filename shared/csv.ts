/** Before the first line, so that Excel in Chinese opens the table with a double click: UTF-8 says that it is. */
export const csvStart = '\uFEFF'

/** Text a spreadsheet would take for a formula is kept text. Numbers and shares, also negative ones, are left alone. */
const inert = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) && !/^-?\d+(\.\d+)?%?$/.test(cell) ? `'${cell}` : cell)

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** One line of a CSV table (RFC 4180). Unknown is an empty cell. */
export function csvLine(row: readonly (string | null)[]): string {
  return `${row.map((cell) => quoted(inert(cell ?? ''))).join(',')}\r\n`
}
