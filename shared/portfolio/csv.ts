const bom = '\uFEFF'

/** Text a spreadsheet would take for a formula is kept text. Numbers, also negative ones, are left alone. */
const inert = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell) ? `'${cell}` : cell)

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** A table as Excel in Chinese opens it with a double click: UTF-8 with a mark, comma, CRLF (RFC 4180). Unknown is an empty cell. */
export function csvText(rows: readonly (readonly (string | null)[])[]): string {
  return bom + rows.map((row) => `${row.map((cell) => quoted(inert(cell ?? ''))).join(',')}\r\n`).join('')
}
