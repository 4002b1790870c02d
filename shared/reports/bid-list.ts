import { z } from 'zod'
import type { BidRow } from '#shared/bids/contract.ts'
import { formatMoney, formatPercent } from '#shared/money.ts'
import type { ListColumn } from '#shared/documents/list-report.ts'
import { plainMoment } from '#shared/tenders/export-cells.ts'

export const BidColumn = z.enum(['title', 'projectNo', 'lot', 'buyer', 'deadline', 'stage', 'offer', 'margin', 'loss', 'verdict'])
export type BidColumn = z.infer<typeof BidColumn>

const wide: Partial<Record<BidColumn, number>> = { title: 26, buyer: 18, projectNo: 14, deadline: 15, offer: 13, stage: 10, verdict: 14, lot: 5 }
const atEnd: readonly BidColumn[] = ['offer', 'margin', 'loss']

export function bidColumn({ id, heading }: { id: BidColumn; heading: string }): ListColumn {
  return { heading, share: wide[id] ?? 8, align: atEnd.includes(id) ? 'right' : 'left' }
}

const percent = (fraction: number | null): string | null => (fraction === null ? null : `${formatPercent(fraction)}%`)

/** A simulated probability is never printed as nothing or as certainty. */
function probability(fraction: number | null): string | null {
  if (fraction === null) return null
  if (fraction < 0.001) return '<0.1%'
  return fraction > 0.999 ? '>99.9%' : percent(fraction)
}

/** A bid's text in a printed column; what was never judged reads as what cannot be. */
export function bidCell({ title, projectNo, lotNo, buyer, bidDeadline, stage, assessment }: BidRow, column: BidColumn, words: Readonly<Record<string, string>>): string | null {
  switch (column) {
    case 'title': return title
    case 'projectNo': return projectNo
    case 'lot': return lotNo
    case 'buyer': return buyer
    case 'deadline': return bidDeadline === null ? null : plainMoment(bidDeadline)
    case 'stage': return words[stage] ?? stage
    case 'offer': return assessment === null || Number(assessment.offerTotal) === 0 ? null : formatMoney(assessment.offerTotal)
    case 'margin': return percent(assessment?.margin ?? null)
    case 'loss': return probability(assessment?.lossProbability ?? null)
    case 'verdict': {
      const verdict = assessment?.verdict ?? 'cannot-judge'
      return words[verdict] ?? verdict
    }
  }
}
