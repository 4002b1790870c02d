import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useCore } from '#renderer/app/core.tsx'
import { type BidDraft, createBidDraft, type DraftState } from '#renderer/features/bids/bid-draft.ts'
import type { BidDetail } from '#shared/bids/contract.ts'
import type { CoreClient } from '#shared/contract.ts'

/** Drafts outlive their screen, so that undo works across tabs and an unsaved edit survives a walk to another screen. */
const drafts = new WeakMap<CoreClient, Map<string, BidDraft>>()

function draftOf(core: CoreClient, client: QueryClient, detail: BidDetail): BidDraft {
  const known = drafts.get(core) ?? new Map<string, BidDraft>()
  drafts.set(core, known)
  const draft = known.get(detail.bid.id) ?? createBidDraft(core, detail, (saved) => {
    client.setQueryData(['bids', 'detail', saved.bid.id], saved)
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'tenders' || (queryKey[0] === 'bids' && queryKey[1] !== 'detail' && queryKey[1] !== 'simulation') })
  })
  known.set(detail.bid.id, draft)
  return draft
}

export function useBidDraft(detail: BidDetail): [DraftState, BidDraft] {
  const core = useCore()
  const client = useQueryClient()
  const [draft] = useState(() => draftOf(core, client, detail))
  useEffect(() => draft.accept(detail), [draft, detail])
  return [useSyncExternalStore(draft.subscribe, draft.state), draft]
}
