import { Button, Skeleton } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useCore, useShell } from '#renderer/app/core.tsx'
import { useLocale } from '#renderer/app/i18n.tsx'
import { notifyDone, notifyFailure } from '#renderer/app/undo.tsx'
import { EmptyState } from '#renderer/components/empty-state/empty-state.tsx'
import { ReportButton } from '#renderer/components/print/report-button.tsx'
import { PageHeader } from '#renderer/components/page-header/page-header.tsx'
import { Behind, OpenContext, type Opened } from '#renderer/features/portfolio/behind.tsx'
import { Breakdown } from '#renderer/features/portfolio/breakdown.tsx'
import { LossesSection } from '#renderer/features/portfolio/losses.tsx'
import { MarketSection } from '#renderer/features/portfolio/market.tsx'
import { Pipeline } from '#renderer/features/portfolio/pipeline.tsx'
import { ParityOverTime } from '#renderer/features/portfolio/parity-over-time.tsx'
import { Overview } from '#renderer/features/portfolio/overview.tsx'
import { portfolioReport } from '#renderer/features/portfolio/report.ts'
import { exportHeadings, exportWords } from '#renderer/features/portfolio/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import css from '#renderer/features/portfolio/portfolio.module.css'

/** What is in play, won and lost, and the market around it. Every figure opens what it counts. */
export function PortfolioScreen() {
  useLocale()
  const core = useCore()
  const [, navigate] = useLocation()
  const [opened, setOpened] = useState<Opened | null>(null)
  const bids = useQuery({ queryKey: ['portfolio', 'bids'], queryFn: ({ signal }) => core.portfolio.bids(undefined, { signal }), staleTime: 0 })
  const exporting = useExport()
  const [currency, setCurrency] = useState<string | null>(null)
  if (bids.isError) {
    return (
      <EmptyState title={m.portfolio_failed()}>
        <Button onClick={() => void bids.refetch()}>{m.bids_retry()}</Button>
      </EmptyState>
    )
  }
  const own = bids.data ?? []
  const chosen = opened?.kind === 'bids' ? [...opened.ids] : null
  return (
    <OpenContext value={setOpened}>
      <div className={css.screen}>
        <PageHeader title={m.screen_portfolio()} facts={[m.portfolio_purpose()]}>
          <Button variant="default" disabled={own.length === 0} loading={exporting.isPending} onClick={() => exporting.mutate({ format: 'csv', bidIds: chosen })}>{chosen === null ? m.portfolio_export() : m.portfolio_export_some({ count: chosen.length })}</Button>
          <Button variant="default" disabled={own.length === 0} loading={exporting.isPending} onClick={() => exporting.mutate({ format: 'xlsx', bidIds: chosen })}>{m.portfolio_export_workbook()}</Button>
          <ReportButton title={m.portfolio_print_name()} isDisabled={bids.data === undefined} report={() => portfolioReport(currency)} />
        </PageHeader>
        <div className={css.main}>
          <div className={css.scroll}>
            {bids.data === undefined && <Skeleton height={240} />}
            {bids.data !== undefined && own.length === 0 && (
              <section className={css.card}>
                <p className={css.buttons}>{m.portfolio_empty()} <Button size="compact-sm" onClick={() => navigate('/tenders')}>{m.portfolio_to_tenders()}</Button></p>
              </section>
            )}
            {own.length > 0 && (
              <>
                <Overview bids={own} />
                <Pipeline bids={own} />
                <div className={css.columns}>
                  <div className={css.stack}>
                    <Breakdown bids={own} />
                    <ParityOverTime bids={own} />
                  </div>
                  <LossesSection bids={own} />
                </div>
              </>
            )}
            <MarketSection currency={currency} onCurrency={setCurrency} />
          </div>
          {opened !== null && <Behind opened={opened} bids={own} onClose={() => setOpened(null)} />}
        </div>
      </div>
    </OpenContext>
  )
}

function useExport() {
  const core = useCore()
  const shell = useShell()
  return useMutation({
    mutationFn: async ({ format, bidIds }: { format: 'csv' | 'xlsx'; bidIds: string[] | null }) => {
      const file = await shell.chooseDestination(`${m.portfolio_export_name()}.${format}`)
      return file === null ? null : core.portfolio.export({ destination: file.token, bidIds, format, sheetName: m.portfolio_export_name(), headings: exportHeadings(), words: exportWords() })
    },
    onSuccess: (done) => {
      if (done !== null) notifyDone(m.portfolio_exported({ rows: done.rows, name: done.fileName }))
    },
    onError: () => notifyFailure(m.portfolio_export_failed()),
  })
}
