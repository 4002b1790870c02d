import { useLocation } from 'wouter'
import { useWorkspaceInfo } from '#renderer/app/sample-banner.tsx'
import { TenderList } from '#renderer/features/tenders/list/tender-list.tsx'
import { Welcome } from '#renderer/features/tenders/list/welcome.tsx'
import { NewTender } from '#renderer/features/tenders/new/new-tender.tsx'
import { useSessionState } from '#renderer/app/session.tsx'

/** The list of tenders; in a workspace without anything, how to begin. */
export function TendersScreen({ isNewOpen }: { isNewOpen: boolean }) {
  const [, navigate] = useLocation()
  const info = useWorkspaceInfo()
  const [hasBegun, setBegun] = useSessionState('tenders.begun', (kept) => kept === true)
  const isUntouched = info.data !== undefined && info.data.tenders === 0 && info.data.bids === 0 && !info.data.hasSample
  if (info.isPending) return null
  return (
    <>
      {isUntouched && !hasBegun ? <Welcome onBegin={() => setBegun(true)} /> : <TenderList />}
      <NewTender isOpen={isNewOpen} onClose={() => navigate('/tenders')} />
    </>
  )
}
