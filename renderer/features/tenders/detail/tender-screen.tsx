import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useBreadcrumb } from '#renderer/app/breadcrumbs.tsx'
import { useCore } from '#renderer/app/core.tsx'
import { EmptyState } from '#renderer/components/empty-state/empty-state.tsx'
import { ScrollRegion } from '#renderer/components/scroll-region/scroll-region.tsx'
import { proofsOf, type Lookup } from '#renderer/features/tenders/detail/evidence.ts'
import { Documents } from '#renderer/features/tenders/detail/documents.tsx'
import { Facts } from '#renderer/features/tenders/detail/facts.tsx'
import { Lots } from '#renderer/features/tenders/detail/lots.tsx'
import { Schedule } from '#renderer/features/tenders/detail/schedule.tsx'
import { Awards, Bids, History } from '#renderer/features/tenders/detail/sections.tsx'
import { SourceText } from '#renderer/features/tenders/detail/source-text.tsx'
import { TenderHead } from '#renderer/features/tenders/detail/tender-head.tsx'
import { GoNoGo } from '#renderer/features/tenders/go-no-go/go-no-go.tsx'
import { m } from '#renderer/paraglide/messages.js'
import { Requirements } from '#renderer/features/tenders/requirements/requirements.tsx'
import { progressOf } from '#shared/tenders/progress.ts'
import type { RequirementSource } from '#shared/requirements/requirement.ts'
import type { TenderDetail } from '#shared/tenders/contract.ts'
import styles from './detail.module.css'

export function TenderScreen({ id }: { id: string }) {
  const core = useCore()
  const [, navigate] = useLocation()
  const detail = useQuery({ queryKey: ['tenders', 'get', id], queryFn: ({ signal }) => core.tenders.get({ id }, { signal }) })
  useBreadcrumb(detail.data?.tender.title)
  if (detail.data !== undefined) return <Loaded detail={detail.data} />
  if (!detail.isError) return null
  return (
    <EmptyState title={m.tender_not_found()} text={m.error_data_safe()}>
      <Button onClick={() => void detail.refetch()}>{m.error_retry()}</Button>
      <Button variant="default" onClick={() => navigate('/tenders')}>
        {m.tender_back()}
      </Button>
    </EmptyState>
  )
}

function Loaded({ detail }: { detail: TenderDetail }) {
  const { tender, notices } = detail
  const [lookup, setLookup] = useState<Lookup>({ noticeId: null, field: null, place: null, times: 0 })
  const proofs = proofsOf(notices)
  const show = (noticeId: string | null, field: string | null) => setLookup(({ times }) => ({ noticeId, field, place: null, times: times + 1 }))
  const showPlace = (place: RequirementSource) => setLookup(({ times }) => ({ noticeId: null, field: null, place, times: times + 1 }))
  return (
    <div className={styles.screen}>
      <TenderHead tender={tender} owner={detail.desk.owner} progress={progressOf(notices)} bids={detail.bids} />
      <div className={styles.columns}>
        <ScrollRegion className={styles.facts} label={m.tender_details()}>
          <Facts detail={detail} proofs={proofs} current={lookup.field} onLookUp={(field) => show(proofs.get(field)?.notice.id ?? null, field)} />
          <Lots tender={tender} />
          <Documents notices={notices} />
          <Requirements tender={tender} current={lookup.place} onShow={showPlace} />
          <Bids bids={detail.bids} />
          <Schedule tender={tender} notices={notices} />
          <GoNoGo tenderId={tender.id} owner={detail.desk.owner} />
          <History notices={notices} onOpen={(noticeId) => show(noticeId, null)} />
          <Awards awards={detail.pastAwards} buyer={tender.buyer} />
        </ScrollRegion>
        <SourceText tender={tender} notices={notices} lookup={lookup} onShow={show} onShowPlace={showPlace} />
      </div>
    </div>
  )
}
