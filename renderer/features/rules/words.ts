import { m } from '#renderer/paraglide/messages.js'
import type { PackIssue } from '#shared/rules/pack-file.ts'

/** What is wrong with a field and what to do about it. */
export function packIssueText({ code, expected, options, given }: PackIssue): string {
  const wanted = wantedText(expected, options)
  switch (code) {
    case 'not-json': return m.rules_issue_not_json({ reason: given ?? '' })
    case 'too-large': return m.rules_issue_too_large({ limit: options.join(' ') })
    case 'missing': return m.rules_issue_missing({ wanted })
    case 'wrong': return m.rules_issue_wrong({ given: given ?? '', wanted })
    case 'unknown-field': return m.rules_issue_unknown({ given: given ?? '' })
    case 'ends-before-it-starts': return m.rules_issue_days()
    case 'overlaps': return m.rules_issue_overlaps({ names: options.join(m.list_separator()) })
  }
}

function wantedText(expected: PackIssue['expected'], options: readonly string[]): string {
  switch (expected) {
    case 'text': return m.rules_wants_text()
    case 'number': return m.rules_wants_number()
    case 'decimal': return m.rules_wants_decimal()
    case 'date': return m.rules_wants_date()
    case 'identifier': return m.rules_wants_identifier()
    case 'list': return m.rules_wants_list()
    case 'group': return m.rules_wants_group()
    case 'option': return m.rules_wants_option({ options: options.join(m.list_separator()) })
    case 'limit': return options.join(' ')
    case null: return m.rules_wants_sample()
  }
}
