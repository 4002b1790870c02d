import { Button } from '@mantine/core'
import { useLocale } from '#renderer/app/i18n.tsx'
import { formatYuan } from '#renderer/components/money-input/format-money.ts'
import { Panel } from '#renderer/components/panel/panel.tsx'
import { itemName } from '#renderer/components/sizing-item.ts'
import { m } from '#renderer/paraglide/messages.js'
import { expectedLines } from '#shared/estimate/cost-base.ts'
import type { Estimate } from '#shared/estimate/estimate.ts'
import { chosenRoute } from '#shared/sizing/routes.ts'
import type { Sizing, SizingItem } from '#shared/sizing/sizing.ts'
import css from '#renderer/features/sizing/sizing.module.css'

type LinesPanelProps = { estimate: Estimate; sizing: Sizing; today: string; onRelink: (item: SizingItem) => void; onUnlink: () => void }

/** The cost lines that follow the sizing, those a person changed or took out, and the way back. */
export function LinesPanel({ estimate, sizing, today, onRelink, onUnlink }: LinesPanelProps) {
  const language = useLocale()
  if (!sizing.isLinked) return <Panel title={m.sizing_lines()}><p className={css.note}>{m.sizing_not_linked()}</p></Panel>
  const wanted = new Set(chosenRoute(sizing).items.map(({ item }) => item))
  const lines = expectedLines(estimate, today).flatMap((amounts) => (amounts.line.origin ? [{ ...amounts, origin: amounts.line.origin }] : []))
  const left = sizing.left.filter((item) => wanted.has(item))
  return (
    <Panel title={m.sizing_lines()} hint={m.sizing_lines_hint()} aside={<Button size="compact-xs" variant="subtle" ml="auto" onClick={onUnlink}>{m.sizing_unlink()}</Button>}>
      <table className={css.lines} aria-label={m.sizing_lines()}>
        <tbody>
          {lines.map(({ line, origin, amount, unknownReason }) => (
            <tr key={line.id}>
              <th scope="row">{line.name}</th>
              <td>{unknownReason === null ? formatYuan(amount.toFixed(2), language) : '?'}</td>
              <td><span className={css.badge} data-state={origin.isOverridden ? 'changed' : 'follows'}>{stateText(origin.isOverridden, wanted.has(origin.item))}</span></td>
              <td>{origin.isOverridden && <Button size="compact-xs" variant="default" onClick={() => onRelink(origin.item)}>{m.sizing_relink()}</Button>}</td>
            </tr>
          ))}
          {left.map((item) => (
            <tr key={item}>
              <th scope="row">{itemName(item)}</th>
              <td>—</td>
              <td><span className={css.badge} data-state="changed">{m.sizing_state_left()}</span></td>
              <td><Button size="compact-xs" variant="default" onClick={() => onRelink(item)}>{m.sizing_put_back()}</Button></td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

function stateText(isOverridden: boolean, isWanted: boolean): string {
  if (!isOverridden) return m.sizing_state_linked()
  return isWanted ? m.sizing_state_overridden() : `${m.sizing_state_overridden()} · ${m.sizing_state_foreign_route()}`
}
