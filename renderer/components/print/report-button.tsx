import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useHotkeys } from '#renderer/app/hotkeys.ts'
import { ReportDialog } from '#renderer/components/print/report-dialog.tsx'
import { m } from '#renderer/paraglide/messages.js'
import type { Report } from '#shared/reports/report.ts'

type ReportButtonProps = {
  /** What is printed, in the person's words; the file's name, too. */
  title: string
  /** As the screen stands when it is asked for. */
  report: () => Report
  isDisabled?: boolean
  /** Its sign alone, where there is no room for its name. */
  isIcon?: boolean
}

/** Prints what the screen shows, by button or Ctrl P. */
export function ReportButton({ title, report, isDisabled = false, isIcon = false }: ReportButtonProps) {
  const [shown, setShown] = useState<Report | null>(null)
  const open = () => {
    if (!isDisabled) setShown(report())
  }
  useHotkeys([{ keys: 'Ctrl+P', whileTyping: true, run: open }])
  return (
    <>
      {isIcon
        ? <Button variant="default" px={9} aria-label={m.doc_print()} title={`${m.doc_print()} Ctrl P`} disabled={isDisabled} onClick={open}><IconPrinter size={16} aria-hidden /></Button>
        : <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} title="Ctrl P" disabled={isDisabled} onClick={open}>{m.doc_print()}</Button>}
      {shown !== null && <ReportDialog title={title} report={shown} onClose={() => setShown(null)} />}
    </>
  )
}
