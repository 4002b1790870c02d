import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { memo, type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { createSight, isInSight, type Sight } from '#renderer/components/pdf-pages/sight.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { BinaryFile } from '#shared/documents/contract.ts'
import css from './pdf-pages.module.css'

GlobalWorkerOptions.workerSrc = new URL('pdfjs-dist/legacy/build/pdf.worker.min.mjs', import.meta.url).href
let reader: PDFWorker | undefined

/** One for all files shown: a thread that has its program is worth keeping between two previews. */
function readingThread(): PDFWorker {
  if (reader === undefined) {
    reader = new PDFWorker()
    // Whoever opens a file with it hears of a thread that cannot start.
    reader.promise.catch(() => undefined)
  }
  return reader
}

type PdfPagesProps = {
  pdf: BinaryFile
  /** Pixels across one page. */
  pageWidth: number
  scroller: RefObject<HTMLElement | null>
  onPage: (page: number) => void
  /** Makes each page a button with its number below, as in a list of thumbnails. */
  onPick?: (page: number) => void
  /** The page to mark among thumbnails. */
  current?: number
}

/** The pages of the rendered file itself, so that the screen shows what the paper will. Only pages in sight are read and drawn. */
export const PdfPages = memo(function PdfPages({ pdf, pageWidth, scroller, onPage, onPick, current }: PdfPagesProps) {
  const [opened, hasFailed] = useOpened(pdf)
  const sight = useMemo(() => createSight(scroller, onPage), [scroller, onPage])
  if (hasFailed) return <p className={css.failed} role="alert">{m.doc_failed()}</p>
  return opened?.sizes.map((size, index) => {
    const number = index + 1
    const shown = <PdfPage key={number} opened={opened} number={number} size={size} width={pageWidth} scroller={scroller} sight={sight} />
    if (onPick === undefined) return shown
    return (
      <button key={number} type="button" className={css.thumbnail} aria-current={number === current ? 'page' : undefined} onClick={() => onPick(number)}>
        {shown}
        <span>{number}</span>
      </button>
    )
  })
})

type Size = { width: number; height: number }
/** `first`: the page a person looks at, which everything else waits for. */
type Opened = { document: PDFDocumentProxy; sizes: readonly Size[]; first: FirstPage }
type FirstPage = { isDrawn: Promise<void>; drawn: () => void }

/** What waits for the page in sight waits no longer than this: it may have been scrolled away. */
const patienceMs = 300

function firstPage(): FirstPage {
  let drawn = () => {}
  const isDrawn = new Promise<void>((resolve) => {
    drawn = resolve
    setTimeout(resolve, patienceMs)
  })
  return { isDrawn, drawn }
}

async function sizeOf(document: PDFDocumentProxy, number: number): Promise<Size> {
  const { width, height } = (await document.getPage(number)).getViewport({ scale: 1 })
  return { width, height }
}

/**
 * The newest file; the old one stays until it is open, so nothing flickers while typing. A page takes the room of the page before
 * it in its place, or of the first, until its own size is read: hundreds of them, after the page in sight is drawn.
 */
function useOpened(pdf: BinaryFile): [Opened | null, boolean] {
  const [opened, setOpened] = useState<Opened | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const shown = useRef<Opened | null>(null)
  useEffect(() => {
    let isCurrent = true
    const show = (next: Opened) => {
      shown.current = next
      setOpened(next)
      setFailed(false)
    }
    const load = async () => {
      // Glyphs as paths: every font given to the window would set all of its own text anew.
      const document = await getDocument({ data: new Uint8Array(await pdf.arrayBuffer()), worker: readingThread(), isEvalSupported: false, useSystemFonts: false, disableFontFace: true }).promise
      const first = await sizeOf(document, 1)
      if (!isCurrent) return document.loadingTask.destroy()
      const before = shown.current
      const next = { document, sizes: Array.from({ length: document.numPages }, (_, index) => before?.sizes[index] ?? first), first: firstPage() }
      show(next)
      await next.first.isDrawn
      await before?.document.loadingTask.destroy()
      const sizes = await Promise.all(next.sizes.map((_, index) => sizeOf(document, index + 1)))
      if (isCurrent && sizes.some((size, index) => size.width !== next.sizes[index]?.width || size.height !== next.sizes[index]?.height)) show({ ...next, sizes })
    }
    load().catch(() => { if (isCurrent) setFailed(true) })
    return () => { isCurrent = false }
  }, [pdf])
  useEffect(() => () => { void shown.current?.document.loadingTask.destroy() }, [])
  return [opened, hasFailed]
}

type PdfPageProps = { opened: Opened; number: number; size: Size; width: number; scroller: RefObject<HTMLElement | null>; sight: Sight }

function PdfPage({ opened: { document, first }, number, size, width, scroller, sight }: PdfPageProps) {
  const frame = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [isNear, setNear] = useState(false)
  const height = (width * size.height) / size.width
  useEffect(() => {
    return frame.current === null ? undefined : sight.watch(frame.current, { number, onNear: setNear })
  }, [number, sight])
  useEffect(() => {
    const target = canvas.current
    if (!isNear || target === null) return
    let stop: (() => void) | null = null
    let isWanted = true
    const draw = async () => {
      if (!isInSight(frame.current, scroller.current)) await first.isDrawn
      const page = await document.getPage(number)
      if (!isWanted) return
      const viewport = page.getViewport({ scale: (width / page.getViewport({ scale: 1 }).width) * Math.max(1, window.devicePixelRatio) })
      // Drawn out of sight and shown when it is whole: a page that changes never flashes white.
      const fresh = window.document.createElement('canvas')
      fresh.width = Math.round(viewport.width)
      fresh.height = Math.round(viewport.height)
      const task = page.render({ canvas: fresh, viewport })
      stop = () => task.cancel()
      await task.promise
      target.width = fresh.width
      target.height = fresh.height
      target.getContext('2d')?.drawImage(fresh, 0, 0)
      fresh.width = 0
      first.drawn()
    }
    // A cancelled drawing rejects; the next one is already on its way.
    draw().catch(() => undefined)
    return () => {
      isWanted = false
      stop?.()
    }
  }, [isNear, document, first, number, width, scroller])
  return (
    <div ref={frame} className={css.page} data-page={number} style={{ width, height }} role="img" aria-label={m.doc_page({ page: number })}>
      {isNear && <canvas ref={canvas} className={css.canvas} />}
    </div>
  )
}
