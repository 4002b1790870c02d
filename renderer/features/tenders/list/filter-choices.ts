import { flagLook, flagName } from '#renderer/components/flag-chip/flag-chip.tsx'
import { projectKindName } from '#renderer/components/project-kind.ts'
import { goDecisionName, projectKinds, sourceName, stageName, stages } from '#renderer/features/tenders/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import { GoDecision } from '#shared/go-no-go/scorecard.ts'
import type { DeadlineWindow, TenderFilter } from '#shared/tenders/filter.ts'
import { regions } from '#shared/tenders/region.ts'
import { SourceKind } from '#shared/tenders/tender.ts'
import { Verdict } from '#shared/estimate/verdict.ts'

/** The parts of a filter chosen from a list of values; null among the values means "none". */
export type ListPart = 'stages' | 'useCases' | 'buyers' | 'agencies' | 'regions' | 'owners' | 'verdicts' | 'decisions' | 'sources'
export type Choice = { value: string | null; label: string }

/** Losses share one flag; choosing it means all three. */
const shownVerdicts = Verdict.options.filter((verdict) => verdict !== 'below-incremental' && verdict !== 'below-fulfilment')
const losses: readonly Verdict[] = ['below-incremental', 'below-fulfilment', 'below-full-cost']

export function partName(part: ListPart | 'deadline' | 'worth'): string {
  switch (part) {
    case 'stages': return m.column_stage()
    case 'useCases': return m.field_use_case()
    case 'buyers': return m.column_buyer()
    case 'agencies': return m.field_agency()
    case 'regions': return m.column_region()
    case 'owners': return m.column_owner()
    case 'verdicts': return m.column_verdict()
    case 'decisions': return m.column_decision()
    case 'sources': return m.column_source()
    case 'deadline': return m.filter_deadline()
    case 'worth': return m.filter_worth()
  }
}

/** The values to choose from, where they are known beforehand. */
export function fixedChoices(part: ListPart, people: readonly string[]): Choice[] {
  const none = { value: null, label: m.filter_none() }
  switch (part) {
    case 'stages': return stages.map((value) => ({ value, label: stageName(value) }))
    case 'useCases': return [...projectKinds.map((value) => ({ value, label: projectKindName(value) })), none]
    case 'verdicts': return [...shownVerdicts.map((value) => ({ value, label: flagName(flagLook(value)) })), { value: null, label: m.filter_no_bid() }]
    case 'decisions': return [...GoDecision.options.map((value) => ({ value, label: goDecisionName(value) })), { value: null, label: m.filter_undecided() }]
    case 'sources': return SourceKind.options.map((value) => ({ value, label: sourceName(value) }))
    case 'regions': return regions.map((value) => ({ value, label: value }))
    case 'owners': return [...people.map((value) => ({ value, label: value })), { value: null, label: m.filter_nobody() }]
    case 'buyers': case 'agencies': return []
  }
}

export function valuesIn(filter: TenderFilter, part: ListPart): readonly (string | null)[] {
  return filter[part]
}

/** The filter with a value of a part chosen or no longer chosen. */
export function withToggled(filter: TenderFilter, part: ListPart, value: string | null): Partial<Record<ListPart, (string | null)[]>> {
  const chosen = valuesIn(filter, part)
  const group = part === 'verdicts' && value === 'below-full-cost' ? losses : [value]
  const isOn = chosen.includes(value)
  return { [part]: isOn ? chosen.filter((each) => !group.some((one) => one === each)) : [...chosen, ...group] }
}

/** What a pill says of a part in use: its value, or how many. */
export function chosenText(filter: TenderFilter, part: ListPart, people: readonly string[]): string | null {
  const chosen = valuesIn(filter, part).filter((value) => !(part === 'verdicts' && (value === 'below-incremental' || value === 'below-fulfilment')))
  if (chosen.length === 0) return null
  const [only = null] = chosen
  if (chosen.length > 1) return m.filter_chosen({ count: chosen.length })
  return fixedChoices(part, people).find(({ value }) => value === only)?.label ?? only
}

export const deadlineDays = [3, 7, 14, 30] as const

export function deadlineText(window: DeadlineWindow): string {
  switch (window.kind) {
    case 'open': return m.filter_open()
    case 'days': return m.filter_days({ days: window.days })
    case 'passed': return m.deadline_passed()
    case 'unknown': return m.filter_unknown()
    case 'between': return `${window.from ?? ''} – ${window.to ?? ''}`.trim()
  }
}
