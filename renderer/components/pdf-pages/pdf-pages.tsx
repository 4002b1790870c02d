import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { memo, type RefObject, useEffect, useRef, useState } from 'react'
import { m } from '#renderer/paraglide/messages.js'
import type { BinaryFile } from '#shared/documents/contract.ts'
import css from './pdf-pages.module.css'

GlobalWorkerOptions.workerSrc = new URL('pdfjs-dist/legacy/build/pdf.worker.min.mjs', import.meta.url).href

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

/** The pages of the rendered file itself, so that the screen shows what the paper will. Only pages in sight are drawn. */
export const PdfPages = memo(function PdfPages({ pdf, pageWidth, scroller, onPage, onPick, current }: PdfPagesProps) {
  const [pages, hasFailed] = usePages(pdf)
  if (hasFailed) return <p className={css.failed} role="alert">{m.doc_failed()}</p>
  return pages.map((page) => {
    const number = page.pageNumber
    const shown = <PdfPage key={number} page={page} width={pageWidth} scroller={scroller} onPage={onPage} />
    if (onPick === undefined) return shown
    return (
      <button key={number} type="button" className={css.thumbnail} aria-current={number === current ? 'page' : undefined} onClick={() => onPick(number)}>
        {shown}
        <span>{number}</span>
      </button>
    )
  })
})

/** The pages of the newest file; the old ones stay until it is ready, so nothing flickers while typing. */
function usePages(pdf: BinaryFile): [readonly PDFPageProxy[], boolean] {
  const [pages, setPages] = useState<readonly PDFPageProxy[]>([])
  const [hasFailed, setFailed] = useState(false)
  const shown = useRef<PDFDocumentProxy | null>(null)
  useEffect(() => {
    let isCurrent = true
    const load = async () => {
      const document = await getDocument({ data: new Uint8Array(await pdf.arrayBuffer()), isEvalSupported: false, useSystemFonts: false }).promise
      const loaded = await Promise.all(Array.from({ length: document.numPages }, (_, index) => document.getPage(index + 1)))
      if (!isCurrent) return document.loadingTask.destroy()
      const before = shown.current
      shown.current = document
      setPages(loaded)
      setFailed(false)
      await before?.loadingTask.destroy()
    }
    load().catch(() => { if (isCurrent) setFailed(true) })
    return () => { isCurrent = false }
  }, [pdf])
  useEffect(() => () => { void shown.current?.loadingTask.destroy() }, [])
  return [pages, hasFailed]
}

type PdfPageProps = { page: PDFPageProxy; width: number; scroller: RefObject<HTMLElement | null>; onPage: (page: number) => void }

function PdfPage({ page, width, scroller, onPage }: PdfPageProps) {
  const frame = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [isNear, setNear] = useState(false)
  const natural = page.getViewport({ scale: 1 })
  const height = (width * natural.height) / natural.width
  useEffect(() => {
    if (frame.current === null) return
    const near = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting === true), { root: scroller.current, rootMargin: '600px 0px' })
    const middle = new IntersectionObserver(([entry]) => { if (entry?.isIntersecting === true) onPage(page.pageNumber) }, { root: scroller.current, rootMargin: '-45% 0px -54% 0px' })
    near.observe(frame.current)
    middle.observe(frame.current)
    return () => {
      near.disconnect()
      middle.disconnect()
    }
  }, [page, scroller, onPage])
  useEffect(() => {
    const target = canvas.current
    if (!isNear || target === null) return
    const viewport = page.getViewport({ scale: (width / natural.width) * Math.max(1, window.devicePixelRatio) })
    // Drawn out of sight and shown when it is whole: a page that changes never flashes white.
    const fresh = window.document.createElement('canvas')
    fresh.width = Math.round(viewport.width)
    fresh.height = Math.round(viewport.height)
    const task = page.render({ canvas: fresh, viewport })
    const show = () => {
      target.width = fresh.width
      target.height = fresh.height
      target.getContext('2d')?.drawImage(fresh, 0, 0)
      fresh.width = 0
    }
    // A cancelled drawing rejects; the next one is already on its way.
    task.promise.then(show).catch(() => undefined)
    return () => task.cancel()
  }, [isNear, page, width, natural.width])
  return (
    <div ref={frame} className={css.page} data-page={page.pageNumber} style={{ width, height }} role="img" aria-label={m.doc_page({ page: page.pageNumber })}>
      {isNear && <canvas ref={canvas} className={css.canvas} />}
    </div>
  )
}
