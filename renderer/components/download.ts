/** Lets the person save a text under a name they may change: the system asks where. */
export function downloadText(name: string, text: string, type: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

/** Rows as a CSV file Excel opens without garbling Chinese: UTF-8 with its mark, CRLF, every cell quoted. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  // A cell that begins like a formula would be run by a spreadsheet; a negative amount is no formula.
  const isFormula = (cell: string) => /^[=+@\t\r]/.test(cell) || /^-(?![\d.,]+$)/.test(cell)
  const quote = (cell: string) => `"${(isFormula(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`
  return `\uFEFF${rows.map((row) => row.map(quote).join(',')).join('\r\n')}\r\n`
}
