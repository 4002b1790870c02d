import { ActionIcon } from '@mantine/core'
import { IconFileExport, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useCore } from '#renderer/app/core.tsx'
import { PrintDialog } from '#renderer/components/print/print-dialog.tsx'
import { useExport } from '#renderer/features/bids/documents/use-export.ts'
import { m } from '#renderer/paraglide/messages.js'
import css from '#renderer/features/bids/documents/documents.module.css'

const printouts = ['seals', 'internal'] as const
type OwnPrintout = (typeof printouts)[number]

function printoutName(printout: OwnPrintout, locale?: 'zh-CN'): string {
  const options = locale === undefined ? {} : { locale }
  return printout === 'seals' ? m.printout_seals({}, options) : m.printout_internal({}, options)
}

/** What is printed for ourselves: the seals and signatures to make before binding, and the sheet approvers decide by. */
export function PrintoutsCard({ bidId, name, canPrint }: { bidId: string; name: string; canPrint: boolean }) {
  return (
    <section className={css.card} aria-label={m.printouts_title()}>
      <h2>{m.printouts_title()}</h2>
      {printouts.map((printout) => <PrintoutRow key={printout} bidId={bidId} name={name} printout={printout} canPrint={canPrint} />)}
    </section>
  )
}

function PrintoutRow({ bidId, name, printout, canPrint }: { bidId: string; name: string; printout: OwnPrintout; canPrint: boolean }) {
  const core = useCore()
  const [isPrinting, setPrinting] = useState(false)
  const [state, exportTo, showFile] = useExport(bidId, printout)
  const title = printoutName(printout)
  return (
    <>
      <div className={css.printout}>
        <span>{title}</span>
        <ActionIcon variant="default" disabled={!canPrint} title={m.doc_print()} aria-label={m.printout_print({ name: title })} onClick={() => setPrinting(true)}><IconPrinter size={16} /></ActionIcon>
        <ActionIcon variant="default" disabled={!canPrint} loading={state.kind === 'running'} title={m.doc_export()} aria-label={m.printout_export({ name: title })} onClick={() => exportTo(`${name} ${printoutName(printout, 'zh-CN')}`, 'pdf')}><IconFileExport size={16} /></ActionIcon>
      </div>
      {state.kind === 'done' && <p className={css.printoutSaid} role="status">{m.doc_exported({ name: state.name, pages: state.pages })} <button type="button" onClick={showFile}>{m.doc_show_file()}</button></p>}
      {state.kind === 'blocked' && <p className={css.printoutSaid} role="status">{m.doc_blocked_now()}</p>}
      {state.kind === 'failed' && <p className={css.printoutSaid} role="status">{m.doc_write_failed({ reason: state.reason })}</p>}
      {isPrinting && <PrintDialog title={title} onClose={() => setPrinting(false)} write={(destination) => core.documents.print({ bidId, volume: printout, destination })} />}
    </>
  )
}
