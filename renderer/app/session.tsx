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
