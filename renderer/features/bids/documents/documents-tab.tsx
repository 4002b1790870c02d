import { Button } from '@mantine/core'
import { IconFileExport } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useRef, useState } from 'react'
import { useCore } from '#renderer/app/core.tsx'
import { useHotkeys } from '#renderer/app/hotkeys.ts'
import { useSessionState } from '#renderer/app/session.tsx'
import { useSize } from '#renderer/components/charts/use-size.ts'
import { ChecksList } from '#renderer/features/bids/documents/checks-list.tsx'
import { TermsForm } from '#renderer/features/bids/documents/terms-form.tsx'
import { type ExportState, safeFileName, useExport } from '#renderer/features/bids/documents/use-export.ts'
import { VerdictCard } from '#renderer/features/bids/verdict/verdict-card.tsx'
import { m } from '#renderer/paraglide/messages.js'
import type { Bid, BidTerms } from '#shared/bids/bid.ts'
import type { Flag } from '#shared/estimate/verdict.ts'
import type { Check } from '#shared/documents/check.ts'
import { PrintableVolume } from '#shared/documents/printable.ts'
import css from '#renderer/features/bids/documents/documents.module.css'

// The PDF reader is half a megabyte and only this tab needs it.
const PdfPages = lazy(async () => ({ default: (await import('#renderer/components/pdf-pages/pdf-pages.tsx')).PdfPages }))

type DocumentsTabProps = {
  bid: Bid
  tenderId: string
  projectNo: string | null
  terms: BidTerms
  flags: readonly Flag[]
  /** Core prints what is stored, so the preview waits for the save. */
  isSaved: boolean
  edit: (change: (terms: BidTerms) => BidTerms) => void
}

const zoomStep = 1.15

/** Each volume as it will be printed, what is still open, and the terms its forms state. */
export function DocumentsTab({ bid, tenderId, projectNo, terms, flags, isSaved, edit }: DocumentsTabProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const size = useSize(scroller, { width: 760, height: 600 })
  const [zoom, setZoom] = useState(1)
  const [page, setPage] = useState(1)
  const [volume, setVolume] = useSessionState(`bids.volume.${bid.id}`, (kept) => PrintableVolume.safeParse(kept).data ?? 'price')
  const rendered = useRendered(bid, volume)
  const [exported, exportTo, showFile] = useExport(bid.id, volume)
  const onPage = useCallback((next: number) => setPage(next), [])
  const pageWidth = Math.round(Math.max(320, Math.min(900, size.width - 64)) * zoom)
  const goTo = (target: number) => scroller.current?.querySelector(`[data-page="${target}"]`)?.scrollIntoView({ block: 'start' })
  const zoomBy = (factor: number) => setZoom((before) => Math.min(4, Math.max(0.4, before * factor)))
  useHotkeys([
    { keys: 'Ctrl+=', whileTyping: true, run: () => zoomBy(zoomStep) },
    { keys: 'Ctrl++', whileTyping: true, run: () => zoomBy(zoomStep) },
    { keys: 'Ctrl+-', whileTyping: true, run: () => zoomBy(1 / zoomStep) },
    { keys: 'Ctrl+0', whileTyping: true, run: () => setZoom(1) },
    { keys: 'PageDown', run: () => goTo(Math.min(rendered.data?.pages ?? 1, page + 1)) },
    { keys: 'PageUp', run: () => goTo(Math.max(1, page - 1)) },
  ])
  const found = worstFirst(rendered.data?.checks ?? [])
  const isBlocked = found.some(({ level }) => level === 'stop')
  const outline = rendered.data?.outline ?? []
  const current = outline.findLast((entry) => entry.page <= page)
  return (
    <div className={css.tab}>
      <nav className={css.contents} aria-label={m.doc_contents()}>
        <div className={css.volumes} role="tablist" aria-label={m.doc_volume()} aria-orientation="vertical">
          {PrintableVolume.options.map((each) => (
            <button key={each} type="button" role="tab" aria-selected={each === volume} onClick={() => { setVolume(each); setPage(1) }}>{volumeName(each)}</button>
          ))}
        </div>
        <p className={css.muted}>{rendered.data === undefined ? m.doc_rendering() : m.doc_pages({ count: rendered.data.pages })}</p>
        <ol>
          {outline.map((entry) => (
            <li key={`${entry.title}${entry.page}`}>
              <button type="button" aria-current={entry === current ? 'true' : undefined} onClick={() => goTo(entry.page)}><span>{entry.title}</span><span>{entry.page}</span></button>
            </li>
          ))}
        </ol>
      </nav>
      <div className={css.viewer}>
        <div className={css.viewerBar}>
          <span className={css.muted}>{m.doc_page({ page })}</span>
          <button type="button" aria-label={m.doc_zoom_out()} title="Ctrl −" onClick={() => zoomBy(1 / zoomStep)}>−</button>
          <button type="button" title="Ctrl 0" onClick={() => setZoom(1)}>{zoom === 1 ? m.doc_fit() : `${Math.round(zoom * 100)}%`}</button>
          <button type="button" aria-label={m.doc_zoom_in()} title="Ctrl +" onClick={() => zoomBy(zoomStep)}>+</button>
          <ExportStatus state={exported} onShow={showFile} />
          <Button leftSection={<IconFileExport size={16} />} disabled={isBlocked || !isSaved} loading={exported.kind === 'running'} onClick={() => exportTo(`${safeFileName(`${projectNo ?? bid.title} ${volumeName(volume, 'zh-CN')}`)}.pdf`)}>{m.doc_export()}</Button>
        </div>
        <div className={css.pages} ref={scroller} tabIndex={0} role="tabpanel" aria-label={m.doc_preview()} aria-busy={rendered.isFetching}>
          {rendered.isError && <p className={css.failed}>{m.doc_failed()} <button type="button" onClick={() => void rendered.refetch()}>{m.bids_retry()}</button></p>}
          {rendered.data !== undefined && (
            <Suspense fallback={<p className={css.muted}>{m.doc_rendering()}</p>}>
              <PdfPages pdf={rendered.data.pdf} pageWidth={pageWidth} scroller={scroller} onPage={onPage} />
            </Suspense>
          )}
        </div>
      </div>
      <aside className={css.side}>
        <VerdictCard flags={flags} />
        <ChecksList checks={found} bidId={bid.id} tenderId={tenderId} onField={focusTerm} />
        <TermsForm terms={terms} edit={edit} />
      </aside>
    </div>
  )
}

