import { m } from '#renderer/paraglide/messages.js'
import type { ImportReport } from '#shared/imports/contract.ts'
import { ImportIssueCode, type ImportIssue } from '#shared/imports/issue.ts'

/** What is wrong and what to do about it, for people. */
export function issueRemedy(code: ImportIssueCode): { problem: string; remedy: string } {
  switch (code) {
    case 'file-unreadable':
      return { problem: m.issue_file_unreadable(), remedy: m.remedy_file_unreadable() }
    case 'file-empty':
      return { problem: m.issue_file_empty(), remedy: m.remedy_file_empty() }
    case 'file-too-large':
      return { problem: m.issue_file_too_large(), remedy: m.remedy_file_too_large() }
    case 'too-many-columns':
      return { problem: m.issue_too_many_columns(), remedy: m.remedy_too_many_columns() }
    case 'kind-unknown':
      return { problem: m.issue_kind_unknown(), remedy: m.remedy_kind_unknown() }
    case 'encoding-unknown':
      return { problem: m.issue_encoding_unknown(), remedy: m.remedy_encoding_unknown() }
    case 'syntax':
      return { problem: m.issue_syntax(), remedy: m.remedy_syntax() }
    case 'not-a-notice':
      return { problem: m.issue_not_a_notice(), remedy: m.remedy_not_a_notice() }
    case 'not-ocds':
      return { problem: m.issue_not_ocds(), remedy: m.remedy_not_ocds() }
    case 'field-missing':
      return { problem: m.issue_field_missing(), remedy: m.remedy_field_missing() }
    case 'field-invalid':
      return { problem: m.issue_field_invalid(), remedy: m.remedy_field_invalid() }
    case 'price-list':
      return { problem: m.issue_price_list(), remedy: m.remedy_price_list() }
    case 'price-missing':
      return { problem: m.issue_price_missing(), remedy: m.remedy_price_missing() }
    case 'price-implausible':
      return { problem: m.issue_price_implausible(), remedy: m.remedy_price_implausible() }
    case 'duplicate-in-file':
      return { problem: m.issue_duplicate_in_file(), remedy: m.remedy_duplicate_in_file() }
  }
}

/** What went wrong, how often in all, and the first of the records it happened to. */
export type Cause = { code: ImportIssueCode; count: number; issues: ImportIssue[] }

/** The most frequent first. */
export function causesOf({ causes, issues }: Pick<ImportReport, 'causes' | 'issues'>): Cause[] {
  const found = ImportIssueCode.options.map((code) => ({ code, count: causes[code] ?? 0, issues: issues.filter((issue) => issue.code === code) }))
  return found.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count)
}

/** Records that differ in nothing but their row, and their rows. */
export type IssueLine = { issue: ImportIssue; rows: number[] }

export function linesOf(issues: readonly ImportIssue[]): IssueLine[] {
  const lines = new Map<string, IssueLine>()
  for (const issue of issues) {
    const key = JSON.stringify([issue.path, issue.sheet, issue.field, issue.found, technical(issue)])
    const line = lines.get(key) ?? { issue, rows: [] }
    if (issue.row !== null) line.rows.push(issue.row)
    lines.set(key, line)
  }
  return [...lines.values()]
}

/** What only the reader's own words tell: what the system or the format complains of. */
export function technical({ code, message }: ImportIssue): string | null {
  return code === 'syntax' || code === 'file-unreadable' ? message : null
}

const mostRanges = 8

/** Rows as people write them: "2–5、8". Not all of many stretches; the export has them. */
export function rowsText(rows: readonly number[]): string {
  const ranges: { first: number; last: number }[] = []
  for (const row of rows.toSorted((a, b) => a - b)) {
    const range = ranges.at(-1)
    if (range !== undefined && row <= range.last + 1) range.last = row
    else ranges.push({ first: row, last: row })
  }
  const shown = ranges.slice(0, mostRanges).map(({ first, last }) => (first === last ? String(first) : `${first}–${last}`))
  return `${shown.join(m.list_separator())}${ranges.length > mostRanges ? '…' : ''}`
}

export const issueHeadings = (): string[] => [m.issue_file(), m.issue_sheet(), m.issue_row(), m.issue_field(), m.issue_found(), m.issue_reason(), m.issue_remedy(), m.issue_detail()]

export const issueWords = () => Object.fromEntries(ImportIssueCode.options.map((code) => [code, issueRemedy(code)]))

/** One line per rejected record, separated by tabs: pastes into a spreadsheet as a table. */
export function issuesAsTable(issues: readonly ImportIssue[]): string {
  const clean = (text: string) => text.replaceAll(/[\t\r\n]+/g, ' ')
  const rows = issues.map(({ path, sheet, row, field, found, code, message }) => {
    const { problem, remedy } = issueRemedy(code)
    return [path, sheet ?? '', row === null ? '' : String(row), field ?? '', found ?? '', problem, remedy, message]
  })
  return [issueHeadings(), ...rows].map((cells) => cells.map(clean).join('\t')).join('\n')
}
