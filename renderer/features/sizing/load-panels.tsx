import { Panel } from '#renderer/components/panel/panel.tsx'
import { Choice, NumberInput, OpenInput } from '#renderer/features/sizing/fields.tsx'
import { m } from '#renderer/paraglide/messages.js'
import { languageModels } from '#shared/sizing/catalogues.ts'
import type { Deployment, Load, Sizing } from '#shared/sizing/sizing.ts'
import css from '#renderer/features/sizing/sizing.module.css'

type PanelProps = { sizing: Sizing; change: (sizing: Sizing) => void }

/** Who asks how much, for how long. */
export function LoadPanel({ sizing, change }: PanelProps) {
  const { load } = sizing
  const put = (part: Partial<Load>) => change({ ...sizing, load: { ...load, ...part } })
  return (
    <Panel title={m.sizing_load()} hint={m.sizing_load_hint()}>
      <div className={css.fields}>
        <NumberInput label={m.sizing_users()} value={load.users} onCommit={(users) => put({ users })} />
        <NumberInput label={m.sizing_active_share()} value={load.activeShare} max={100} isPercent onCommit={(activeShare) => put({ activeShare })} />
        <NumberInput label={m.sizing_requests_per_day()} value={load.requestsPerDay} onCommit={(requestsPerDay) => put({ requestsPerDay })} />
        <NumberInput label={m.sizing_working_days()} value={load.workingDays} max={31} onCommit={(workingDays) => put({ workingDays })} />
        <NumberInput label={m.sizing_input_tokens()} value={load.inputTokens} onCommit={(inputTokens) => put({ inputTokens })} />
        <NumberInput label={m.sizing_output_tokens()} value={load.outputTokens} onCommit={(outputTokens) => put({ outputTokens })} />
        <NumberInput label={m.sizing_cache_share()} value={load.cacheShare} max={100} isPercent onCommit={(cacheShare) => put({ cacheShare })} />
        <NumberInput label={m.sizing_growth()} value={load.monthlyGrowth} min={-99} max={100} isPercent onCommit={(monthlyGrowth) => put({ monthlyGrowth })} />
        <NumberInput label={m.sizing_months()} value={String(sizing.months)} min={1} max={120} onCommit={(months) => change({ ...sizing, months: Math.round(Number(months)) })} />
        <NumberInput label={m.sizing_start_month()} value={String(sizing.startMonth)} max={600} onCommit={(startMonth) => change({ ...sizing, startMonth: Math.round(Number(startMonth)) })} />
        <NumberInput label={m.sizing_range_low()} value={load.rangeLow} max={1} onCommit={(rangeLow) => put({ rangeLow })} />
        <NumberInput label={m.sizing_range_high()} value={load.rangeHigh} min={1} max={100} onCommit={(rangeHigh) => put({ rangeHigh })} />
      </div>
    </Panel>
  )
}

/** What a private deployment is sized for, whatever it runs on. */
export function DeploymentPanel({ sizing, change }: PanelProps) {
  const { deployment } = sizing
  const put = (part: Partial<Deployment>) => change({ ...sizing, deployment: { ...deployment, ...part } })
  return (
    <Panel title={m.sizing_deployment()} hint={m.sizing_deployment_hint()}>
      <div className={css.fields}>
        <Choice label={m.sizing_model()} isWide value={deployment.modelId ?? ''} options={[{ value: '', label: m.sizing_choose_card() }, ...languageModels.map(({ id, name }) => ({ value: id, label: name }))]} onChange={(modelId) => put({ modelId: modelId === '' ? null : modelId })} />
        <NumberInput label={m.sizing_bytes_per_weight()} value={deployment.bytesPerWeight} min={0.1} max={8} onCommit={(bytesPerWeight) => put({ bytesPerWeight })} />
        <NumberInput label={m.sizing_bytes_per_cache()} value={deployment.bytesPerCacheValue} min={0.1} max={8} onCommit={(bytesPerCacheValue) => put({ bytesPerCacheValue })} />
        <NumberInput label={m.sizing_overhead()} value={deployment.overheadShare} max={1000} isPercent onCommit={(overheadShare) => put({ overheadShare })} />
        <NumberInput label={m.sizing_peak_factor()} value={deployment.peakFactor} min={1} max={100} onCommit={(peakFactor) => put({ peakFactor })} />
        <NumberInput label={m.sizing_hours()} value={deployment.hoursPerDay} min={0.1} max={24} onCommit={(hoursPerDay) => put({ hoursPerDay })} />
        <NumberInput label={m.sizing_seconds()} value={deployment.secondsPerRequest} min={0.1} onCommit={(secondsPerRequest) => put({ secondsPerRequest })} />
        <NumberInput label={m.sizing_pue()} value={deployment.pue} min={1} max={5} onCommit={(pue) => put({ pue })} />
        <OpenInput label={m.sizing_power_price()} value={deployment.powerPrice} onCommit={(powerPrice) => put({ powerPrice })} />
        <OpenInput label={m.sizing_hosting()} value={deployment.hostingPerServer} onCommit={(hostingPerServer) => put({ hostingPerServer })} />
        <NumberInput label={m.sizing_people()} value={deployment.people} onCommit={(people) => put({ people })} />
        <OpenInput label={m.sizing_person_cost()} value={deployment.costPerPerson} onCommit={(costPerPerson) => put({ costPerPerson })} />
      </div>
    </Panel>
  )
}
