import { type KeyboardEvent, useRef } from 'react'
import { useLocation } from 'wouter'
import { useOpenPart } from '#renderer/app/part-to-open.ts'
import { useLocale } from '#renderer/app/i18n.tsx'
import { chartAmount } from '#renderer/components/charts/amounts.ts'
import { ChartScene, windowPalette } from '#renderer/components/charts/chart-scene.tsx'
import { belowShare } from '#shared/charts/histogram.ts'
import { formatPercent, formatProbability } from '#renderer/components/money-input/format-money.ts'
import { Panel } from '#renderer/components/panel/panel.tsx'
import { keyAmount, yuan } from '#renderer/features/risk/amounts.ts'
import { ChartBox, DataTable } from '#renderer/features/risk/chart-parts.tsx'
import { m } from '#renderer/paraglide/messages.js'
import { distributionScene } from '#shared/charts/distribution.ts'
import { tornadoAxisHeight, tornadoScene } from '#shared/charts/tornado.ts'
import type { EstimateResult } from '#shared/estimate/result.ts'
import type { Driver, Simulation } from '#shared/estimate/simulation.ts'
import css from '#renderer/features/risk/risk.module.css'

/** The figures of the simulation in one row. */
export function RiskFigures({ simulation, cap }: { simulation: Simulation; cap: string }) {
  const language = useLocale()
  const isOver = simulation.lossProbability > Number(cap)
  const quantiles = [['P10', simulation.p10], ['P50', simulation.p50], ['P80', simulation.p80], ['P90', simulation.p90]] as const
  return (
    <dl className={css.figures}>
      <div data-state={isOver ? 'bad' : undefined}>
        <dt>{m.exposure_loss()}</dt>
        <dd>{formatProbability(simulation.lossProbability, language)}</dd>
        <dd className={css.note}>{m.exposure_loss_cap({ cap: formatPercent(cap, language, 0) })}</dd>
      </div>
      {quantiles.map(([name, value]) => (
        <div key={name}>
          <dt>{m.exposure_cost_at({ name })}</dt>
          <dd>{keyAmount(value, language)}</dd>
          <dd className={css.note}>{m.exposure_cost_note({ share: name.slice(1) })}</dd>
        </div>
      ))}
      <div data-state={simulation.expectedShortfall5 < 0 ? 'bad' : undefined}>
        <dt>{m.exposure_shortfall()}</dt>
        <dd>{keyAmount(simulation.expectedShortfall5, language)}</dd>
        <dd className={css.note}>{m.exposure_shortfall_note()}</dd>
      </div>
    </dl>
  )
}

/** How often the cost lands where, against the revenue that must cover it. */
export function DistributionPanel({ simulation, result }: { simulation: Simulation; result: EstimateResult }) {
  const language = useLocale()
  const { costs, p10, p50, p90 } = simulation
  const limit = Number(result.netRevenue) + Number(result.vatRefund)
  const span = (costs.at(-1) ?? 1) - (costs[0] ?? 0)
  const short = (value: number) => chartAmount(value, language, span)
  const marks = [
    ...([['P10', p10], ['P50', p50], ['P90', p90]] as const).map(([name, value]) => ({ value, name: `${name} ${short(value)}`, kind: 'quantile' as const })),
    { value: limit, name: m.exposure_revenue({ amount: short(limit) }), kind: 'limit' as const },
  ]
  const first = costs[0] ?? 0
  const levels = Array.from({ length: 11 }, (_, index) => first + (span * index) / 10)
  return (
    <Panel title={m.exposure_distribution()} hint={m.exposure_distribution_hint()}>
      <ChartBox>{(width) => <ChartScene label={m.exposure_distribution_label({ p10: yuan(p10, language), p90: yuan(p90, language), revenue: yuan(limit, language) })} scene={distributionScene({ width, height: 210, costs, limit, marks, format: short, unit: m.exposure_unit() }, windowPalette)} />}</ChartBox>
      <p className={css.legend}><i data-tone="fine" />{m.exposure_covered()}<i data-tone="loss" />{m.exposure_uncovered()}</p>
      <DataTable label={m.exposure_distribution()} data={{ columns: [m.exposure_cost_up_to(), m.exposure_share_below()], rows: levels.map((level) => [yuan(level.toFixed(2), language), formatProbability(belowShare(costs, level), language)]) }} />
    </Panel>
  )
}

const rowHeight = 27
const shownDrivers = 8

/** What moves the profit, the strongest first; Enter opens its line under Cost. */
export function DriversPanel({ simulation, bidId }: { simulation: Simulation; bidId: string }) {
  const language = useLocale()
  const [, navigate] = useLocation()
  const openPart = useOpenPart()
  const list = useRef<HTMLOListElement>(null)
  const drivers = simulation.drivers.filter(({ varianceShare }) => varianceShare >= 0.0005).slice(0, shownDrivers)
  const ends = drivers.flatMap(({ profitAtLow, profitAtHigh }) => [profitAtLow, profitAtHigh])
  const span = Math.max(...ends, simulation.meanProfit) - Math.min(...ends, simulation.meanProfit)
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const at = buttons.findIndex((button) => button === document.activeElement)
    buttons[Math.min(buttons.length - 1, Math.max(0, at + step))]?.focus()
  }
  if (drivers.length === 0) return <Panel title={m.exposure_drivers()}><p className={css.notDrawn}>{m.exposure_certain()}</p></Panel>
  const bars = drivers.map((driver) => ({ key: `${driver.kind}${driver.id}`, atLow: driver.profitAtLow, atHigh: driver.profitAtHigh }))
  return (
    <Panel title={m.exposure_drivers()} hint={m.exposure_drivers_hint()}>
      <div className={css.tornado}>
        <ol ref={list} style={{ paddingBottom: tornadoAxisHeight }}>
          {drivers.map((driver) => (
            <li key={`${driver.kind}${driver.id}`} style={{ height: rowHeight }}>
              <button type="button" title={driverName(driver)} onKeyDown={onKey} onClick={() => { openPart('cost', driver.id); navigate(`/bids/${bidId}/cost`) }}>{driverName(driver)}</button>
              <span>{formatPercent(driver.varianceShare, language, 0)}</span>
            </li>
          ))}
        </ol>
        <ChartBox>{(width) => <ChartScene label={m.exposure_drivers_label({ profit: yuan(simulation.meanProfit, language) })} scene={tornadoScene({ width, rowHeight, bars, base: simulation.meanProfit, format: (value) => chartAmount(value, language, span), unit: m.exposure_unit() }, windowPalette)} />}</ChartBox>
      </div>
      <p className={css.legend}><i data-tone="low" />{m.exposure_low()}<i data-tone="high" />{m.exposure_high()}</p>
      <DataTable label={m.exposure_drivers()} data={{ columns: [m.exposure_driver(), m.exposure_variance(), m.exposure_profit_low(), m.exposure_profit_high()], rows: drivers.map((driver) => [driverName(driver), formatPercent(driver.varianceShare, language), yuan(driver.profitAtLow, language), yuan(driver.profitAtHigh, language)]) }} />
    </Panel>
  )
}

function driverName({ kind, name }: Driver): string {
  switch (kind) {
    case 'quantity': return m.exposure_driver_quantity({ name })
    case 'unit-cost': return m.exposure_driver_cost({ name })
    case 'risk': return m.exposure_driver_risk({ name })
  }
}
