import { useLocale } from '#renderer/app/i18n.tsx'
import { unitPriceTextOf } from '#renderer/components/price-words.ts'
import { m } from '#renderer/paraglide/messages.js'
import { beijingDay } from '#shared/calendar/beijing-time.ts'
import { Decimal } from '#shared/decimal.ts'
import type { PriceCause, PriceState } from '#shared/prices/price-item.ts'
import css from '#renderer/features/prices/prices.module.css'

const width = 296
const height = 56

/** How the price went, as a stepped line where it can be compared, and state by state below. */
export function HistoryLine({ history }: { history: readonly PriceState[] }) {
  const language = useLocale()
  const points = steps(history)
  return (
    <section className={css.history}>
      <h3>{m.price_history()}</h3>
      {points !== null && <svg className={css.line} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={m.price_history()}><path d={points} /></svg>}
      <ol>
        {history.map((state) => (
          <li key={state.version}>
            <span>{beijingDay(state.at)}</span>
            <span className={css.historyPrice}>{unitPriceTextOf(state, language)}</span>
            <span>{causeName(state.cause)}</span>
            <span className={css.historySource} title={state.sourceName}>{state.sourceName}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** A path over the known states in one currency, oldest at the left; null: nothing to compare. */
function steps(history: readonly PriceState[]): string | null {
  const [latest] = history
  const known = history.filter((state) => state.unitPrice !== null && state.currency === latest?.currency).toReversed()
  if (known.length < 2) return null
  const values = known.map(({ unitPrice, per }) => new Decimal(unitPrice ?? 0).div(per).toNumber())
  const times = known.map(({ at }) => Date.parse(at))
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const [start, end] = [times[0] ?? 0, times.at(-1) ?? 0]
  const x = (time: number) => (end === start ? 0 : ((time - start) / (end - start)) * (width - 24) + 4)
  const y = (value: number) => (high === low ? height / 2 : height - 6 - ((value - low) / (high - low)) * (height - 12))
  const parts = values.map((value, index) => (index === 0 ? `M${x(times[0] ?? 0).toFixed(1)},${y(value).toFixed(1)}` : `H${x(times[index] ?? 0).toFixed(1)}V${y(value).toFixed(1)}`))
  return `${parts.join('')}H${width - 4}`
}

function causeName(cause: PriceCause): string {
  switch (cause) {
    case 'hand': return m.price_cause_hand()
    case 'import': return m.price_cause_import()
    case 'starter': return m.price_cause_starter()
    case 'sample': return m.price_cause_sample()
    case 'expired': return m.price_cause_expired()
  }
}
