import { createContext, use, useCallback, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react'
import { useShell } from '#renderer/app/core.tsx'
import type { Preferences } from '#shared/shell.ts'

type PreferencesState = { preferences: Preferences; change: (change: Partial<Preferences>) => void }
const PreferencesContext = createContext<PreferencesState | null>(null)

/** What the person at this computer chose. A change shows at once and is kept by the shell. */
export function PreferencesProvider({ initial, children }: { initial: Preferences; children: (state: PreferencesState) => ReactNode }) {
  const shell = useShell()
  const [preferences, setPreferences] = useState(initial)
  const change = useCallback(
    (change: Partial<Preferences>) => {
      setPreferences((before) => ({ ...before, ...change }))
      void shell.preferences.set(change)
    },
    [shell],
  )
  const state = useMemo(() => ({ preferences, change }), [preferences, change])
  return <PreferencesContext value={state}>{children(state)}</PreferencesContext>
}

export function usePreferences(): PreferencesState {
  const state = use(PreferencesContext)
  if (state === null) throw new Error('usePreferences outside PreferencesProvider')
  return state
}

const darkQuery = '(prefers-color-scheme: dark)'

function watchSystem(listener: () => void) {
  const media = window.matchMedia(darkQuery)
  media.addEventListener('change', listener)
  return () => media.removeEventListener('change', listener)
}

/** Light or dark, with 'auto' resolved by the system. Also written on the page, where tokens.css reads it. */
export function useScheme(theme: Preferences['theme']): 'light' | 'dark' {
  const isSystemDark = useSyncExternalStore(watchSystem, () => window.matchMedia(darkQuery).matches)
  const scheme = theme === 'auto' ? (isSystemDark ? 'dark' : 'light') : theme
  useEffect(() => {
    document.documentElement.dataset.mantineColorScheme = scheme
  }, [scheme])
  return scheme
}
