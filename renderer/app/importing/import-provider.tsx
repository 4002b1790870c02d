import { useQueryClient } from '@tanstack/react-query'
import { createContext, use, useCallback, useMemo, useRef, useState, type ReactNode } from 'react'
import { useCore, useShell } from '#renderer/app/core.tsx'
import { notifyFailure } from '#renderer/app/undo.tsx'
import { m } from '#renderer/paraglide/messages.js'
import type { CoreClient } from '#shared/contract.ts'
import type { ColumnMapping } from '#shared/tenders/table/column-mapping.ts'
import type { ImportEvent, ImportReport } from '#shared/imports/contract.ts'

export type ImportProgress = Extract<ImportEvent, { type: 'progress' }>
export type DoubtfulTable = Awaited<ReturnType<CoreClient['imports']['tables']>>[number]
export type ImportPhase =
  | { kind: 'idle' }
  | { kind: 'pasting'; text: string }
  /** Tables to look at before anything is read; `at` counts from 0. */
  | { kind: 'mapping'; tokens: string[]; tables: DoubtfulTable[]; at: number }
  | { kind: 'running'; progress: ImportProgress | null }
  | { kind: 'done'; report: ImportReport }
  /** `stopped`: the person's own doing; `failed`: core could not answer. What was stored before stays stored. */
  | { kind: 'failed'; reason: 'stopped' | 'failed' }

type ImportState = {
  phase: ImportPhase
  /** A running import may go on out of sight; what came of it is shown again. */
  isShown: boolean
  show: () => void
  hide: () => void
  chooseFiles: () => Promise<void>
  importFiles: (files: readonly File[]) => Promise<void>
  openPaste: (text: string) => void
  importText: (text: string) => Promise<void>
  /** The answer for the table being looked at; null leaves its file out. */
  mapTable: (answer: { headings: string[]; mapping: ColumnMapping } | null) => Promise<void>
  stop: () => void
  close: () => void
}
const ImportContext = createContext<ImportState | null>(null)

/** Reading files and pasted notices into the workspace, from anywhere in the window. One import at a time. */
export function ImportProvider({ children }: { children: ReactNode }) {
  const shell = useShell()
  const core = useCore()
  const { phase, setPhase, run, stop } = useImportRun()
  const [isHidden, setHidden] = useState(false)
  const isShown = phase.kind !== 'idle' && !(isHidden && phase.kind === 'running')

  const state = useMemo<ImportState>(() => {
    const read = async (tokens: string[]) => {
      if (tokens.length === 0) return setPhase({ kind: 'idle' })
      setHidden(false)
      const onProgress = everyWhile((progress: ImportProgress) => setPhase({ kind: 'running', progress }))
      await run((signal) => readFiles(core, tokens, signal, onProgress))
    }
    const start = async (chosen: { token: string }[]) => {
      const tokens = chosen.map(({ token }) => token)
      if (tokens.length === 0) return
      if (phase.kind === 'running') return notifyFailure(m.import_busy())
      const tables = await core.imports.tables({ tokens }).catch(() => [])
      if (tables.length === 0) await read(tokens)
      else setPhase({ kind: 'mapping', tokens, tables, at: 0 })
    }
    return {
      phase,
      isShown,
      show: () => setHidden(false),
      hide: () => setHidden(true),
      chooseFiles: async () => start(await shell.files.choose()),
      importFiles: async (files) => {
        const offered = await shell.files.offer(files)
        // What is dragged out of a browser or a mail program is no file on this computer.
        if (files.length > offered.length) notifyFailure(m.import_no_file({ count: files.length - offered.length }))
        await start(offered)
      },
      openPaste: (text) => setPhase({ kind: 'pasting', text }),
      importText: async (text) => run((signal) => core.imports.text({ text }, { signal })),
      mapTable: async (answer) => {
        if (phase.kind !== 'mapping') return
        const { tokens, tables, at } = phase
        if (answer !== null && !(await core.imports.rememberMapping(answer).catch(() => ({ isKept: false }))).isKept) return notifyFailure(m.mapping_failed())
        const left = answer === null ? tokens.filter((token) => token !== tables[at]?.token) : tokens
        const next = tables.findIndex(({ token }, index) => index > at && left.includes(token))
        if (next === -1) await read(left)
        else setPhase({ kind: 'mapping', tokens: left, tables, at: next })
      },
      stop,
      close: () => setPhase({ kind: 'idle' }),
    }
  }, [phase, isShown, run, stop, setPhase, shell, core])
  return <ImportContext value={state}>{children}</ImportContext>
}

function useImportRun() {
  const queries = useQueryClient()
  const [phase, setPhase] = useState<ImportPhase>({ kind: 'idle' })
  const abort = useRef<AbortController | null>(null)
  const run = useCallback(
    async (read: (signal: AbortSignal) => Promise<ImportReport | null>) => {
      if (abort.current !== null) return notifyFailure(m.import_busy())
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

const shownEveryMs = 100

/** Batches arrive faster than anyone reads: the window draws a few of them a second. */
function everyWhile<T>(show: (value: T) => void): (value: T) => void {
  let last = 0
  return (value) => {
    const now = performance.now()
    if (now - last < shownEveryMs) return
    last = now
    show(value)
  }
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
