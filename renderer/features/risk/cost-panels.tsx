import { useMemo } from 'react'
import { useLocale } from '#renderer/app/i18n.tsx'
import { chartAmount } from '#renderer/components/charts/amounts.ts'
import { ChartScene, windowPalette } from '#renderer/components/charts/chart-scene.tsx'
import { Panel } from '#renderer/components/panel/panel.tsx'
import { keyAmount, yuan } from '#renderer/features/risk/amounts.ts'
import { ChartBox, DataTable, NotDrawn } from '#renderer/features/risk/chart-parts.tsx'
import { categoryName } from '#renderer/components/cost-category.ts'
import { m } from '#renderer/paraglide/messages.js'
import { cashFlowScene } from '#shared/charts/cash-flow.ts'
import { type BreakdownRow, costBreakdownScene } from '#shared/charts/cost-breakdown.ts'
import type { Estimate } from '#shared/estimate/estimate.ts'
import type { EstimateResult } from '#shared/estimate/result.ts'
import { costByCategory } from '#shared/risk/breakdown.ts'
import { cashSummary } from '#shared/risk/cash-summary.ts'
import css from '#renderer/features/risk/risk.module.css'

/** Money in and out month by month: how much must be advanced, until when, and what that costs. */
export function CashPanel({ estimate, today }: { estimate: Estimate; today: string }) {
  const language = useLocale()
  const cash = useMemo(() => cashSummary(estimate, today), [estimate, today])
  const months = cash.months.map(({ month, received, out, balance }) => ({ month, received: Number(received), out: Number(out), balance: Number(balance) }))
  const values = months.flatMap(({ received, out, balance }) => [received, -out, balance])
  const span = Math.max(0, ...values) - Math.min(0, ...values)
  const rows = cash.months.map(({ month, received, out, balance }) => [m.exposure_month({ month }), yuan(received, language), yuan(out, language), yuan(balance, language)])
  const monthText = (month: number) => m.exposure_month({ month })
  return (
    <Panel title={m.exposure_cash()} hint={m.exposure_cash_hint()}>
      <dl className={css.facts}>
        <div><dt>{m.exposure_peak()}</dt><dd>{keyAmount(cash.peakNeed, language)}{cash.peakMonth !== null && <small>{monthText(cash.peakMonth)}</small>}</dd></div>
        <div><dt>{m.exposure_pay_back()}</dt><dd>{payBackText(cash.payBackMonth, cash.peakMonth, monthText)}</dd></div>
        <div><dt>{m.exposure_finance()}</dt><dd>{keyAmount(cash.financing, language)}</dd></div>
      </dl>
      {estimate.payment.length === 0 ? <NotDrawn text={m.exposure_no_payment()} /> : (
        <ChartBox>
          {(width) => (
            <ChartScene label={m.exposure_cash_label({ peak: yuan(cash.peakNeed, language), finance: yuan(cash.financing, language) })} scene={cashFlowScene({ width, height: 190, months, peakMonth: cash.peakMonth, peakName: m.exposure_peak_mark({ amount: chartAmount(-Number(cash.peakNeed), language, span) }), format: (value) => chartAmount(value, language, span), unit: m.exposure_unit() }, windowPalette)} />
          )}
        </ChartBox>
      )}
      <p className={css.legend}><i data-tone="received" />{m.exposure_received()}<i data-tone="paid" />{m.exposure_paid()}<i data-tone="balance" />{m.exposure_balance()}</p>
      <DataTable label={m.exposure_cash()} data={{ columns: [m.exposure_month_column(), m.exposure_received(), m.exposure_paid(), m.exposure_balance()], rows }} />
    </Panel>
  )
}

function payBackText(payBack: number | null, peak: number | null, monthText: (month: number) => string): string {
  if (payBack === null) return m.exposure_pay_back_never()
  return peak === null ? m.exposure_pay_back_none() : monthText(payBack)
}

/** Where the cost comes from: by category, and as the layers each of which contains the one before. */
export function BreakdownPanel({ estimate, result, today }: { estimate: Estimate; result: EstimateResult; today: string }) {
  const language = useLocale()
  const categories = useMemo(() => costByCategory(estimate, today), [estimate, today])
  const figure = (amount: string | number) => keyAmount(amount, language)
  const rows: BreakdownRow[] = categories.map(({ category, incremental, allocated, total }) => ({ key: category, name: categoryName(category), figure: figure(total), parts: [{ tone: 'incremental', amount: Number(incremental) }, { tone: 'allocated', amount: Number(allocated) }] }))
  const layers = layerRows(result, figure)
  const value = Number(result.netRevenue) + Number(result.vatRefund)
  return (
    <Panel title={m.exposure_breakdown()} hint={m.exposure_breakdown_hint()}>
      <h3 className={css.subhead}>{m.exposure_by_layer()}</h3>
      <ChartBox>{(width) => <ChartScene label={m.exposure_by_layer()} scene={costBreakdownScene({ width, rows: layers, line: { value, name: m.exposure_revenue({ amount: figure(value) }) } }, windowPalette)} />}</ChartBox>
      <h3 className={css.subhead}>{m.exposure_by_category()}</h3>
      <ChartBox>{(width) => <ChartScene label={m.exposure_by_category()} scene={costBreakdownScene({ width, rows }, windowPalette)} />}</ChartBox>
      <p className={css.legend}><i data-tone="incremental" />{m.nature_incremental()}<i data-tone="allocated" />{m.nature_allocated()}<i data-tone="overhead" />{m.subtotal_overhead()}<i data-tone="contingency" />{m.subtotal_contingency()}</p>
      <DataTable label={m.exposure_by_category()} data={{ columns: [m.cost_category(), m.nature_incremental(), m.nature_allocated(), m.exposure_total()], rows: categories.map(({ category, incremental, allocated, total }) => [categoryName(category), yuan(incremental, language), yuan(allocated, language), yuan(total, language)]) }} />
    </Panel>
  )
}

function layerRows({ incrementalCost, fulfilmentCost, expectedCost, overhead, contingency }: EstimateResult, figure: (amount: string) => string): BreakdownRow[] {
  const incremental = { tone: 'incremental', amount: Number(incrementalCost) } as const
  const allocated = { tone: 'allocated', amount: Number(fulfilmentCost) - Number(incrementalCost) } as const
  const general = [{ tone: 'overhead', amount: Number(overhead) }, { tone: 'contingency', amount: Number(contingency) }] as const
  return [
    { key: 'incremental', name: m.subtotal_incremental_cost(), figure: figure(incrementalCost), parts: [incremental] },
    { key: 'fulfilment', name: m.subtotal_fulfilment_cost(), figure: figure(fulfilmentCost), parts: [incremental, allocated] },
    { key: 'full', name: m.subtotal_expected_cost(), figure: figure(expectedCost), parts: [incremental, allocated, ...general] },
  ]
}
