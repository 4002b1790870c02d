import { m } from '#renderer/paraglide/messages.js'
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

export function groupByCode(issues: readonly ImportIssue[]): [ImportIssueCode, ImportIssue[]][] {
  const groups = new Map<ImportIssueCode, ImportIssue[]>()
  for (const issue of issues) groups.set(issue.code, [...(groups.get(issue.code) ?? []), issue])
  return [...groups].toSorted(([, a], [, b]) => b.length - a.length)
}

export const issueHeadings = (): string[] => [m.issue_file(), m.issue_row(), m.issue_field(), m.issue_reason(), m.issue_remedy(), m.issue_detail()]

export const issueWords = () => Object.fromEntries(ImportIssueCode.options.map((code) => [code, issueRemedy(code)]))

/** One line per rejected record, separated by tabs: pastes into a spreadsheet as a table. */
export function issuesAsTable(issues: readonly ImportIssue[]): string {
  const clean = (text: string) => text.replaceAll(/[\t\r\n]+/g, ' ')
  const rows = issues.map(({ path, row, field, code, message }) => {
    const { problem, remedy } = issueRemedy(code)
    return [path, row === null ? '' : String(row), field ?? '', problem, remedy, message]
  })
  return [issueHeadings(), ...rows].map((cells) => cells.map(clean).join('\t')).join('\n')
}
