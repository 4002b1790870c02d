import { useCallback, useEffect, useState } from 'react'
import { useSessionState } from '#renderer/app/session.tsx'

/** The tabs of a bid that can be opened at one of their parts: a cost line, a requirement. */
type TabWithParts = 'cost' | 'scope'
type Asked = { tab: TabWithParts; id: string } | null

const key = 'bid.part-to-open'
const isAsked = (kept: unknown): kept is Exclude<Asked, null> => typeof kept === 'object' && kept !== null && 'tab' in kept && 'id' in kept && typeof kept.id === 'string'
const read = (kept: unknown): Asked => (isAsked(kept) ? kept : null)

/** The part of this tab another place asked to open; it is asked for once. */
export function usePartToOpen(tab: TabWithParts): string | null {
  const [asked, setAsked] = useSessionState(key, read)
  const [part] = useState(asked?.tab === tab ? asked.id : null)
  useEffect(() => setAsked(null), [setAsked])
  return part
}

/** Asks a tab to open at one of its parts. */
export function useOpenPart(): (tab: TabWithParts, id: string) => void {
  const [, setAsked] = useSessionState(key, read)
  return useCallback((tab, id) => setAsked({ tab, id }), [setAsked])
}
