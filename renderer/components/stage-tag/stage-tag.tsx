import type { BidStage } from '#shared/bids/bid.ts'
import type { TenderStage } from '#shared/tenders/tender.ts'
import css from './stage-tag.module.css'

/** How far a tender or a bid has come: its name behind a mark, so that a column of them can be read at a glance. */
export function StageTag({ stage, name }: { stage: TenderStage | BidStage; name: string }) {
  return <span className={css.stage} data-stage={stage}>{name}</span>
}
