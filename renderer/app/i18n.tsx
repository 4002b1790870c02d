import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react'
import { overwriteGetLocale, type Locale } from '#renderer/paraglide/runtime.js'

export type { Locale } from '#renderer/paraglide/runtime.js'

export const locales = ['zh-CN', 'en', 'fr'] as const satisfies readonly Locale[]

let current: Locale = 'zh-CN'
overwriteGetLocale(() => current)

/** From now on message functions speak this language. */
function speak(locale: Locale): Locale {
  current = locale
  return locale
}

type LocaleState = { locale: Locale; setLocale: (locale: Locale) => void }
const LocaleContext = createContext<LocaleState>({ locale: 'zh-CN', setLocale: () => undefined })

/**
 * The language of the window. `children` is a function so that a change renders everything below again:
 * message functions read the language when called. A `memo` component that shows words calls `useLocale()` itself.
 */
export function LocaleProvider({ initial, onChange, children }: { initial: Locale; onChange?: (locale: Locale) => void; children: () => ReactNode }) {
  const [locale, setState] = useState(() => speak(initial))
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])
  const state = useMemo<LocaleState>(() => {
    const setLocale = (next: Locale) => {
      setState(speak(next))
      onChange?.(next)
    }
    return { locale, setLocale }
  }, [locale, onChange])
  return <LocaleContext value={state}>{children()}</LocaleContext>
}

export function useLocale(): Locale {
  return use(LocaleContext).locale
}

export function useSetLocale(): (locale: Locale) => void {
  return use(LocaleContext).setLocale
}
