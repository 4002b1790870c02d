import { useMemo } from 'react'
import { useLocale } from '#renderer/app/i18n.tsx'
import { formatYuan } from '#renderer/components/money-input/format-money.ts'
import { Panel } from '#renderer/components/panel/panel.tsx'
import { pointsText, shortPrice } from '#renderer/features/contests/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import { type ContestModel, contestRulesOf, fullScore } from '#shared/contests/contest-model.ts'
import { tyingPrices } from '#shared/contests/own-outlook.ts'
import { flatZones, type PriceRange } from '#shared/pricing/price-score/levers.ts'
import css from '#renderer/features/contests/contests.module.css'

const leads = ['0', '1', '3', '5', '8'] as const
/** Where no points are given, none is ahead. */
const level = ['0'] as const

/** How much dearer a technical lead lets us be, and where a higher price costs no points. Against the likely prices. */
export function TiesPanel({ model, range }: { model: ContestModel; range: PriceRange }) {
  const language = useLocale()
  const isPointless = fullScore(model.formula) === null
  const ties = useMemo(() => {
    const rules = contestRulesOf(model)
    return rules === null ? [] : tyingPrices(model.assumed, rules, range, isPointless ? level : leads)
  }, [model, range, isPointless])
  const zones = useMemo(() => (model.contest === null ? [] : flatZones(model.contest, range)), [model.contest, range])
  return (
    <Panel title={isPointless ? m.contest_ties_lowest() : m.contest_ties()} hint={isPointless ? '' : m.contest_ties_hint()}>
      <table className={css.table}>
        <thead>
          <tr><th scope="col">{isPointless ? m.contest_evaluated() : m.contest_ties_lead()}</th><th scope="col">{m.contest_ties_price()}</th></tr>
        </thead>
        <tbody>
          {ties.map(({ lead, price }) => (
            <tr key={lead}>
              <th scope="row">{isPointless ? m.contest_ties_same() : lead === '0' ? m.contest_ties_level() : m.contest_ties_ahead({ points: lead })}</th>
              <td>{price === null ? m.contest_ties_none() : price.eq(range.to) ? topText(formatYuan(price.toFixed(2), language), model.rules.ceiling) : formatYuan(price.toFixed(2), language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {isPointless ? null : zones.length === 0
        ? <p className={css.note}>{m.contest_flat_none()}</p>
        : zones.slice(0, 4).map(({ from, to, score }) => (
            <p key={from.toFixed()} className={css.note}>{m.contest_flat({ from: shortPrice(from, language, 'up'), to: shortPrice(to, language, 'down'), score: pointsText(score, language) })}</p>
          ))}
    </Panel>
  )
}

/** At the end of the range: either the ceiling, or dearer than anybody is assumed to be. */
function topText(price: string, ceiling: string | null): string {
  return ceiling === null ? `≥ ${price}` : m.contest_ties_top({ price })
}
