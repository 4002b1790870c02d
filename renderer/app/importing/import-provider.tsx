import { useQueryClient } from '@tanstack/react-query'
import { createContext, use, useCallback, useMemo, useRef, useState, type ReactNode } from 'react'
import { useCore, useShell } from '#renderer/app/core.tsx'
import { notifyFailure } from '#renderer/app/undo.tsx'
import { m } from '#renderer/paraglide/messages.js'
import type { CoreClient } from '#shared/contract.ts'
import type { ImportEvent, ImportReport } from '#shared/imports/contract.ts'

export type ImportProgress = Extract<ImportEvent, { type: 'progress' }>
export type ImportPhase =
  | { kind: 'idle' }
  | { kind: 'pasting'; text: string }
  | { kind: 'running'; progress: ImportProgress | null }
  | { kind: 'done'; report: ImportReport }
  /** `stopped`: the person's own doing; `failed`: core could not answer. What was stored before stays stored. */
  | { kind: 'failed'; reason: 'stopped' | 'failed' }

type ImportState = {
  phase: ImportPhase
  chooseFiles: () => Promise<void>
  importFiles: (files: readonly File[]) => Promise<void>
  openPaste: (text: string) => void
  importText: (text: string) => Promise<void>
  stop: () => void
  close: () => void
}
const ImportContext = createContext<ImportState | null>(null)

/** Reading files and pasted notices into the workspace, from anywhere in the window. One import at a time. */
export function ImportProvider({ children }: { children: ReactNode }) {
  const shell = useShell()
  const core = useCore()
  const { phase, setPhase, run, stop } = useImportRun()

  const state = useMemo<ImportState>(() => {
    const start = async (tokens: { token: string }[]) => {
      if (tokens.length === 0) return
      const onProgress = (progress: ImportProgress) => setPhase({ kind: 'running', progress })
      await run((signal) => readFiles(core, tokens.map(({ token }) => token), signal, onProgress))
    }
    return {
      phase,
      chooseFiles: async () => start(await shell.files.choose()),
      importFiles: async (files) => {
        const offered = await shell.files.offer(files)
        // What is dragged out of a browser or a mail program is no file on this computer.
        if (files.length > offered.length) notifyFailure(m.import_no_file({ count: files.length - offered.length }))
        await start(offered)
      },
      openPaste: (text) => setPhase({ kind: 'pasting', text }),
      importText: async (text) => run((signal) => core.imports.text({ text }, { signal })),
      stop,
      close: () => setPhase({ kind: 'idle' }),
    }
  }, [phase, run, stop, setPhase, shell, core])
  return <ImportContext value={state}>{children}</ImportContext>
}

function useImportRun() {
  const queries = useQueryClient()
  const [phase, setPhase] = useState<ImportPhase>({ kind: 'idle' })
  const abort = useRef<AbortController | null>(null)
  const run = useCallback(
    async (read: (signal: AbortSignal) => Promise<ImportReport | null>) => {
      if (abort.current !== null) return
      const { signal } = (abort.current = new AbortController())
      setPhase({ kind: 'running', progress: null })
      const report = await read(signal).catch(() => null)
      abort.current = null
      setPhase(report === null ? { kind: 'failed', reason: signal.aborted ? 'stopped' : 'failed' } : { kind: 'done', report })
      await queries.invalidateQueries()
    },
    [queries],
  )
  const stop = useCallback(() => abort.current?.abort(), [])
  return { phase, setPhase, run, stop }
}

async function readFiles(core: CoreClient, tokens: string[], signal: AbortSignal, onProgress: (progress: ImportProgress) => void): Promise<ImportReport | null> {
  for await (const event of await core.imports.files({ tokens }, { signal })) {
    if (event.type === 'done') return event.report
    onProgress(event)
  }
  return null
}

export function useImport(): ImportState {
  const state = use(ImportContext)
  if (state === null) throw new Error('useImport outside ImportProvider')
  return state
}
