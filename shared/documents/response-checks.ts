import type { BuyerBid } from '#shared/documents/buyer-bid.ts'
import type { BuyerResponse } from '#shared/documents/buyer-response.ts'
import { check } from '#shared/documents/check.ts'
import type { Check } from '#shared/documents/check.ts'

/** How much of a clause a finding shows. */
const shownLength = 40

const clauseText = ({ clauseNo, asked, scoring }: BuyerResponse): string => {
  const words = scoring?.factor ?? asked
  const short = words.length > shownLength ? `${words.slice(0, shownLength)}…` : words
  return clauseNo === null ? short : `${clauseNo} ${short}`
}

const starChecks = (response: BuyerResponse): Check[] => {
  const at = { field: response.id }
  const clause = clauseText(response)
  switch (response.state) {
    case 'open':
      return [check('stop', 'star-unanswered', 'scope', at, { clause })]
    case 'rejecting':
      return [check('stop', 'star-deviation', 'scope', at, { clause })]
    case 'unproven':
      return [check('stop', 'star-unproven', 'scope', at, { clause })]
    case 'empty-words':
    case 'negative':
    case 'done':
      return []
  }
}

type Summed = { code: 'requirement-unanswered' | 'answer-empty-words' | 'deviation-negative' | 'scoring-unproven'; holds: (response: BuyerResponse) => boolean }

/** Findings that are counted: a hundred lines of the same kind would hide the others. */
const summed: readonly Summed[] = [
  { code: 'requirement-unanswered', holds: ({ state, scoring, mark }) => state === 'open' && scoring === null && mark !== 'star' },
  { code: 'scoring-unproven', holds: ({ state, scoring }) => state === 'open' && scoring !== null },
  { code: 'deviation-negative', holds: ({ state }) => state === 'negative' },
  { code: 'answer-empty-words', holds: ({ state }) => state === 'empty-words' },
]

/** ★ without an answer or its proof stops the file (procurement-rules §6.3); what else is open is for a person to weigh. */
export const responseChecks = ({ responses }: Pick<BuyerBid, 'responses'>): Check[] => {
  const stars = responses.filter(({ mark, scoring }) => mark === 'star' && scoring === null)
  const found = stars.flatMap(starChecks)
  const counted = summed.flatMap(({ code, holds }) => {
    const hits = responses.filter(holds)
    const [first] = hits
    return first === undefined ? [] : [check('warn', code, 'scope', { field: first.id }, { count: String(hits.length), clause: clauseText(first) })]
  })
  const passed = stars.length > 0 && found.length === 0 ? [check('pass', 'stars-answered', 'scope', {}, { count: String(stars.length) })] : []
  return [...found, ...counted, ...passed]
}
