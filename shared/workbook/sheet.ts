/** A cell of a sheet: what a person may type (`input`), or a live formula in the spelling all spreadsheets share. */
export type SheetCell = { kind: 'input'; value: string | number | null } | { kind: 'label'; value: string } | { kind: 'formula'; formula: string; style: 'money' | 'rate' | 'plain' }

export type SheetColumn = { key: string; label: string; width: number; style: 'text' | 'money' | 'rate' | 'plain' }

/** Row 1 holds the keys (hidden), row 2 the labels, data from row 3. */
export type Sheet = { name: string; columns: SheetColumn[]; rows: SheetCell[][]; extra?: { address: string; cell: SheetCell }[] }

export const firstDataRow = 3

export const input = (value: string | number | boolean | null | undefined): SheetCell => {
  if (value === null || value === undefined) return { kind: 'input', value: null }
  return { kind: 'input', value: typeof value === 'boolean' ? (value ? 1 : 0) : value }
}

/** Decimal text as a number where a double keeps it, else as text. */
export const numeric = (text: string | null | undefined): SheetCell => {
  if (text === null || text === undefined) return input(null)
  return input(text.replaceAll(/^-?0*|\D/g, '').length > 15 ? text : Number(text))
}

export const formula = (text: string, style: 'money' | 'rate' | 'plain' = 'money'): SheetCell => ({ kind: 'formula', formula: text, style })

/** 0 → 'A', 26 → 'AA'. */
export const columnLetter = (index: number): string => (index < 26 ? String.fromCharCode(65 + index) : columnLetter(Math.floor(index / 26) - 1) + columnLetter(index % 26))

export type Area = { cell: (key: string, row: number) => string; range: (key: string) => string; firstRow: number; lastRow: number }

/** Addresses of a sheet's columns by their keys; `rows` data rows. References carry the sheet's name. */
export const areaOf = (name: string, keys: readonly string[], rows: number): Area => {
  const letter = (key: string): string => {
    const index = keys.indexOf(key)
    if (index === -1) throw new Error(`sheet ${name} has no column ${key}`)
    return columnLetter(index)
  }
  const lastRow = firstDataRow + Math.max(1, rows) - 1
  return {
    firstRow: firstDataRow,
    lastRow,
    cell: (key, row) => `'${name}'!$${letter(key)}$${row}`,
    range: (key) => `'${name}'!$${letter(key)}$${firstDataRow}:$${letter(key)}$${lastRow}`,
  }
}
