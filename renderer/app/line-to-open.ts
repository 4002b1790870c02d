import { useEffect, useState } from 'react'
import { useSessionState } from '#renderer/app/session.tsx'

const key = 'bid.line-to-open'
const read = (kept: unknown): string | null => (typeof kept === 'string' ? kept : null)

/** The cost line another tab asked to open; it is asked for once. */
export function useLineToOpen(): string | null {
  const [asked, setAsked] = useSessionState(key, read)
  const [line] = useState(asked)
  useEffect(() => setAsked(null), [setAsked])
  return line
}

/** Asks the Cost tab to open at a line. */
export function useOpenLine(): (id: string) => void {
  const [, setAsked] = useSessionState(key, read)
  return setAsked
}
