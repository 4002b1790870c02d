import { Select } from '@mantine/core'
import { useLocale } from '#renderer/app/i18n.tsx'
import { DeadlineBlock } from '#renderer/components/deadline/deadline.tsx'
import { PageHeader } from '#renderer/components/page-header/page-header.tsx'
import { PersonSelect } from '#renderer/components/person-select.tsx'
import { progressName } from '#renderer/components/progress-name.ts'
import { amountText, worthName } from '#renderer/features/tenders/amount.ts'
import { BidButton } from '#renderer/features/tenders/detail/bid-button.tsx'
import { useTenderChanges } from '#renderer/features/tenders/detail/use-tender-changes.ts'
import { usePeople } from '#renderer/components/use-people.ts'
import { useManyChanges } from '#renderer/features/tenders/use-many-changes.ts'
import { stageName, stages } from '#renderer/features/tenders/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { TenderDetail } from '#shared/tenders/contract.ts'
import type { Progress } from '#shared/tenders/progress.ts'
import { TenderStage, type Tender } from '#shared/tenders/tender.ts'
import { worthOf } from '#shared/tenders/worth.ts'
import styles from './detail.module.css'

export function TenderHead({ tender, owner, progress, bids }: { tender: Tender; owner: string | null; progress: Progress; bids: TenderDetail['bids'] }) {
  const { setStage } = useTenderChanges(tender)
  const many = useManyChanges()
  const people = usePeople()
  return (
    <PageHeader title={tender.title} facts={useHeadFacts(tender, progress)}>
      <DeadlineBlock instant={tender.bidDeadline} progress={progress} />
      <PersonSelect className={styles.ownerSelect} label={m.column_owner()} placeholder={m.column_owner()} people={people} value={owner} onChange={(next) => many.mutate({ target: { ids: [tender.id] }, change: { kind: 'owner', owner: next } })} />
      <Select
        className={styles.stageSelect}
        aria-label={m.column_stage()}
        data={stages.map((stage) => ({ value: stage, label: stageName(stage) }))}
        value={tender.stage}
        allowDeselect={false}
        onChange={(stage) => setStage(TenderStage.parse(stage))}
      />
      <BidButton tender={tender} bids={progress === 'tendered-again' ? [] : bids} />
    </PageHeader>
  )
}

function useHeadFacts(tender: Tender, progress: Progress) {
  const locale = useLocale()
  const worth = worthOf(tender)
  const state = progressName(progress)
  const known = [tender.projectNo, tender.buyer, tender.method].filter((fact) => fact !== null)
  const facts = state === null ? known : [<strong key="progress" className={styles.progress} data-ended={progress === 'terminated' || undefined}>{state}</strong>, ...known]
  if (worth === null) return facts
  return [
    ...facts,
    <span key="worth">
      {worthName(worth)} <strong className={styles.worth}>{amountText(worth.amount, tender.currency, { locale, unit: 'yuan' })}</strong>
    </span>,
  ]
}
