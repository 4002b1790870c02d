import { ORPCError } from '@orpc/client'
import type { Bid, BidTerms } from '#shared/bids/bid.ts'
import type { BidDetail } from '#shared/bids/contract.ts'
import type { CoreClient } from '#shared/contract.ts'
import type { Estimate } from '#shared/estimate/estimate.ts'

export type BidContent = { estimate: Estimate; terms: BidTerms }

/** `stale`: changed elsewhere meanwhile. `gone`: deleted. `decided`: its outcome is recorded. `unreachable`: core did not answer; tried again by itself. */
export type SaveState = { kind: 'saved' } | { kind: 'saving' } | { kind: 'failed'; reason: 'stale' | 'gone' | 'decided' | 'unreachable' | 'refused' }

export type DraftState = { content: BidContent; bid: Bid; save: SaveState; canUndo: boolean; canRedo: boolean }

export type BidDraft = {
  state: () => DraftState
  subscribe: (listener: () => void) => () => void
  /** One committed edit: one step of undo, saved at once. */
  edit: (change: (content: BidContent) => BidContent) => void
  undo: () => void
  redo: () => void
  /** Saves what is not saved; after `stale` it puts this window's content over the other one. */
  retry: () => void
  /** Takes in what was read from core, unless something here is not saved yet. */
  accept: (detail: BidDetail) => void
  /** Takes what is stored, giving up what is not saved. */
  reload: () => Promise<void>
}

const keptSteps = 200
const retryAfterMs = 1500

/** What is being worked on: shown at once, saved in order, one call at a time with the version the last one gave back. */
export function createBidDraft(core: CoreClient, detail: BidDetail, onSaved: (detail: BidDetail) => void): BidDraft {
  let bid = detail.bid
  let stored: BidContent = { estimate: bid.estimate, terms: bid.terms }
  let content = stored
  let past: BidContent[] = []
  let future: BidContent[] = []
  let save: SaveState = { kind: 'saved' }
  let isRunning = false
  const listeners = new Set<() => void>()
  let snapshot: DraftState = { content, bid, save, canUndo: false, canRedo: false }

  const publish = () => {
    snapshot = { content, bid, save, canUndo: past.length > 0, canRedo: future.length > 0 }
    for (const listener of listeners) listener()
  }
  const saveNext = async () => {
    const { estimate, terms } = content
    const changesEstimate = estimate !== stored.estimate
    const target = { id: bid.id, version: bid.version }
    const saved = changesEstimate ? await core.bids.saveEstimate({ ...target, estimate }) : await core.bids.saveTerms({ ...target, terms })
    bid = saved.bid
    stored = changesEstimate ? { ...stored, estimate } : { ...stored, terms }
    onSaved(saved)
  }
  const isDirty = () => content.estimate !== stored.estimate || content.terms !== stored.terms
  const flush = async () => {
    if (isRunning || !isDirty()) return publish()
    isRunning = true
    save = { kind: 'saving' }
    publish()
    try {
      while (isDirty()) await saveNext()
      save = { kind: 'saved' }
    } catch (error) {
      save = { kind: 'failed', reason: reasonOf(error) }
    } finally {
      isRunning = false
    }
    if (save.kind === 'failed' && save.reason === 'unreachable') setTimeout(() => void flush(), retryAfterMs)
    publish()
  }
  const put = (next: BidContent) => {
    content = next
    void flush()
  }
  const take = (fresh: BidDetail, keepsContent: boolean) => {
    bid = fresh.bid
    stored = { estimate: bid.estimate, terms: bid.terms }
    if (keepsContent) return
    content = stored
    past = []
    future = []
    save = { kind: 'saved' }
  }
  const load = async (keepsContent: boolean) => {
    const fresh = await core.bids.get({ id: bid.id })
    take(fresh, keepsContent)
    onSaved(fresh)
    await flush()
  }
  return {
    state: () => snapshot,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    edit: (change) => {
      const next = change(content)
      if (next === content) return
      past = [...past, content].slice(-keptSteps)
      future = []
      put(next)
    },
    undo: () => {
      const before = past.at(-1)
      if (before === undefined) return
      past = past.slice(0, -1)
      future = [...future, content]
      put(before)
    },
    redo: () => {
      const after = future.at(-1)
      if (after === undefined) return
      future = future.slice(0, -1)
      past = [...past, content]
      put(after)
    },
    retry: () => {
      if (save.kind === 'failed' && save.reason === 'stale') void load(true)
      else void flush()
    },
    accept: (fresh) => {
      if (isRunning || isDirty() || fresh.bid.version <= bid.version) return
      take(fresh, false)
      publish()
    },
    reload: async () => load(false),
  }
}

function reasonOf(error: unknown): Extract<SaveState, { kind: 'failed' }>['reason'] {
  if (!(error instanceof ORPCError)) return 'unreachable'
  switch (error.code) {
    case 'STALE': return 'stale'
    case 'NOT_FOUND': return 'gone'
    case 'DECIDED': return 'decided'
    case 'BAD_REQUEST': return 'refused'
    default: return 'unreachable'
  }
}
