import { createContext, use, useCallback, useState, type ReactNode } from 'react'

const SessionContext = createContext<Map<string, unknown>>(new Map())

/** Keeps how screens were left (filter, place in the list) while the window is open. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const [store] = useState(() => new Map<string, unknown>())
  return <SessionContext value={store}>{children}</SessionContext>
}

/** Like `useState`, but a screen that is left and opened again finds its value. `read` accepts what was kept, or says what to start with. */
export function useSessionState<T>(key: string, read: (kept: unknown) => T): [T, (next: T) => void] {
  const store = use(SessionContext)
  const [value, setValue] = useState(() => read(store.get(key)))
  const set = useCallback(
    (next: T) => {
      store.set(key, next)
      setValue(next)
    },
    [store, key],
  )
  return [value, set]
}

/** A text somebody is writing: still there when the screen is left for another figure and opened again. */
export function useKeptText(key: string, initial: string): [string, (next: string) => void] {
  return useSessionState(key, (kept) => (typeof kept === 'string' ? kept : initial))
}

/** What a form held when it was left half-way, and how to keep it (null forgets it). Keeping draws nothing anew. */
export function useKeptDraft<T>(key: string, read: (kept: unknown) => T | null): [T | null, (draft: T | null) => void] {
  const store = use(SessionContext)
  const [kept] = useState(() => read(store.get(key)))
  const keep = useCallback((draft: T | null) => void store.set(key, draft), [store, key])
  return [kept, keep]
}
