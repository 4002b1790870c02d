import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core'
import { IconTrash, IconUpload } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useNow } from '#renderer/app/clock.tsx'
import { useCore, useShell } from '#renderer/app/core.tsx'
import { Dialog } from '#renderer/components/dialog/dialog.tsx'
import { m } from '#renderer/paraglide/messages.js'
import { beijingDay } from '#shared/calendar/beijing-time.ts'
import { ExchangeRate } from '#shared/prices/exchange-rate.ts'
import css from '#renderer/features/prices/prices.module.css'

const ages = [30, 60, 90, 180, 365] as const

/** Dated exchange rates, by hand or from a list, and after how many days a price is asked about. */
export function RatesPanel({ onClose }: { onClose: () => void }) {
  const core = useCore()
  const shell = useShell()
  const queries = useQueryClient()
  const [notice, setNotice] = useState<string | null>(null)
  const rates = useQuery({ queryKey: ['prices', 'rates'], queryFn: ({ signal }) => core.prices.rates(undefined, { signal }) })
  const put = (next: ExchangeRate[]) => queries.setQueryData(['prices', 'rates'], next)
  const importRates = async () => {
    const [file] = await shell.files.choose('prices')
    if (file === undefined) return
    try {
      const { taken, rejected, rates: next } = await core.prices.importRates({ token: file.token })
      put(next)
      const [first] = rejected
      setNotice(first === undefined ? m.rates_imported({ count: taken }) : m.rates_imported_some({ count: taken, rejected: rejected.length, row: first.row, value: first.value }))
    } catch {
      setNotice(m.rates_not_a_list())
    }
  }
  return (
    <Dialog onClose={onClose} title={m.rates_title()} size={620}>
      <p className={css.hint}>{m.rates_hint()}</p>
      <RateForm onSave={async (rate) => put(await core.prices.saveRates({ rates: [rate] }))} />
      <div className={css.rates}>
        <table>
          <thead><tr><th>{m.rates_currency()}</th><th>{m.rates_day()}</th><th>{m.rates_rate()}</th><th>{m.price_source()}</th><th aria-label={m.rates_remove()} /></tr></thead>
          <tbody>
            {(rates.data ?? []).map((rate) => (
              <tr key={`${rate.currency} ${rate.day}`}>
                <td>{rate.currency}</td><td>{rate.day}</td><td className={css.end}>{rate.rate}</td><td>{rate.source}</td>
                <td><ActionIcon size="sm" variant="subtle" color="gray" aria-label={m.rates_remove_one({ currency: rate.currency, day: rate.day })} onClick={() => void core.prices.removeRate({ currency: rate.currency, day: rate.day }).then(put)}><IconTrash size={14} aria-hidden /></ActionIcon></td>
              </tr>
            ))}
          </tbody>
        </table>
        {rates.data?.length === 0 && <p className={css.quiet}>{m.rates_none()}</p>}
      </div>
      <div className={css.choose}>
        <Button size="xs" variant="default" leftSection={<IconUpload size={14} aria-hidden />} onClick={() => void importRates()}>{m.rates_import()}</Button>
        <span role="status">{notice}</span>
      </div>
      <AgeSetting />
    </Dialog>
  )
}

function RateForm({ onSave }: { onSave: (rate: ExchangeRate) => Promise<unknown> }) {
  const today = beijingDay(useNow(60_000))
  const [fields, setFields] = useState({ currency: 'USD', day: today, rate: '', source: '' })
  const [problem, setProblem] = useState<string | null>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const parsed = ExchangeRate.safeParse({ ...fields, currency: fields.currency.trim().toUpperCase(), rate: fields.rate.normalize('NFKC').trim() })
    if (!parsed.success) return setProblem(m.rates_bad())
    setProblem(null)
    setFields({ ...fields, rate: '' })
    void onSave(parsed.data).catch(() => setProblem(m.save_failed()))
  }
  const field = (name: keyof typeof fields, label: string) => <TextInput size="xs" label={label} value={fields[name]} onChange={(event) => setFields({ ...fields, [name]: event.currentTarget.value })} autoComplete="off" />
  return (
    <form className={css.rateForm} onSubmit={submit}>
      {field('currency', m.rates_currency())}
      {field('day', m.rates_day())}
      {field('rate', m.rates_rate())}
      {field('source', m.price_source())}
      <Button size="xs" type="submit">{m.rates_add()}</Button>
      {problem !== null && <p role="alert" className={css.bad}>{problem}</p>}
    </form>
  )
}

function AgeSetting() {
  const core = useCore()
  const queries = useQueryClient()
  const settings = useQuery({ queryKey: ['prices', 'settings'], queryFn: ({ signal }) => core.prices.settings(undefined, { signal }) })
  if (settings.data === undefined) return null
  const days = settings.data.maxAgeDays
  return (
    <div className={css.choose}>
      <NativeSelect
        size="xs" label={m.prices_max_age()} value={String(days)} data={[...new Set([...ages, days])].toSorted((a, b) => a - b).map((age) => ({ value: String(age), label: m.prices_days({ count: age }) }))}
        onChange={(event) => void core.prices.saveSettings({ maxAgeDays: Number(event.currentTarget.value) }).then((saved) => queries.setQueryData(['prices', 'settings'], saved))}
      />
    </div>
  )
}
