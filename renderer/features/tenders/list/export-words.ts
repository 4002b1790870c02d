import { flagLook, flagName } from '#renderer/components/flag-chip/flag-chip.tsx'
import { projectKindName } from '#renderer/components/project-kind.ts'
import { deadlineText, fixedChoices, partName, valuesIn, type ListPart } from '#renderer/features/tenders/list/filter-choices.ts'
import { amountText, type AmountStyle } from '#renderer/features/tenders/amount.ts'
import { goDecisionName, projectKinds, sourceName, stageName, stages } from '#renderer/features/tenders/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import { Verdict } from '#shared/estimate/verdict.ts'
import { GoDecision } from '#shared/go-no-go/scorecard.ts'
import type { TenderFilter } from '#shared/tenders/filter.ts'
import { SourceKind } from '#shared/tenders/tender.ts'

/** Words for the codes in an exported or printed table. */
export function exportWords(): Record<string, string> {
  return Object.fromEntries([
    ...stages.map((stage) => [stage, stageName(stage)]),
    ...projectKinds.map((kind) => [kind, projectKindName(kind)]),
    ...GoDecision.options.map((decision) => [decision, goDecisionName(decision)]),
    ...SourceKind.options.map((kind) => [kind, sourceName(kind)]),
    ...Verdict.options.map((verdict) => [verdict, flagName(flagLook(verdict))]),
  ])
}

const listParts: readonly ListPart[] = ['stages', 'useCases', 'buyers', 'agencies', 'regions', 'owners', 'verdicts', 'decisions', 'sources']

/** A filter in words, every chosen value named; empty where nothing is asked. */
export function filterWords(filter: TenderFilter, amounts: AmountStyle): string {
  const lists = listParts.filter((part) => valuesIn(filter, part).length > 0).map((part) => m.filter_is({ name: partName(part), value: [...new Set(valuesIn(filter, part).map((value) => labelOf(part, value)))].join(m.list_separator()) }))
  const amount = (value: string | null) => (value === null ? '' : amountText(value, 'CNY', amounts))
  return [
    ...(filter.query === '' ? [] : [filter.query]),
    ...(filter.toReview ? [m.report_to_review()] : []),
    ...lists,
    ...(filter.deadline === null ? [] : [m.filter_is({ name: partName('deadline'), value: deadlineText(filter.deadline) })]),
    ...(filter.worthFrom === null && filter.worthTo === null ? [] : [m.filter_is({ name: partName('worth'), value: `${amount(filter.worthFrom)} – ${amount(filter.worthTo)}`.trim() })]),
  ].join(' · ')
}

function labelOf(part: ListPart, value: string | null): string {
  // Losses share one flag: they read the same.
  const code = part === 'verdicts' && (value === 'below-incremental' || value === 'below-fulfilment') ? 'below-full-cost' : value
  return fixedChoices(part, []).find((choice) => choice.value === code)?.label ?? code ?? m.filter_nobody()
}
