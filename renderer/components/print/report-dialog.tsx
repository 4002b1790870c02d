import { Button } from '@mantine/core'
import { IconFileExport } from '@tabler/icons-react'
import { ORPCError } from '@orpc/client'
import { useMutation, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useRef } from 'react'
import { useCore, useShell } from '#renderer/app/core.tsx'
import { useSavedNotice } from '#renderer/app/saved-notice.tsx'
import { notifyFailure } from '#renderer/app/undo.tsx'
import { Dialog } from '#renderer/components/dialog/dialog.tsx'
import { useSize } from '#renderer/components/charts/use-size.ts'
import { PrintForm } from '#renderer/components/print/print-form.tsx'
import { ScrollRegion } from '#renderer/components/scroll-region/scroll-region.tsx'
import { m } from '#renderer/paraglide/messages.js'
import { TooLong } from '#shared/reports/contract.ts'
import type { Report } from '#shared/reports/report.ts'
import css from './print.module.css'

// The PDF reader is half a megabyte: only who prints waits for it.
const PdfPages = lazy(async () => ({ default: (await import('#renderer/components/pdf-pages/pdf-pages.tsx')).PdfPages }))
const ignorePage = () => undefined

type ReportDialogProps = { title: string; report: Report; onClose: () => void }

/** A report as it will be printed, page by page, beside the ways to paper and to a file. */
export function ReportDialog({ title, report, onClose }: ReportDialogProps) {
  const core = useCore()
  const scroller = useRef<HTMLElement>(null)
  const { width } = useSize(scroller, { width: 640, height: 560 })
  const rendered = useQuery({
    queryKey: ['reports', report],
    queryFn: ({ signal }) => core.reports.render({ report }, { signal }),
    staleTime: 0,
    gcTime: 0,
    retry: false,
    structuralSharing: false,
  })
  const saving = useSave(title, report)
  const { data } = rendered
  return (
    <Dialog onClose={onClose} size={1080} title={m.print_title({ title })}>
      <div className={css.report}>
        <ScrollRegion ref={scroller} className={css.pages ?? ''} label={m.doc_preview()}>
          {rendered.isError && <p className={css.failed} role="alert">{failureWords(rendered.error)}</p>}
          {data === undefined && !rendered.isError && <p className={css.waiting}>{m.doc_rendering()}</p>}
          {data !== undefined && <Suspense fallback={<p className={css.waiting}>{m.doc_rendering()}</p>}><PdfPages pdf={data.pdf} pageWidth={Math.max(240, Math.round(width - 32))} scroller={scroller} onPage={ignorePage} /></Suspense>}
        </ScrollRegion>
        <div className={css.order}>
          <p className={css.count} role="status">{data === undefined ? '' : m.report_pages({ pages: data.pages })}</p>
          {data !== undefined && data.missingGlyphs.length > 0 && <p className={css.failed}>{m.report_missing({ characters: data.missingGlyphs.join(' ') })}</p>}
          <PrintForm onClose={onClose} write={(destination) => core.reports.save({ report, destination })} isWaiting={data === undefined}>
            <Button variant="default" leftSection={<IconFileExport size={16} aria-hidden />} disabled={data === undefined} loading={saving.isPending} onClick={() => saving.mutate()}>{m.report_save()}</Button>
          </PrintForm>
        </div>
      </div>
    </Dialog>
  )
}

/** Asks for a place and lets core write the file there. */
function useSave(title: string, report: Report) {
  const core = useCore()
  const shell = useShell()
  const saved = useSavedNotice()
  return useMutation({
    mutationFn: async () => {
      const file = await shell.chooseDestination(`${title.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_').slice(0, 120)}.pdf`)
      return file === null ? null : { ...(await core.reports.save({ report, destination: file.token })), token: file.token }
    },
    onSuccess: (done) => {
      if (done !== null) saved(m.report_saved({ name: done.fileName, pages: done.pages }), done.token)
    },
    onError: () => notifyFailure(m.report_not_saved()),
  })
}

function failureWords(error: Error): string {
  const tooLong = error instanceof ORPCError && error.code === 'TOO_LONG' ? TooLong.safeParse(error.data).data : undefined
  return tooLong === undefined ? m.doc_failed() : m.report_too_long(tooLong)
}
