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
            <span title={issue.message}>{[reasonText(issue), fieldText(issue.field)].filter((part) => part !== '').join(' · ')}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** The column the problem is in, as the person's list may call it. */
function fieldText(field: string | null): string {
  switch (field) {
    case 'name': return m.price_name()
    case 'code': return m.price_code()
    case 'price':
    case 'unitPrice': return m.price_unit_price()
    case 'vatRate': return m.price_vat_rate()
    case 'date': return m.price_date()
    case 'validFrom': return m.price_from()
    case 'validUntil': return m.price_until()
    case 'currency': return m.price_currency()
    case 'model': return m.price_model()
    default: return ''
  }
}

function reasonText({ code }: PriceIssue): string {
  switch (code) {
    case 'price-missing': return m.issue_price_missing()
    case 'field-missing': return m.issue_field_missing()
    case 'duplicate-in-file': return m.issue_duplicate_in_file()
    case 'syntax': return m.issue_syntax()
    case 'file-empty': return m.issue_file_empty()
    case 'file-too-large': return m.issue_file_too_large()
    case 'too-many-columns': return m.issue_too_many_columns()
    case 'file-unreadable': return m.issue_file_unreadable()
    default: return m.issue_field_invalid()
  }
}
