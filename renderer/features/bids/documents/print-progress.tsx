import { useEffect, useState } from 'react'
import { useCore } from '#renderer/app/core.tsx'
import { volumeName } from '#renderer/features/bids/documents/volume-name.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { CoreClient } from '#shared/contract.ts'
import type { PrintProgress } from '#shared/documents/print-progress.ts'
import { PrintableVolume } from '#shared/documents/volume.ts'
import css from '#renderer/features/bids/documents/documents.module.css'

/** A preview sooner than this is over before anybody looks for how far it is; showing it would only cost it time. */
const shortMs = 300

/** While pages are set: how far they are. A book that takes long can be stopped, the pages shown stay. The strip keeps its place, so nothing jumps. */
export function SettingProgress({ isRunning, onCancel }: { isRunning: boolean; onCancel: () => void }) {
  const isLong = useHasLasted(isRunning, shortMs)
  return <div className={css.progress}>{isLong && <Running onCancel={onCancel} />}</div>
}

function useHasLasted(isRunning: boolean, ms: number): boolean {
  const [hasLasted, setLasted] = useState(false)
  useEffect(() => {
    if (!isRunning) return
    const timer = setTimeout(() => setLasted(true), ms)
    return () => {
      clearTimeout(timer)
      setLasted(false)
    }
  }, [isRunning, ms])
  return hasLasted
}

function Running({ onCancel }: { onCancel: () => void }) {
  const progress = usePrintProgress()
  const percent = progress === null ? null : Math.floor(progress.share * 100)
  return (
    <>
      <div className={css.progressBar} role="progressbar" aria-label={m.doc_rendering()} aria-valuenow={percent ?? undefined}>
        {percent !== null && <i style={{ width: `${percent}%` }} />}
      </div>
      <div className={css.progressNote}>
        <span>{progress === null ? m.doc_rendering() : settingWords(progress, percent ?? 0)}</span>
        <button type="button" onClick={onCancel}>{m.doc_stop()}</button>
      </div>
    </>
  )
}

function settingWords({ volume }: PrintProgress, percent: number): string {
  const buyers = PrintableVolume.safeParse(volume)
  return buyers.success ? m.doc_setting({ volume: volumeName(buyers.data), percent }) : m.doc_rendering()
}

function usePrintProgress(): PrintProgress | null {
  const core = useCore()
  const [progress, setProgress] = useState<PrintProgress | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    // It ends by being stopped; without it the pages still come.
    follow(core, stop.signal, setProgress).catch(() => undefined)
    return () => stop.abort()
  }, [core])
  return progress
}

async function follow(core: CoreClient, signal: AbortSignal, tell: (progress: PrintProgress) => void): Promise<void> {
  for await (const each of await core.documents.progress({}, { signal })) tell(each)
}
