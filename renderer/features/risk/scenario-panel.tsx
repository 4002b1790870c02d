import { Button } from '@mantine/core'
import { keepPreviousData, useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useContestModel } from '#renderer/app/bid-contest.ts'
import { useCore } from '#renderer/app/core.tsx'
import { useLocale } from '#renderer/app/i18n.tsx'
import { Panel } from '#renderer/components/panel/panel.tsx'
import { itemName, itemUnit } from '#renderer/components/sizing-item.ts'
import { FlagChip } from '#renderer/components/flag-chip/flag-chip.tsx'
import { formatPercent, formatProbability, formatYuan, type Language } from '#renderer/components/money-input/format-money.ts'
import { m } from '#renderer/paraglide/messages.js'
import { assess, canSimulate } from '#shared/bids/assess.ts'
import type { Assessment } from '#shared/bids/assessment.ts'
import type { Bid } from '#shared/bids/bid.ts'
import { Decimal } from '#shared/decimal.ts'
import type { Estimate } from '#shared/estimate/estimate.ts'
import { type Scenario, scenariosOf } from '#shared/scenarios/scenarios.ts'
import { type ScenarioSettings, usualSettings } from '#shared/scenarios/settings.ts'
import { acceleratorOf } from '#shared/sizing/catalogues.ts'
import { localisationOf } from '#shared/sizing/localisation.ts'
import type { Tender } from '#shared/tenders/tender.ts'
import css from '#renderer/features/risk/risk.module.css'

const maker = { nameOf: itemName, unitOf: itemUnit, newId: () => crypto.randomUUID() }

type ScenarioPanelProps = { bid: Bid; tender: Tender; estimate: Estimate; today: string; edit: (change: (estimate: Estimate) => Estimate) => void }

