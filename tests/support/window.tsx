import { configure, render, type RenderResult } from '@testing-library/react'
import { userEvent, type UserEvent } from '@testing-library/user-event'
import { vi } from 'vitest'
import { memoryLocation } from 'wouter/memory-location'
import { App } from '#renderer/app/app.tsx'
import type { CoreClient } from '#shared/contract.ts'
import type { FileToken, MenuCommand, Preferences, Printer, PrintOrder, Shell } from '#shared/shell.ts'

// Screens wait for a real database; a busy machine may take its time.
configure({ asyncUtilTimeout: 10_000 })
vi.setConfig({ testTimeout: 60_000 })

export type TestWindow = RenderResult & {
  user: UserEvent
  /** Every address visited, the last one being shown. */
  visited: string[]
  /** What the shell keeps for the person. */
  preferences: Preferences
  /** The next answer of the system's open dialog. */
  chooseFiles: (tokens: FileToken[]) => void
  /** What was sent to the printer. */
  orders: PrintOrder[]
  menu: (command: MenuCommand) => void
  restartCore: () => void
  /** What the desktop was asked to show. */
  notices: Notice[]
  clickNotice: (tenderId: string | null) => void
  /** As if the computer's clock had been set on. */
  setClock: (ms: number) => void
}

type Notice = Parameters<Shell<File>['notify']>[0]

type Options = { at?: string; preferences?: Partial<Preferences>; now?: () => Date; /** The answer of the "save as" dialog. */ destination?: FileToken; /** Whether the desktop shows notices. */ isDesktopThere?: boolean; printers?: Printer[] }

/** The whole window on the given core; only the shell's dialogs, menu and clock are stood in for. */
export function openWindow(core: CoreClient, { at = '/tenders', preferences: chosen = {}, destination, isDesktopThere = true, printers = [], now = () => new Date('2026-11-22T02:00:00.000Z') }: Options = {}): TestWindow {
  const preferences: Preferences = { language: 'zh-CN', theme: 'light', moneyUnit: 'wan', ...chosen }
  const restartListeners = new Set<() => void>()
  const menuListeners = new Set<(command: MenuCommand) => void>()
  const noticeListeners = new Set<(tenderId: string | null) => void>()
  const clockListeners = new Set<(ms: number) => void>()
  const notices: Notice[] = []
  const orders: PrintOrder[] = []
  let chosenFiles: FileToken[] = []
  const shell: Shell<File> = {
    preferences: {
      get: () => Promise.resolve(preferences),
      set: (change) => Promise.resolve(Object.assign(preferences, change)),
    },
    // A file made by a test has no path, as one dragged out of a web page.
    files: { choose: () => Promise.resolve(chosenFiles), offer: () => Promise.resolve([]) },
    chooseFolder: () => Promise.resolve(chosenFiles[0] ?? null),
    keepSecret: () => Promise.resolve(true),
    chooseDestination: (suggestedName) => Promise.resolve(destination ?? { token: suggestedName, name: suggestedName }),
    showSaved: () => Promise.resolve(true),
    print: {
      printers: () => Promise.resolve(printers),
      prepare: () => Promise.resolve(destination ?? { token: 'print', name: 'print.pdf' }),
      send: (order) => {
        orders.push(order)
        return Promise.resolve({ kind: 'sent' })
      },
    },
    onMenu: (listener) => {
      menuListeners.add(listener)
      return () => menuListeners.delete(listener)
    },
    notify: (notice) => {
      notices.push(notice)
      return Promise.resolve(isDesktopThere)
    },
    onOpenTender: (listener) => {
      noticeListeners.add(listener)
      return () => noticeListeners.delete(listener)
    },
    onClockJump: (listener) => {
      clockListeners.add(listener)
      return () => clockListeners.delete(listener)
    },
    platform: 'linux',
  }
  const { hook, history } = memoryLocation({ path: at, record: true })
  const onCoreRestart = (listener: () => void) => {
    restartListeners.add(listener)
    return () => restartListeners.delete(listener)
  }
  const result = render(<App core={core} shell={shell} preferences={preferences} onCoreRestart={onCoreRestart} useLocation={hook} now={now} isTest />)
  return {
    ...result,
    user: userEvent.setup(),
    visited: history,
    preferences,
    orders,
    chooseFiles: (tokens) => {
      chosenFiles = tokens
    },
    menu: (command) => {
      for (const listener of menuListeners) listener(command)
    },
    notices,
    clickNotice: (tenderId) => {
      for (const listener of noticeListeners) listener(tenderId)
    },
    setClock: (ms) => {
      for (const listener of clockListeners) listener(ms)
    },
    restartCore: () => {
      for (const listener of restartListeners) listener()
    },
  }
}
