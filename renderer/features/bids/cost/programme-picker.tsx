import { useQuery } from '@tanstack/react-query'
import { useCore } from '#renderer/app/core.tsx'
import { m } from '#renderer/paraglide/messages.js'
import type { Subsidy } from '#shared/estimate/estimate.ts'
import { isSecured, isUsable, statusOf, subsidiesOf } from '#shared/programmes/programme.ts'
import css from '#renderer/features/bids/cost/cost-tab.module.css'

/** Subsidies from the programmes the company keeps; one of unknown share or cap cannot be counted with, and is not offered. */
export function ProgrammePicker({ today, onAdd }: { today: string; onAdd: (subsidies: Subsidy[]) => void }) {
  const core = useCore()
  const { data = [] } = useQuery({ queryKey: ['programmes', 'list'], queryFn: ({ signal }) => core.programmes.list(undefined, { signal }) })
  const usable = data.filter(isUsable)
  const add = (id: string) => {
    const programme = usable.find((one) => one.id === id)
    if (programme !== undefined) onAdd(subsidiesOf(programme, today, () => crypto.randomUUID()))
  }
  const state = (programme: (typeof usable)[number]) => (isSecured(programme, today) ? m.programme_held() : statusOf(programme, today) === 'closed' ? m.programme_closed() : m.programme_not_held())
  if (usable.length === 0) return null
  return (
    <select className={css.picker} aria-label={m.subsidy_from_programme()} value="" onChange={(event) => add(event.target.value)}>
      <option value="">{m.subsidy_from_programme()}</option>
      {usable.map((programme) => <option key={programme.id} value={programme.id}>{programme.region === '' ? '' : `${programme.region} · `}{programme.name} · {state(programme)}</option>)}
    </select>
  )
}