/** What the bid would come to if something went otherwise, side by side; the bid itself stays as it is. */
export function ScenarioPanel({ bid, tender, estimate, today, edit }: ScenarioPanelProps) {
  const language = useLocale()
  const settings = estimate.scenarios ?? usualSettings
  const setSettings = (scenarios: ScenarioSettings) => edit((before) => ({ ...before, scenarios }))
  const { under } = useContestModel(bid.id, tender, bid.lotNo)
  const scenarios = useMemo(() => scenariosOf(estimate, settings, maker), [estimate, settings])
  const simulated = useSimulated(scenarios, today)
  const foreign = localisationOf(estimate).filter(({ origin }) => origin === 'foreign')
  const rows = scenarios.map((scenario, index) => ({ scenario, figures: assess({ estimate: scenario.estimate, lotNo: bid.lotNo, stage: bid.stage }, scenario.isPart ? unlimited(tender) : tender, today, simulated[index] ?? null, under) }))
  const base = rows[0]?.figures ?? null
  return (
    <Panel title={m.scenario_title()} hint={m.scenario_hint()} isWide>
      <table className={css.scenarios} aria-label={m.scenario_title()}>
        <thead>
          <tr><th scope="col">{m.scenario_case()}</th><th scope="col">{m.scenario_offer()}</th><th scope="col">{m.subtotal_profit()}</th><th scope="col">{m.scenario_change()}</th><th scope="col">{m.scenario_margin()}</th><th scope="col">{m.price_parity()}</th><th scope="col">{m.exposure_loss()}</th><th scope="col">{m.scenario_verdict()}</th><th scope="col" aria-label={m.scenario_take()} /></tr>
        </thead>
        <tbody>
          {rows.map(({ scenario, figures }) => (
            <tr key={`${scenario.id}${scenario.route ?? ''}`} data-base={scenario.id === 'base' || undefined}>
              <th scope="row"><ScenarioName scenario={scenario} estimate={estimate} settings={settings} onChange={setSettings} /></th>
              <td>{formatYuan(figures.offerTotal, language)}</td>
              <td>{figures.profit === null ? '—' : formatYuan(figures.profit, language)}</td>
              <td>{scenario.id === 'base' ? '' : changeText(figures, base, language)}</td>
              <td>{figures.margin === null ? '—' : formatPercent(figures.margin, language)}</td>
              <td>{figures.parity === null ? '—' : formatPercent(figures.parity, language)}</td>
              <td>{figures.lossProbability === null ? '—' : formatProbability(figures.lossProbability, language)}</td>
              <td><FlagChip verdict={figures.verdict} /></td>
              <td>{canTakeOver(scenario) && <Button size="compact-xs" variant="default" title={m.scenario_take_hint()} onClick={() => edit(() => scenario.estimate)}>{m.scenario_take()}</Button>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={css.scenarioNote}>{foreign.length === 0 ? m.scenario_domestic_none() : m.scenario_domestic_open({ count: foreign.length, names: foreign.map(({ line }) => line.name).join(m.verdict_names_join()) })}</p>
    </Panel>
  )
}

/** P(loss) of every scenario whose costs are known; null while it is being computed. */
function useSimulated(scenarios: readonly Scenario[], today: string): (number | null)[] {
  const core = useCore()
  const results = useQueries({
    queries: scenarios.map(({ estimate }) => ({
      queryKey: ['bids', 'simulation', estimate, today],
      queryFn: ({ signal }: { signal: AbortSignal }) => core.bids.simulate({ estimate }, { signal }),
      enabled: canSimulate(estimate, today),
      staleTime: Infinity,
      gcTime: 60_000,
      placeholderData: keepPreviousData,
    })),
  })
  return results.map(({ data }) => data?.lossProbability ?? null)
}

/** Part of the volume: the tender's limits are for the whole. */
const unlimited = (tender: Tender): Tender => ({ ...tender, ceiling: null, budget: null, lots: [] })

/** The bid is itself already, and a subsidy is secured by its letter, not by a click. */
const canTakeOver = ({ id }: Scenario): boolean => id !== 'base' && id !== 'subsidies-secured'

type NameProps = { scenario: Scenario; estimate: Estimate; settings: ScenarioSettings; onChange: (settings: ScenarioSettings) => void }

function ScenarioName({ scenario: { id, route }, estimate, settings, onChange }: NameProps) {
  const percent = (fraction: string) => new Decimal(fraction).times(100).toNumber()
  const fraction = (value: number) => new Decimal(value).div(100).toFixed()
  switch (id) {
    case 'base': return <>{m.scenario_base()}</>
    case 'no-subsidies': return <>{m.scenario_no_subsidies()}</>
    case 'subsidies-secured': return <>{m.scenario_subsidies()}</>
    case 'route': return <>{routeName(estimate, route)}</>
    case 'award-share': return <Adjusted name={m.scenario_share()} unit="%" value={percent(settings.awardShare)} min={1} max={100} onValue={(value) => onChange({ ...settings, awardShare: fraction(value) })} />
    case 'price-cut': return <Adjusted name={m.scenario_cut()} unit="%" value={percent(settings.priceCut)} min={0} max={99} onValue={(value) => onChange({ ...settings, priceCut: fraction(value) })} />
    case 'payment-delay': return <Adjusted name={m.scenario_delay()} unit={m.scenario_days()} value={settings.delayDays} min={0} max={1000} onValue={(delayDays) => onChange({ ...settings, delayDays })} />
  }
}

function routeName({ sizing }: Estimate, route: string | null): string {
  if (route === 'api') return m.scenario_route_api()
  const accelerator = acceleratorOf(sizing?.stacks.find(({ id }) => id === route)?.acceleratorId ?? null)
  if (accelerator === null) return m.scenario_route_private()
  return accelerator.isDomestic ? m.scenario_route_domestic({ name: accelerator.name }) : m.scenario_route_stack({ name: accelerator.name })
}

type AdjustedProps = { name: string; unit: string; value: number; min: number; max: number; onValue: (value: number) => void }

function Adjusted({ name, unit, value, min, max, onValue }: AdjustedProps) {
  const take = (text: string) => {
    const typed = Math.round(Number(text.normalize('NFKC')))
    if (text.trim() !== '' && Number.isFinite(typed)) onValue(Math.min(max, Math.max(min, typed)))
  }
  return (
    <label>{name} <input key={value} defaultValue={value} inputMode="numeric" onBlur={(event) => take(event.target.value)} onKeyDown={(event) => { if (event.key === 'Enter' && !event.nativeEvent.isComposing) take(event.currentTarget.value) }} /> {unit}</label>
  )
}

function changeText({ profit }: Assessment, base: Assessment | null, language: Language): string {
  if (profit === null || base?.profit === null || base === null) return '—'
  const difference = new Decimal(profit).minus(base.profit)
  const text = formatYuan(difference.toFixed(2), language)
  return difference.greaterThan(0) ? `+${text}` : text
}
