import { Button } from '@mantine/core'
import { useLocale } from '#renderer/app/i18n.tsx'
import { formatYuan } from '#renderer/components/money-input/format-money.ts'
import { Panel } from '#renderer/components/panel/panel.tsx'
import { originName } from '#renderer/features/sizing/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import { Decimal } from '#shared/decimal.ts'
import type { Estimate } from '#shared/estimate/estimate.ts'
import { acceleratorOf } from '#shared/sizing/catalogues.ts'
import { localisationOf } from '#shared/sizing/localisation.ts'
import type { RouteResult } from '#shared/sizing/route.ts'
import type { Sizing } from '#shared/sizing/sizing.ts'
import css from '#renderer/features/sizing/sizing.module.css'

type LocalisationPanelProps = { estimate: Estimate; sizing: Sizing; routes: readonly RouteResult[]; change: (sizing: Sizing) => void; onUse: (id: string) => void; onOrigin: (lineId: string, isDomestic: boolean) => void }

/** What a localisation demand would cost, and every line that would not meet it. */
export function LocalisationPanel({ estimate, sizing, routes, change, onUse, onOrigin }: LocalisationPanelProps) {
  const language = useLocale()
  const concerned = localisationOf(estimate).filter(({ origin }) => origin === 'foreign' || origin === 'unknown')
  const domestic = routes.filter(({ id, isDomestic }) => isDomestic === true && id !== 'api')
  const chosen = routes.find(({ id }) => id === sizing.choice) ?? null
  return (
    <Panel title={m.sizing_localisation()} aside={<label className={css.check}><input type="checkbox" checked={sizing.isDomesticRequired} onChange={(event) => change({ ...sizing, isDomesticRequired: event.target.checked })} />{m.sizing_require()}</label>}>
      {domestic.length === 0 && <p className={css.note}>{m.sizing_domestic_none()}</p>}
      {domestic.map((route) => (
        <p key={route.id} className={css.note}>
          <span>{m.sizing_domestic_cost({ name: stackName(sizing, route.id), total: route.total === null ? '?' : formatYuan(route.total, language) })}{differenceText(route, chosen, (amount) => formatYuan(amount, language))}</span>
          {(!sizing.isLinked || sizing.choice !== route.id) && <Button size="compact-xs" variant="default" onClick={() => onUse(route.id)}>{m.sizing_choose_domestic()}</Button>}
        </p>
      ))}
      <p className={css.note} data-bad={(sizing.isDomesticRequired && concerned.length > 0) || undefined}>{concerned.length === 0 ? m.sizing_all_domestic() : m.sizing_not_domestic({ count: concerned.length })}</p>
      {concerned.length > 0 && (
        <table className={css.lines} aria-label={m.sizing_localisation()}>
          <tbody>
            {concerned.map(({ line, origin }) => (
              <tr key={line.id}>
                <th scope="row">{line.name}</th>
                <td><span className={css.badge} data-origin={origin}>{originName(origin)}</span></td>
                <td>
                  <Button size="compact-xs" variant="default" onClick={() => onOrigin(line.id, true)}>{m.sizing_say_domestic()}</Button>{' '}
                  {origin === 'unknown' && <Button size="compact-xs" variant="default" onClick={() => onOrigin(line.id, false)}>{m.sizing_say_foreign()}</Button>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}

function stackName({ stacks }: Sizing, id: string): string {
  return acceleratorOf(stacks.find((stack) => stack.id === id)?.acceleratorId ?? null)?.name ?? m.sizing_accelerator()
}

function differenceText(route: RouteResult, chosen: RouteResult | null, money: (amount: string) => string): string {
  if (route.total === null || chosen === null || chosen.total === null || chosen.id === route.id) return ''
  const difference = new Decimal(route.total).minus(chosen.total)
  return ` · ${m.sizing_domestic_difference({ difference: `${difference.isNegative() ? '' : '+'}${money(difference.toFixed(2))}` })}`
}
