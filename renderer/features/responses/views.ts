import { m } from '#renderer/paraglide/messages.js'
import { stateOf, type ResponseRow, type ResponseState } from '#shared/responses/response.ts'

/** The ways to look at what is asked. */
export type ViewId = 'all' | 'open' | 'star' | 'qualification' | 'business' | 'technical' | 'scoring'
export const views: readonly { id: ViewId; name: () => string; holds: (row: ResponseRow) => boolean }[] = [
  { id: 'all', name: () => m.response_view_all(), holds: () => true },
  { id: 'open', name: () => m.response_view_open(), holds: (row) => stateOf(row) !== 'done' },
  { id: 'star', name: () => '★', holds: ({ requirement }) => requirement.mark === 'star' },
  { id: 'qualification', name: () => m.response_kind_qualification(), holds: ({ requirement }) => requirement.kind === 'qualification' && requirement.scoring === null },
  { id: 'business', name: () => m.response_kind_business(), holds: ({ requirement }) => requirement.kind === 'business' && requirement.scoring === null },
  { id: 'technical', name: () => m.response_kind_technical(), holds: ({ requirement }) => requirement.kind === 'technical' && requirement.scoring === null },
  { id: 'scoring', name: () => m.response_view_scoring(), holds: ({ requirement }) => requirement.scoring !== null },
]

export function stateName(state: ResponseState): string {
  switch (state) {
    case 'open':
      return m.response_state_open()
    case 'empty-words':
      return m.response_state_empty_words()
    case 'unproven':
      return m.response_state_unproven()
    case 'rejecting':
      return m.response_state_rejecting()
    case 'negative':
      return m.response_state_negative()
    case 'done':
      return m.response_state_done()
  }
}

/** What a state means and what to do about it; null where nothing is to be done. */
export function stateHint(state: ResponseState): string | null {
  switch (state) {
    case 'open':
    case 'done':
      return null
    case 'empty-words':
      return m.response_hint_empty_words()
    case 'unproven':
      return m.response_hint_unproven()
    case 'rejecting':
      return m.response_hint_rejecting()
    case 'negative':
      return m.response_hint_negative()
  }
}

/** What the tab's number counts: clauses and scoring items that still need a person. */
export const unfinished = (rows: readonly ResponseRow[]): number => rows.filter((row) => stateOf(row) !== 'done').length
