import { spotlight } from '@mantine/spotlight'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { BreadcrumbProvider } from '#renderer/app/breadcrumbs.tsx'
import { useShell } from '#renderer/app/core.tsx'
import { useHotkeys } from '#renderer/app/hotkeys.ts'
import { DropZone } from '#renderer/app/importing/drop-zone.tsx'
import { ImportDialogs } from '#renderer/app/importing/import-dialogs.tsx'
import { useImport } from '#renderer/app/importing/import-provider.tsx'
import { Palette } from '#renderer/app/palette.tsx'
import { Rail } from '#renderer/app/rail.tsx'
import { Reminders } from '#renderer/app/reminders.tsx'
import { Routes } from '#renderer/app/routes.tsx'
import { SampleBanner } from '#renderer/app/sample-banner.tsx'
import { screens } from '#renderer/app/screens.tsx'
import { ShortcutSheet } from '#renderer/app/shortcut-sheet.tsx'
import { TopBar } from '#renderer/app/top-bar.tsx'
import { useUndo } from '#renderer/app/undo.tsx'
import { StatusStrip } from '#renderer/components/status-strip/status-strip.tsx'
import { m } from '#renderer/paraglide/messages.js'
import styles from './frame.module.css'

/** The fixed frame around the screens: rail, top bar, strips, and what is always at hand. */
export function Frame({ onCoreRestart }: { onCoreRestart: (listener: () => void) => () => void }) {
  const [isSheetOpen, setSheetOpen] = useState(false)
  useFrameKeys(() => setSheetOpen(true))
  useMenu()
  return (
    <BreadcrumbProvider>
      <div className={styles.frame}>
        <Rail />
        <TopBar />
        <div className={styles.strips}>
          <RestartStrip onCoreRestart={onCoreRestart} />
          <Reminders />
          <SampleBanner />
        </div>
        <main className={styles.main}>
          <Routes />
        </main>
      </div>
      <Palette />
      <ImportDialogs />
      <DropZone />
      <ShortcutSheet isOpen={isSheetOpen} onClose={() => setSheetOpen(false)} />
    </BreadcrumbProvider>
  )
}

function useFrameKeys(openSheet: () => void) {
  const [, navigate] = useLocation()
  const { undoLast } = useUndo()
  useHotkeys([
    { keys: 'Ctrl+k', whileTyping: true, run: () => spotlight.open() },
    { keys: 'Alt+ArrowLeft', whileTyping: true, run: () => window.history.back() },
    { keys: 'Alt+ArrowRight', whileTyping: true, run: () => window.history.forward() },
    { keys: 'Ctrl+z', run: () => void undoLast() },
    { keys: '?', run: openSheet },
    ...screens.map((screen, index) => ({ keys: `Ctrl+${index + 1}`, whileTyping: true, run: () => navigate(screen.path) })),
  ])
}

/** The native menu's commands. Saving and undoing have keys the window hears itself. */
function useMenu() {
  const shell = useShell()
  const [, navigate] = useLocation()
  const { chooseFiles, openPaste } = useImport()
  useEffect(
    () =>
      shell.onMenu((command) => {
        if (command === 'import') void chooseFiles()
        if (command === 'paste') openPaste('')
        if (command === 'palette') spotlight.open()
        if (command === 'settings') navigate('/settings')
        if (command === 'new-tender') navigate('/tenders/new')
      }),
    [shell, navigate, chooseFiles, openPaste],
  )
}

function RestartStrip({ onCoreRestart }: { onCoreRestart: (listener: () => void) => () => void }) {
  const queries = useQueryClient()
  const [isShown, setShown] = useState(false)
  useEffect(
    () =>
      onCoreRestart(() => {
        setShown(true)
        void queries.invalidateQueries()
      }),
    [onCoreRestart, queries],
  )
  if (!isShown) return null
  return <StatusStrip tone="warn" text={m.core_restarted()} onClose={() => setShown(false)} />
}
