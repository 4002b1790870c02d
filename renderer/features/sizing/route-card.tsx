import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useLocale } from '#renderer/app/i18n.tsx'
import { formatYuan } from '#renderer/components/money-input/format-money.ts'
import { figureText, formulaText, originName, stepName } from '#renderer/features/sizing/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import { Decimal } from '#shared/decimal.ts'
import type { RouteResult } from '#shared/sizing/route.ts'
import type { Sizing } from '#shared/sizing/sizing.ts'
import css from '#renderer/features/sizing/sizing.module.css'

type RouteCardProps = { title: string; route: RouteResult; sizing: Sizing; onUse: () => void; aside?: ReactNode; children: ReactNode }

/** One way to serve the load: what it costs, what it needs, how that comes about. */
export function RouteCard({ title, route, sizing, onUse, aside, children }: RouteCardProps) {
  const language = useLocale()
  const isUsed = sizing.isLinked && sizing.choice === route.id
  const origin = route.isDomestic === null ? 'unknown' : route.isDomestic ? 'domestic' : 'foreign'
  return (
    <section className={css.card} aria-label={title} data-used={isUsed || undefined}>
      <header className={css.cardHead}>
        <h3 title={title}>{title}</h3>
        <span className={css.badge} data-origin={origin} data-refused={(sizing.isDomesticRequired && origin !== 'domestic') || undefined}>{originName(origin)}</span>
        {aside}
      </header>
      <div className={css.totals}>
        <span>{m.sizing_total({ months: sizing.months })}</span>
        <strong data-unknown={route.total === null || undefined}>{route.total === null ? '?' : formatYuan(route.total, language)}</strong>
        <Button size="xs" variant={isUsed ? 'light' : 'default'} aria-pressed={isUsed} onClick={onUse}>{isUsed ? m.sizing_used() : m.sizing_use()}</Button>
        <small>{route.total === null ? m.sizing_unknown_total() : averages(route, sizing, (amount) => formatYuan(amount, language))}</small>
      </div>
      <dl className={css.facts}>
        {route.steps.filter(({ key }) => key === 'cards' || key === 'servers' || key === 'power' || key === 'outputPerMonth' || key === 'requestsPerMonth').map(({ key, value }) => (
          <div key={key}><dt>{stepName(key)}</dt><dd>{figureText(value, language)}</dd></div>
        ))}
      </dl>
      <div className={css.fields}>{children}</div>
      <details className={css.how}>
        <summary>{m.sizing_how()}</summary>
        <table aria-label={`${title} ${m.sizing_how()}`}>
          <tbody>
            {route.steps.map((step) => (
              <tr key={step.key}>
                <th scope="row">{stepName(step.key)}</th>
                <td className={css.formula}>{formulaText(step, language)}</td>
                <td>{figureText(step.value, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}

function averages({ total, steps }: RouteResult, { months }: Sizing, money: (amount: string) => string): string {
  const perMonth = new Decimal(total ?? 0).div(months)
  const active = new Decimal(steps.find(({ key }) => key === 'activeUsers')?.value ?? 0)
  const parts = [`${m.sizing_per_month()} ${money(perMonth.toFixed(2))}`]
  if (active.greaterThan(0)) parts.push(`${m.sizing_per_user()} ${money(perMonth.div(active).toFixed(2))}`)
  return parts.join(' · ')
}
