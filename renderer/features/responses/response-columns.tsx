import type { Column } from '#renderer/components/data-grid/column.ts'
import { stateName } from '#renderer/features/responses/views.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { RequirementMark } from '#shared/requirements/requirement.ts'
import { stateOf, type Deviation, type ResponseRow } from '#shared/responses/response.ts'
import css from '#renderer/features/responses/responses.module.css'

export const markSign: Record<RequirementMark, string> = { star: '★', triangle: '▲', none: '' }

export function deviationName(deviation: Deviation): string {
  switch (deviation) {
    case 'none':
      return m.response_deviation_none()
    case 'positive':
      return m.response_deviation_positive()
    case 'negative':
      return m.response_deviation_negative()
  }
}

/** One line a requirement: what is asked, what we say, and what is left to do. */
export function responseColumns(): Column<ResponseRow>[] {
  return [
    { id: 'mark', header: '', width: 34, cell: ({ requirement }) => <span className={css.mark} data-mark={requirement.mark}>{markSign[requirement.mark]}</span> },
    { id: 'clause', header: m.response_clause(), width: 76, cell: ({ requirement }) => <span className={css.quiet}>{requirement.clauseNo ?? ''}</span> },
    { id: 'asked', header: m.response_asked(), width: 200, grow: 5, cell: ({ requirement }) => <span lang="zh-CN" title={requirement.text}>{requirement.scoring === null ? requirement.text : scoringText(requirement.scoring.factor, requirement.scoring.points)}</span> },
    { id: 'answer', header: m.response_answer(), width: 120, grow: 3, cell: ({ response }) => <span lang="zh-CN" className={css.quiet}>{response.answer ?? ''}</span> },
    { id: 'deviation', header: m.response_deviation(), width: 76, cell: ({ response }) => (response.deviation === null ? '' : deviationName(response.deviation)) },
    { id: 'proof', header: m.response_evidence(), width: 52, isEnd: true, cell: ({ response }) => (response.evidence.length === 0 ? '' : String(response.evidence.length)) },
    { id: 'state', header: m.response_state(), width: 92, cell: (row) => <span className={css.state} data-state={stateOf(row)}>{stateName(stateOf(row))}</span> },
  ]
}

export const scoringText = (factor: string, points: string | null): string => (points === null ? factor : m.response_points({ factor, points }))
