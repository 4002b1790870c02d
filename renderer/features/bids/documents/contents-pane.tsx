import { lazy, Suspense, useRef } from 'react'
import { useSessionState } from '#renderer/app/session.tsx'
import { volumeName } from '#renderer/features/bids/documents/volume-name.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { BinaryFile } from '#shared/documents/contract.ts'
import type { PrintableVolume } from '#shared/documents/volume.ts'
import css from '#renderer/features/bids/documents/documents.module.css'

const PdfPages = lazy(async () => ({ default: (await import('#renderer/components/pdf-pages/pdf-pages.tsx')).PdfPages }))

type Entry = { title: string; page: number; level: number }

type ContentsPaneProps = {
  /** Those the bid's template prints, in order. */
  volumes: readonly PrintableVolume[]
  volume: PrintableVolume
  onVolume: (volume: PrintableVolume) => void
  /** Null until the first pages are there. */
  rendered: { pdf: BinaryFile; pages: number; outline: readonly Entry[] } | null
  page: number
  goTo: (page: number) => void
}

const thumbnailWidth = 128
const ignorePage = () => undefined

/** Which volume, and where in it: its table of contents or its pages in small. */
export function ContentsPane({ volumes, volume, onVolume, rendered, page, goTo }: ContentsPaneProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const [view, setView] = useSessionState('bids.documents.contents', (kept) => (kept === 'pages' ? 'pages' : 'outline'))
  const outline = rendered?.outline ?? []
  const current = outline.findLast((entry) => entry.page <= page)
  return (
    <nav className={css.contents} aria-label={m.doc_contents()}>
      <div className={css.volumes} role="tablist" aria-label={m.doc_volume()} aria-orientation="vertical">
        {volumes.map((each) => <button key={each} type="button" role="tab" aria-selected={each === volume} onClick={() => onVolume(each)}>{volumeName(each)}</button>)}
      </div>
      <div className={css.views} role="group" aria-label={m.doc_contents_view()}>
        <button type="button" aria-pressed={view === 'outline'} onClick={() => setView('outline')}>{m.doc_outline()}</button>
        <button type="button" aria-pressed={view === 'pages'} onClick={() => setView('pages')}>{m.doc_thumbnails()}</button>
      </div>
      <div className={css.entries} ref={scroller}>
        {view === 'outline' && (
          <ol>
            {outline.map((entry, index) => (
              <li key={`${index}${entry.title}`} data-level={entry.level}>
                <button type="button" aria-current={entry === current ? 'true' : undefined} onClick={() => goTo(entry.page)}><span>{entry.title}</span><span>{entry.page}</span></button>
              </li>
            ))}
          </ol>
        )}
        {view === 'pages' && rendered !== null && (
          <Suspense>
            <PdfPages pdf={rendered.pdf} pageWidth={thumbnailWidth} scroller={scroller} onPage={ignorePage} onPick={goTo} current={page} />
          </Suspense>
        )}
      </div>
    </nav>
  )
}
