import { useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { useCore } from '#renderer/app/core.tsx'
import { useHotkeys } from '#renderer/app/hotkeys.ts'
import { useSessionState } from '#renderer/app/session.tsx'
import { useSize } from '#renderer/components/charts/use-size.ts'
import { PrintDialog } from '#renderer/components/print/print-dialog.tsx'
import { ChecksList } from '#renderer/features/bids/documents/checks-list.tsx'
import { ContentsPane } from '#renderer/features/bids/documents/contents-pane.tsx'
import { MaterialsCard } from '#renderer/features/bids/documents/materials-card.tsx'
import { SettingProgress } from '#renderer/features/bids/documents/print-progress.tsx'
import { PrintoutsCard } from '#renderer/features/bids/documents/printouts-card.tsx'
import { TemplateCard, useVolumes } from '#renderer/features/bids/documents/template-card.tsx'
import { TermsForm } from '#renderer/features/bids/documents/terms-form.tsx'
import { useExport } from '#renderer/features/bids/documents/use-export.ts'
import { useZoom } from '#renderer/features/bids/documents/use-zoom.ts'
import { ViewerBar } from '#renderer/features/bids/documents/viewer-bar.tsx'
import { volumeName } from '#renderer/features/bids/documents/volume-name.ts'
import { VerdictCard } from '#renderer/features/bids/verdict/verdict-card.tsx'
import { m } from '#renderer/paraglide/messages.js'
import type { Bid, BidTerms } from '#shared/bids/bid.ts'
import type { Flag } from '#shared/estimate/verdict.ts'
import type { Check } from '#shared/documents/check.ts'
import { PrintableVolume } from '#shared/documents/volume.ts'
import css from '#renderer/features/bids/documents/documents.module.css'

// The PDF reader is half a megabyte and only this tab needs it.
const loadPages = () => import('#renderer/components/pdf-pages/pdf-pages.tsx')
const PdfPages = lazy(async () => ({ default: (await loadPages()).PdfPages }))

type DocumentsTabProps = {
  bid: Bid
  tenderId: string
  projectNo: string | null
  /** The moment the bid closes: materials have to hold until then. */
  deadline: string | null
  terms: BidTerms
  flags: readonly Flag[]
  /** Core prints what is stored, so the preview waits for the save. */
  isSaved: boolean
  edit: (change: (terms: BidTerms) => BidTerms) => void
}

/** Each volume as it will be printed, what is still open, and the terms its forms state. */
export function DocumentsTab({ bid, tenderId, projectNo, deadline, terms, flags, isSaved, edit }: DocumentsTabProps) {
  const core = useCore()
  const scroller = useRef<HTMLDivElement>(null)
  const size = useSize(scroller, { width: 760, height: 600 })
  const { zoom, zoomBy, fit } = useZoom()
  const [page, setPage] = useState(1)
  // Read while core sets the first document.
  useEffect(() => void loadPages(), [])
  const [wanted, setVolume] = useSessionState(`bids.volume.${bid.id}`, (kept) => PrintableVolume.safeParse(kept).data ?? 'price')
  const volumes = useVolumes(bid.id)
  const volume = volumes.includes(wanted) ? wanted : (volumes[0] ?? wanted)
  const { rendered, cancel } = useRendered(bid, volume)
  const [exported, exportTo, showFile] = useExport(bid.id, volume)
  const onPage = useCallback((next: number) => setPage(next), [])
  const pageWidth = Math.round(Math.max(320, Math.min(900, size.width - 64)) * zoom)
  const pages = rendered.data?.pages ?? 1
  const [isPrinting, setPrinting] = useState(false)
  const goTo = (target: number) => scroller.current?.querySelector(`[data-page="${target}"]`)?.scrollIntoView({ block: 'start' })
  const canPrint = isSaved && rendered.data !== undefined
  useHotkeys([
    { keys: 'PageDown', run: () => goTo(Math.min(pages, page + 1)) },
    { keys: 'PageUp', run: () => goTo(Math.max(1, page - 1)) },
    { keys: 'Ctrl+P', whileTyping: true, run: () => setPrinting(canPrint) },
    { keys: 'Ctrl+Home', run: () => goTo(1) },
    { keys: 'Ctrl+End', run: () => goTo(pages) },
  ])
  const found = worstFirst(rendered.data?.checks ?? [])
  const isBlocked = found.some(({ level }) => level === 'stop')
  return (
    <div className={css.tab}>
      <ContentsPane volumes={volumes} volume={volume} onVolume={(next) => { setVolume(next); setPage(1) }} rendered={rendered.data ?? null} page={page} goTo={goTo} />
      <div className={css.viewer}>
        <ViewerBar
          page={page} pages={pages} goTo={goTo} zoom={zoom} onZoom={zoomBy} onFit={fit}
          exported={exported} canExport={!isBlocked && isSaved && rendered.data !== undefined} onExport={(format) => exportTo(`${projectNo ?? bid.title} ${volumeName(volume, 'zh-CN')}`, format)} onShow={showFile} onPrint={canPrint ? () => setPrinting(true) : null}
        />
        <SettingProgress isRunning={rendered.isFetching} onCancel={cancel} />
        <div className={css.pages} ref={scroller} tabIndex={0} role="tabpanel" aria-label={m.doc_preview()} aria-busy={rendered.isFetching}>
          {rendered.isError && <p className={css.failed}>{m.doc_failed()} <button type="button" onClick={() => void rendered.refetch()}>{m.bids_retry()}</button></p>}
          {rendered.data === undefined && !rendered.isError && !rendered.isFetching && <p className={css.muted}>{m.doc_cancelled()} <button type="button" onClick={() => void rendered.refetch()}>{m.bids_retry()}</button></p>}
          {rendered.data !== undefined && (
            <Suspense fallback={<p className={css.muted}>{m.doc_rendering()}</p>}>
              <PdfPages pdf={rendered.data.pdf} pageWidth={pageWidth} scroller={scroller} onPage={onPage} />
            </Suspense>
          )}
        </div>
      </div>
      {isPrinting && <PrintDialog title={volumeName(volume)} onClose={() => setPrinting(false)} write={(destination) => core.documents.print({ bidId: bid.id, volume, destination })} />}
      <aside className={css.side}>
        <VerdictCard flags={flags} />
        <ChecksList checks={found} bidId={bid.id} tenderId={tenderId} onField={focusTerm} pageOf={(form) => (form === '' ? 1 : (rendered.data?.outline.find(({ title }) => title === form)?.page ?? null))} goTo={goTo} />
        <MaterialsCard bidId={bid.id} deadline={deadline} />
        <TemplateCard bidId={bid.id} />
        <TermsForm terms={terms} edit={edit} />
        <PrintoutsCard bidId={bid.id} name={projectNo ?? bid.title} canPrint={isSaved} />
      </aside>
    </div>
  )
}

const levels: Record<Check['level'], number> = { stop: 0, warn: 1, pass: 2 }

function worstFirst(checks: readonly Check[]): Check[] {
  return [...checks].sort((a, b) => levels[a.level] - levels[b.level])
}

function useRendered(bid: Bid, volume: PrintableVolume) {
  const core = useCore()
  const queries = useQueryClient()
  const queryKey = ['bids', 'document', bid.id, volume, bid.version]
  const rendered = useQuery({
    queryKey,
    queryFn: ({ signal }) => core.documents.render({ bidId: bid.id, volume }, { signal }),
    // The company's profile is printed too and may have changed meanwhile.
    staleTime: 0,
    gcTime: 60_000,
    structuralSharing: false,
    placeholderData: (before, query) => (query?.queryKey[3] === volume ? before : undefined),
  })
  return { rendered, cancel: () => void queries.cancelQueries({ queryKey }) }
}

function focusTerm(field: string): void {
  const target = document.getElementById(`terms-${field}`)
  const input = target instanceof HTMLInputElement || target instanceof HTMLSelectElement ? target : target?.querySelector<HTMLElement>('input, select, button')
  input?.focus()
}