const levels: Record<Check['level'], number> = { stop: 0, warn: 1, pass: 2 }

function worstFirst(checks: readonly Check[]): Check[] {
  return [...checks].sort((a, b) => levels[a.level] - levels[b.level])
}

/** Files are named in Chinese whatever the window speaks: they are for the buyer. */
function volumeName(volume: PrintableVolume, locale?: 'zh-CN'): string {
  const options = locale === undefined ? {} : { locale }
  switch (volume) {
    case 'business': return m.volume_business({}, options)
    case 'technical': return m.volume_technical({}, options)
    case 'price': return m.volume_price({}, options)
  }
}

function useRendered(bid: Bid, volume: PrintableVolume) {
  const core = useCore()
  return useQuery({
    queryKey: ['bids', 'document', bid.id, volume, bid.version],
    queryFn: ({ signal }) => core.documents.render({ bidId: bid.id, volume }, { signal }),
    // The company's profile is printed too and may have changed meanwhile.
    staleTime: 0,
    gcTime: 60_000,
    structuralSharing: false,
    placeholderData: (before, query) => (query?.queryKey[3] === volume ? before : undefined),
  })
}

function ExportStatus({ state, onShow }: { state: ExportState; onShow: () => void }) {
  return (
    <span className={css.exported} role="status" data-kind={state.kind}>
      {state.kind === 'done' && <>{m.doc_exported({ name: state.name, pages: state.pages })} <button type="button" onClick={onShow}>{m.doc_show_file()}</button></>}
      {state.kind === 'blocked' && m.doc_blocked_now()}
      {state.kind === 'failed' && m.doc_write_failed({ reason: state.reason })}
    </span>
  )
}

function focusTerm(field: string): void {
  const target = document.getElementById(`terms-${field}`)
  const input = target instanceof HTMLDivElement ? target.querySelector('input') : target
  input?.focus()
}
