import { useQueryClient } from '@tanstack/react-query'
import { useState, useSyncExternalStore } from 'react'
import { useCore } from '#renderer/app/core.tsx'
import { type BidDraft, createBidDraft, type DraftState } from '#renderer/features/bids/bid-draft.ts'
import type { BidDetail } from '#shared/bids/contract.ts'

/** The draft of one bid, kept for as long as its frame is open (the frame is keyed by the bid), so that undo works across tabs. */
export function useBidDraft(detail: BidDetail): [DraftState, BidDraft] {
  const core = useCore()
  const client = useQueryClient()
  const [draft] = useState(() =>
    createBidDraft(core, detail, (saved) => {
      client.setQueryData(['bids', 'detail', saved.bid.id], saved)
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'tenders' || (queryKey[0] === 'bids' && queryKey[1] === 'list') })
    }),
  )
  return [useSyncExternalStore(draft.subscribe, draft.state), draft]
}
