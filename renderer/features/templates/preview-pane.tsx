import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useRef } from 'react'
import { useCore } from '#renderer/app/core.tsx'
import { useSize } from '#renderer/components/charts/use-size.ts'
import { ScrollRegion } from '#renderer/components/scroll-region/scroll-region.tsx'
import { problemWords } from '#renderer/features/templates/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { PrintableVolume } from '#shared/documents/volume.ts'
import type { BidTemplate } from '#shared/templates/bid-template.ts'
import type { TemplateProblem } from '#shared/templates/contract.ts'
import css from '#renderer/features/templates/templates.module.css'

const PdfPages = lazy(async () => ({ default: (await import('#renderer/components/pdf-pages/pdf-pages.tsx')).PdfPages }))
const restMs = 300
const ignorePage = () => undefined

/** `formTitle` is empty for the cover. */
type PreviewPaneProps = { template: BidTemplate; volume: PrintableVolume; formTitle: string; bidId: string | null; problems: readonly TemplateProblem[] }

/** The pages as they will be printed, in step with the editing; while something is wrong it is named and the last good pages stay. */
export function PreviewPane({ template, volume, formTitle, bidId, problems }: PreviewPaneProps) {
  const core = useCore()
  const scroller = useRef<HTMLElement>(null)
  const { width } = useSize(scroller, { width: 520, height: 600 })
  const [rested] = useDebouncedValue(template, restMs)
  const preview = useQuery({
    queryKey: ['templates', 'preview', bidId, volume, rested],
    queryFn: ({ signal }) => core.templates.preview({ template: rested, volume, bidId }, { signal }),
    enabled: problems.length === 0,
    staleTime: 0,
    gcTime: 0,
    structuralSharing: false,
    placeholderData: (before) => before,
  })
  const pdf = preview.data?.pdf ?? null
  const page = formTitle === '' ? 1 : (preview.data?.outline.find(({ title }) => title.endsWith(`、${formTitle}`) || title === formTitle)?.page ?? null)
  useEffect(() => {
    if (page !== null) scroller.current?.querySelector(`[data-page="${page}"]`)?.scrollIntoView({ block: 'start' })
  }, [page])
  return (
    <div className={css.previewPane}>
      {problems.length > 0 && (
        <ul className={css.problems} role="alert" aria-label={m.tpl_problems()}>
          {problems.slice(0, 6).map((problem, index) => <li key={index}>{problemWords(problem)}</li>)}
          {problems.length > 6 && <li>{m.tpl_more_problems({ count: problems.length - 6 })}</li>}
        </ul>
      )}
      <ScrollRegion ref={scroller} className={css.pages ?? ''} label={m.doc_preview()}>
        {preview.isError && problems.length === 0 && <p className={css.failed}>{m.doc_failed()}</p>}
        {pdf === null && problems.length === 0 && !preview.isPending && <p className={css.muted}>{m.tpl_nothing_printed()}</p>}
        {pdf !== null && <Suspense><PdfPages pdf={pdf} pageWidth={Math.max(240, Math.round(width - 32))} scroller={scroller} onPage={ignorePage} /></Suspense>}
      </ScrollRegion>
    </div>
  )
}
