import { TextInput } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useDeferredValue, useId, useState } from 'react'
import { useCore } from '#renderer/app/core.tsx'
import { useLocale } from '#renderer/app/i18n.tsx'
import { Dialog } from '#renderer/components/dialog/dialog.tsx'
import { lineUnitText, perText, priceStatusName, unitPriceTextOf, vatText } from '#renderer/components/price-words.ts'
import { type LineToPrice, noticeOf, refusalText, takenLine, type TakenLine } from '#renderer/features/bids/cost/take-words.ts'
import { m } from '#renderer/paraglide/messages.js'
import { PriceQuery } from '#shared/prices/contract.ts'
import { priceStatus } from '#shared/prices/find-price.ts'
import type { PriceItem } from '#shared/prices/price-item.ts'
import css from '#renderer/features/bids/cost/pick-price.module.css'

const shown = 50
type PickPriceProps = { target: LineToPrice; today: string; onTaken: (taken: TakenLine, notice: string) => void; onClose: () => void }

/** Finds a price of the book by a few letters and gives it to a line, with its source, date, validity and currency. */
export function PickPrice({ target, today, onTaken, onClose }: PickPriceProps) {
  const core = useCore()
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const [problem, setProblem] = useState<string | null>(null)
  const listId = useId()
  const asked = useDeferredValue(query.trim())
  const kind = target.scope === 'cost' ? ('purchase' as const) : ('commercial' as const)
  const found = useQuery({ queryKey: ['prices', 'pick', kind, asked], queryFn: ({ signal }) => core.prices.list(PriceQuery.parse({ query: asked, kind, limit: shown }), { signal }), placeholderData: keepPreviousData })
  const rates = useQuery({ queryKey: ['prices', 'rates'], queryFn: ({ signal }) => core.prices.rates(undefined, { signal }) })
  const items = found.data?.items ?? []
  const take = (item: PriceItem) => {
    const taken = takenLine(target, item, { today, rates: rates.data ?? [], unitText: lineUnitText(item) })
    if (!taken.ok) return setProblem(m.name_and_value({ name: item.name, value: refusalText(taken.reason, item.currency) }))
    onTaken(taken.value, noticeOf(target, item, taken.value))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const chosen = items[active]
    if (event.key === 'ArrowDown') setActive(Math.min(items.length - 1, active + 1))
    else if (event.key === 'ArrowUp') setActive(Math.max(0, active - 1))
    else if (event.key === 'Enter' && chosen !== undefined) take(chosen)
    else return
    event.preventDefault()
  }
  return (
    <Dialog onClose={onClose} title={m.pick_title()} size={860}>
      <p className={css.line}>{m.pick_line({ name: target.line.name === '' ? '—' : target.line.name })}</p>
      <TextInput
        data-autofocus value={query} placeholder={m.pick_search()} aria-label={m.pick_search()} role="combobox" aria-expanded aria-controls={listId} aria-activedescendant={items[active] === undefined ? undefined : `${listId}-${active}`} autoComplete="off" maxLength={200}
        onChange={(event) => { setQuery(event.currentTarget.value); setActive(0); setProblem(null) }} onKeyDown={onKeyDown}
      />
      {problem !== null && <p role="alert" className={css.problem}>{problem}</p>}
      <div className={css.list} id={listId} role="listbox" aria-label={m.pick_title()} tabIndex={-1}>
        {items.map((item, index) => <Choice key={item.id} id={`${listId}-${index}`} item={item} isActive={index === active} today={today} onPick={() => take(item)} />)}
        {found.data !== undefined && items.length === 0 && <p className={css.none}>{asked === '' ? m.pick_empty_book() : m.pick_none()}</p>}
      </div>
    </Dialog>
  )
}

function Choice({ id, item, isActive, today, onPick }: { id: string; item: PriceItem; isActive: boolean; today: string; onPick: () => void }) {
  const language = useLocale()
  const status = priceStatus(item, today)
  return (
    <button type="button" id={id} role="option" aria-selected={isActive} tabIndex={-1} className={css.choice} data-active={isActive || undefined} onClick={onPick}>
      <span className={css.name}>{item.name}{item.tiers.length > 0 && <small>{m.pick_tiers()}</small>}</span>
      <span className={css.vendor}>{item.vendor ?? '—'}</span>
      <span className={css.price}>{unitPriceTextOf(item, language)} <small>/ {perText(item, language)}</small></span>
      <span>{vatText(item)}</span>
      <span className={css.source} title={item.source.name}>{item.source.name}<small>{item.source.date ?? '?'}</small></span>
      <span data-status={status} className={css.status}>{status === 'valid' ? (item.validUntil ?? '') : priceStatusName(status)}</span>
    </button>
  )
}
