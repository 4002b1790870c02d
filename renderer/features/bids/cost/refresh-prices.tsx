import { Button, Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCore } from '#renderer/app/core.tsx'
import { useLocale } from '#renderer/app/i18n.tsx'
import { Dialog } from '#renderer/components/dialog/dialog.tsx'
import type { Language } from '#renderer/components/money-input/format-money.ts'
import { lineUnitText, unitPriceTextOf } from '#renderer/components/price-words.ts'
import { refusalText } from '#renderer/features/bids/cost/take-words.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { Estimate } from '#shared/estimate/estimate.ts'
import { type PriceRefresh, refreshPrices, takenItemIds, withRefreshed } from '#shared/prices/audit.ts'
import css from '#renderer/features/bids/cost/pick-price.module.css'

type RefreshPricesProps = { estimate: Estimate; today: string; onApply: (change: (estimate: Estimate) => Estimate) => void; onClose: () => void }

/** What the book says today about the prices this bid took from it; the person chooses which lines follow. */
export function RefreshPrices({ estimate, today, onApply, onClose }: RefreshPricesProps) {
  const core = useCore()
  const ids = takenItemIds(estimate)
  const book = useQuery({
    queryKey: ['prices', 'refresh', ids],
    queryFn: async ({ signal }) => ({ items: await core.prices.byIds({ ids }, { signal }), rates: await core.prices.rates(undefined, { signal }) }),
    enabled: ids.length > 0,
    staleTime: 0,
  })
  const changes = book.data === undefined ? [] : refreshPrices(estimate, new Map(book.data.items.map((item) => [item.id, item])), (item) => ({ today, rates: book.data.rates, unitText: lineUnitText(item) }))
  return (
    <Dialog onClose={onClose} title={m.refresh_title()} size={780}>
      {ids.length === 0 && <p>{m.refresh_none()}</p>}
      {book.isError && <p role="alert">{m.refresh_failed()}</p>}
      {book.data !== undefined && changes.length === 0 && <p role="status">{m.refresh_same()}</p>}
      {changes.length > 0 && <Changes changes={changes} onApply={(chosen) => { onApply((before) => withRefreshed(before, chosen)); onClose() }} onClose={onClose} />}
    </Dialog>
  )
}

function Changes({ changes, onApply, onClose }: { changes: readonly PriceRefresh[]; onApply: (chosen: readonly PriceRefresh[]) => void; onClose: () => void }) {
  const language = useLocale()
  const can = changes.filter(({ after }) => after !== null)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const chosen = can.filter(({ before }) => !left.has(before.id))
  const toggle = (id: string) => {
    const next = new Set(left)
    if (!next.delete(id)) next.add(id)
    setLeft(next)
  }
  return (
    <>
      <div className={css.rows}>
        {changes.map((change) => (
          <div className={css.row} key={`${change.scope} ${change.before.id}`}>
            <Checkbox size="xs" aria-label={change.before.name} disabled={change.after === null} checked={change.after !== null && !left.has(change.before.id)} onChange={() => toggle(change.before.id)} />
            <span className={css.name}>{change.before.name}</span>
            <span className={css.price}>{priceOf(change, 'before', language)}</span>
            <span aria-hidden>→</span>
            <span className={css.price}>{change.after === null ? '—' : priceOf(change, 'after', language)}</span>
            <span className={css.vendor}>{reasonOf(change, language)}</span>
          </div>
        ))}
      </div>
      <div className={css.actions}>
        <Button variant="default" onClick={onClose}>{m.cancel()}</Button>
        <Button disabled={chosen.length === 0} onClick={() => onApply(chosen)}>{m.refresh_apply({ count: chosen.length })}</Button>
      </div>
    </>
  )
}

function priceOf(change: PriceRefresh, which: 'before' | 'after', language: Language): string {
  if (change.scope === 'cost') {
    const line = change[which]
    return unitPriceTextOf({ unitPrice: line?.unitCost?.likely ?? null, currency: line?.currency ?? 'CNY' }, language)
  }
  return unitPriceTextOf({ unitPrice: change[which]?.commercialUnitPrice ?? null, currency: 'CNY' }, language)
}

function reasonOf(change: PriceRefresh, language: Language): string {
  if (change.refusal === 'gone') return m.refresh_gone()
  if (change.refusal !== null) return refusalText(change.refusal, change.scope === 'cost' ? (change.before.currency ?? 'CNY') : 'CNY')
  return priceOf(change, 'before', language) === priceOf(change, 'after', language) ? m.refresh_terms() : ''
}
