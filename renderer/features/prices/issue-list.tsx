import { m } from '#renderer/paraglide/messages.js'
import type { PriceIssue } from '#shared/prices/contract.ts'
import css from '#renderer/features/prices/prices.module.css'

const shown = 200

/** What the file holds that is no price, by row. */
export function IssueList({ issues, total }: { issues: readonly PriceIssue[]; total: number }) {
  return (
    <details className={css.issues}>
      <summary>{m.prices_rejected({ count: total })}</summary>
      <ul>
        {issues.slice(0, shown).map((issue) => (
          <li key={`${issue.file} ${issue.row ?? ''} ${issue.message}`}>
            <span>{issue.row === null ? issue.file : m.prices_issue_row({ file: issue.file, row: issue.row })}</span>
            <span>{reasonText(issue)}</span>
            <span className={css.quiet}>{issue.message}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function reasonText({ code }: PriceIssue): string {
  switch (code) {
    case 'price-missing': return m.issue_price_missing()
    case 'field-missing': return m.issue_field_missing()
    case 'duplicate-in-file': return m.issue_duplicate_in_file()
    case 'syntax': return m.issue_syntax()
    case 'file-empty': return m.issue_file_empty()
    case 'file-too-large': return m.issue_file_too_large()
    case 'file-unreadable': return m.issue_file_unreadable()
    default: return m.issue_field_invalid()
  }
}
