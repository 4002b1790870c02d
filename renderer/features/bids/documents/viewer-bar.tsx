import { Button } from '@mantine/core'
import { IconFileExport, IconFileTypeDocx, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import type { ExportState } from '#renderer/features/bids/documents/use-export.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { FileFormat } from '#shared/documents/contract.ts'
import css from '#renderer/features/bids/documents/documents.module.css'

type ViewerBarProps = {
  page: number
  pages: number
  goTo: (page: number) => void
  zoom: number
  onZoom: (direction: 1 | -1) => void
  onFit: () => void
  exported: ExportState
  /** Nothing stops the files, and what is shown is what is stored. */
  canExport: boolean
  onExport: (format: FileFormat) => void
  onShow: () => void
  /** Null while there is nothing to print. */
  onPrint: (() => void) | null
}

/** Page, zoom and the ways out of the preview. */
export function ViewerBar({ page, pages, goTo, zoom, onZoom, onFit, exported, canExport, onExport, onShow, onPrint }: ViewerBarProps) {
  const isRunning = (format: FileFormat) => exported.kind === 'running' && exported.format === format
  return (
    <div className={css.viewerBar}>
      <PageField page={page} pages={pages} goTo={goTo} />
      <span className={css.zoom}>
        <button type="button" aria-label={m.doc_zoom_out()} title="Ctrl −" onClick={() => onZoom(-1)}>−</button>
        <button type="button" title="Ctrl 0" onClick={onFit}>{zoom === 1 ? m.doc_fit() : `${Math.round(zoom * 100)}%`}</button>
        <button type="button" aria-label={m.doc_zoom_in()} title="Ctrl +" onClick={() => onZoom(1)}>+</button>
      </span>
      <ExportStatus state={exported} onShow={onShow} />
      <Button variant="default" leftSection={<IconPrinter size={16} />} title="Ctrl P" disabled={onPrint === null} onClick={() => onPrint?.()}>{m.doc_print()}</Button>
      <Button variant="default" leftSection={<IconFileTypeDocx size={16} />} disabled={!canExport} loading={isRunning('word')} onClick={() => onExport('word')}>{m.doc_export_word()}</Button>
      <Button leftSection={<IconFileExport size={16} />} disabled={!canExport} loading={isRunning('pdf')} onClick={() => onExport('pdf')}>{m.doc_export()}</Button>
    </div>
  )
}

/** The page in sight; a number typed and Enter goes there. */
function PageField({ page, pages, goTo }: Pick<ViewerBarProps, 'page' | 'pages' | 'goTo'>) {
  const [typed, setTyped] = useState<string | null>(null)
  const go = () => {
    const wanted = Number(typed)
    if (typed !== null && Number.isInteger(wanted) && wanted >= 1 && wanted <= pages) goTo(wanted)
    setTyped(null)
  }
  return (
    <label className={css.pageField}>
      <input
        inputMode="numeric" aria-label={m.doc_page_number()} value={typed ?? String(page)} onFocus={(event) => event.target.select()} onChange={(event) => setTyped(event.target.value)} onBlur={go}
        onKeyDown={(event) => {
          if (event.key === 'Enter') go()
          if (event.key === 'Escape') setTyped(null)
        }}
      />
      <span>/ {pages}</span>
    </label>
  )
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
