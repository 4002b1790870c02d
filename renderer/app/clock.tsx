import { createContext, use, useEffect, useState, type ReactNode } from 'react'

const ClockContext = createContext<() => Date>(() => new Date())

/** Where the window reads the time; tests set their own. */
export function ClockProvider({ now, children }: { now: () => Date; children: ReactNode }) {
  return <ClockContext value={now}>{children}</ClockContext>
}

/** The time now as an instant, renewed every `everyMs`. */
export function useNow(everyMs = 15_000): string {
  const now = use(ClockContext)
  const [instant, setInstant] = useState(() => now().toISOString())
  useEffect(() => {
    const timer = setInterval(() => setInstant(now().toISOString()), everyMs)
    return () => clearInterval(timer)
  }, [now, everyMs])
  return instant
}
