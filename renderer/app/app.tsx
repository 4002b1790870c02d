import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { Router, type BaseLocationHook } from 'wouter'
import { ClockProvider } from '#renderer/app/clock.tsx'
import { CoreProvider } from '#renderer/app/core.tsx'
import { Frame } from '#renderer/app/frame.tsx'
import { LocaleProvider } from '#renderer/app/i18n.tsx'
import { ImportProvider } from '#renderer/app/importing/import-provider.tsx'
import { PreferencesProvider, usePreferences, useScheme } from '#renderer/app/preferences.tsx'
import { SessionProvider } from '#renderer/app/session.tsx'
import { theme } from '#renderer/app/theme.ts'
import { UndoProvider } from '#renderer/app/undo.tsx'
import type { CoreClient } from '#shared/contract.ts'
import type { Preferences, Shell } from '#shared/shell.ts'

export type AppProps = {
  core: CoreClient
  shell: Shell<File>
  preferences: Preferences
  /** Tells when core was started again; returns how to stop listening. */
  onCoreRestart: (listener: () => void) => () => void
  useLocation: BaseLocationHook
  now?: () => Date
  isTest?: boolean
}

const realTime = () => new Date()

/** The whole window. Everything it touches is handed in, so that tests run it on the real core in process. */
export function App(props: AppProps) {
  const [queries] = useState(makeQueryClient)
  return (
    <CoreProvider core={props.core} shell={props.shell}>
      <QueryClientProvider client={queries}>
        <ClockProvider now={props.now ?? realTime}>
          <SessionProvider>
            <PreferencesProvider initial={props.preferences}>
              {({ change }) => (
                <LocaleProvider initial={props.preferences.language} onChange={(language) => change({ language })}>
                  {() => <Themed {...props} />}
                </LocaleProvider>
              )}
            </PreferencesProvider>
          </SessionProvider>
        </ClockProvider>
      </QueryClientProvider>
    </CoreProvider>
  )
}

function Themed({ useLocation, onCoreRestart, isTest }: AppProps) {
  const scheme = useScheme(usePreferences().preferences.theme)
  return (
    <MantineProvider theme={theme} forceColorScheme={scheme} withCssVariables={false} withGlobalClasses={false} env={isTest === true ? 'test' : 'default'}>
      <Notifications position="bottom-right" limit={4} transitionDuration={0} containerWidth={380} />
      <Router hook={useLocation}>
        <UndoProvider>
          <ImportProvider>
            <Frame onCoreRestart={onCoreRestart} />
          </ImportProvider>
        </UndoProvider>
      </Router>
    </MantineProvider>
  )
}

function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // There is no network to wait for: core is on this machine. A call that dies with core is tried once more on the new one.
      queries: { networkMode: 'always', staleTime: 5_000, refetchOnWindowFocus: false, retry: 1, retryDelay: 300 },
      mutations: { networkMode: 'always' },
    },
  })
}
