import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useNow } from '#renderer/app/clock.tsx'
import { useLocale } from '#renderer/app/i18n.tsx'
import { categoryName } from '#renderer/components/cost-category.ts'
import { EmptyState } from '#renderer/components/empty-state/empty-state.tsx'
import { formatPercent, formatYuan } from '#renderer/components/money-input/format-money.ts'
import { PageHeader } from '#renderer/components/page-header/page-header.tsx'
import { ScrollRegion } from '#renderer/components/scroll-region/scroll-region.tsx'
import { ProgrammeForm } from '#renderer/features/programmes/programme-form.tsx'
import { useProgrammeChanges, useProgrammes } from '#renderer/features/programmes/queries.ts'
import { confidenceName, statusName } from '#renderer/features/programmes/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import { beijingDay } from '#shared/calendar/beijing-time.ts'
import { type Programme, type ProgrammeDraft, isSecured, statusOf } from '#shared/programmes/programme.ts'
import css from '#renderer/features/programmes/programmes.module.css'

const emptyDraft = (name: string): ProgrammeDraft => ({ name, region: '', categories: ['compute'], share: null, cap: null, yearlyCap: null, from: null, until: null, payoutDelayMonths: null, evidence: null, isApproved: false, source: null, confidence: 'unknown', note: null })

/** Sources of subsidy: what they give, until when, and which of them we hold in hand. */
export function ProgrammesScreen() {
  const programmes = useProgrammes()
  const { add, save, remove, addStarters, error } = useProgrammeChanges()
  const [chosen, setChosen] = useState<string | null>(null)
  const today = beijingDay(useNow(60_000))
  const rows = programmes.data ?? []
  const open = rows.find(({ id }) => id === chosen) ?? null
  const addNew = () => add.mutate(emptyDraft(m.programme_new_name()), { onSuccess: ({ id }) => setChosen(id) })
  const actions = (
    <>
      <Button size="xs" variant="default" disabled={addStarters.isPending} onClick={() => addStarters.mutate()}>{m.programme_starters()}</Button>
      <Button size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={addNew}>{m.programme_add()}</Button>
    </>
  )
  return (
    <>
      <PageHeader title={m.screen_programmes()} facts={[m.programme_purpose()]}><div className={css.actions}>{actions}</div></PageHeader>
      {error !== null && <p className={css.error} role="alert">{m.programme_failed()}</p>}
      {programmes.isSuccess && rows.length === 0 ? <EmptyState title={m.programme_none()} text={m.programme_none_hint()}>{actions}</EmptyState> : (
        <div className={css.screen}>
          <ScrollRegion label={m.screen_programmes()} className={css.list}><ProgrammeTable rows={rows} today={today} chosen={chosen} onChoose={setChosen} /></ScrollRegion>
          <ScrollRegion label={m.programme_details()} className={css.side}>
            {open === null ? <p className={css.hint}>{m.programme_choose()}</p> : <ProgrammeForm key={open.id} programme={open} today={today} onSave={(programme) => save.mutate(programme)} onRemove={() => { remove.mutate(open.id); setChosen(null) }} />}
          </ScrollRegion>
        </div>
      )}
    </>
  )
}

type ProgrammeTableProps = { rows: readonly Programme[]; today: string; chosen: string | null; onChoose: (id: string) => void }

function ProgrammeTable({ rows, today, chosen, onChoose }: ProgrammeTableProps) {
  const language = useLocale()
  return (
    <table className={css.table} aria-label={m.screen_programmes()}>
      <thead>
        <tr><th scope="col">{m.programme_name()}</th><th scope="col">{m.programme_region()}</th><th scope="col">{m.programme_categories()}</th><th scope="col">{m.programme_share()}</th><th scope="col">{m.programme_cap()}</th><th scope="col">{m.programme_window()}</th><th scope="col">{m.programme_hold()}</th><th scope="col">{m.programme_confidence()}</th></tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const status = statusOf(row, today)
          const cap = row.cap ?? row.yearlyCap
          return (
            <tr key={row.id} data-chosen={row.id === chosen || undefined} data-status={status} onClick={() => onChoose(row.id)}>
              <th scope="row"><button type="button" aria-pressed={row.id === chosen} onClick={() => onChoose(row.id)}>{row.name}</button></th>
              <td>{row.region}</td>
              <td>{row.categories.map(categoryName).join(m.verdict_names_join())}</td>
              <td>{row.share === null ? '?' : formatPercent(row.share, language, 0)}</td>
              <td>{cap === null ? '?' : formatYuan(cap, language, 0)}{row.cap === null && row.yearlyCap !== null && <small> {m.programme_a_year()}</small>}</td>
              <td><span className={css.badge} data-status={status}>{statusName(status)}</span></td>
              <td>{isSecured(row, today) ? m.programme_held() : m.programme_not_held()}</td>
              <td>{confidenceName(row.confidence)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
