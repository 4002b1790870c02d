import { ActionIcon, Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNow } from '#renderer/app/clock.tsx'
import { useCore } from '#renderer/app/core.tsx'
import { useHotkeys } from '#renderer/app/hotkeys.ts'
import { useLocale } from '#renderer/app/i18n.tsx'
import { notifyDone, notifyFailure } from '#renderer/app/undo.tsx'
import { formatDecimal } from '#renderer/components/money-input/format-money.ts'
import { caveatName, domesticText, perText, priceCategoryName, priceKindName, priceStatusName, unitPriceTextOf, vatText } from '#renderer/components/price-words.ts'
import { HistoryLine } from '#renderer/features/prices/history-line.tsx'
import { usePriceRefresh } from '#renderer/features/prices/use-price-pages.ts'
import { m } from '#renderer/paraglide/messages.js'
import { beijingDay } from '#shared/calendar/beijing-time.ts'
import { priceStatus } from '#shared/prices/find-price.ts'
import type { PriceItem } from '#shared/prices/price-item.ts'
import css from '#renderer/features/prices/prices.module.css'

/** One price: where it comes from, its tiers, and every state it had. */
export function PricePanel({ id, isOnTop, onClose, onEdit }: { id: string; isOnTop: boolean; onClose: () => void; onEdit: (item: PriceItem) => void }) {
  const core = useCore()
  const language = useLocale()
  const refresh = usePriceRefresh()
  useHotkeys(isOnTop ? [{ keys: 'Escape', run: onClose }] : [])
  const today = beijingDay(useNow(60_000))
  const detail = useQuery({ queryKey: ['prices', 'detail', id], queryFn: ({ signal }) => core.prices.get({ id }, { signal }), retry: 0 })
  const expire = useMutation({
    mutationFn: (item: PriceItem) => core.prices.expire({ ids: [item.id] }),
    onSuccess: async () => {
      await refresh()
      notifyDone(m.price_expired_now())
    },
    onError: () => notifyFailure(m.save_failed()),
  })
  const item = detail.data?.item
  return (
    <aside className={css.panel} aria-label={m.price_detail()}>
      <header>
        <h2>{item?.name ?? ''}</h2>
        <ActionIcon variant="subtle" color="gray" aria-label={m.close()} onClick={onClose}><IconX size={16} aria-hidden /></ActionIcon>
      </header>
      {detail.isError && <p role="alert">{m.prices_failed()}</p>}
      {item !== undefined && (
        <>
          <p className={css.big} data-unknown={item.unitPrice === null || undefined}>
            {item.isFree ? m.price_free() : unitPriceTextOf(item, language)} <span>/ {perText(item, language)}</span>
          </p>
          <Facts item={item} today={today} />
          {item.tiers.length > 0 && (
            <table className={css.tiers}>
              <caption>{item.tierBasis === 'volume' ? m.price_tiers_volume() : m.price_tiers_input()}</caption>
              <tbody>
                {item.tiers.map((tier) => (
                  <tr key={tier.above}>
                    <th scope="row">{tierText(tier.above, tier.upTo, (text) => formatDecimal(text, language, 0))}</th>
                    <td>{unitPriceTextOf({ unitPrice: tier.unitPrice, currency: item.currency }, language)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {item.caveats.length > 0 && <ul className={css.caveats}>{item.caveats.map((caveat) => <li key={caveat}>{caveatName(caveat)}</li>)}</ul>}
          {item.note !== null && <p className={css.note}>{item.note}</p>}
          <div className={css.actions}>
            <Button size="xs" onClick={() => onEdit(item)}>{m.price_edit()}</Button>
            <Button size="xs" variant="default" disabled={priceStatus(item, today) === 'expired' || expire.isPending} onClick={() => expire.mutate(item)}>{m.price_expire()}</Button>
          </div>
          <HistoryLine history={detail.data?.history ?? []} />
        </>
      )}
    </aside>
  )
}

function tierText(above: string, upTo: string | null, number: (text: string) => string): string {
  if (upTo === null) return `> ${number(above)}`
  return Number(above) === 0 ? `≤ ${number(upTo)}` : `${number(above)} – ${number(upTo)}`
}

function Facts({ item, today }: { item: PriceItem; today: string }) {
  const rows: [string, string][] = [
    [m.price_status(), priceStatusName(priceStatus(item, today))],
    [m.price_kind(), priceKindName(item.kind)],
    [m.price_category(), priceCategoryName(item.category)],
    [m.price_vendor(), item.vendor ?? '—'],
    [m.price_model(), item.model ?? '—'],
    [m.price_region(), item.region ?? '—'],
    [m.price_vat(), vatText(item)],
    [m.price_domestic(), domesticText(item.isDomestic)],
    [m.price_source(), item.source.name],
    [m.price_url(), item.source.url ?? '—'],
    [m.price_date(), item.source.date ?? '?'],
    [m.price_validity(), `${item.validFrom ?? '…'} – ${item.validUntil ?? '…'}`],
    [m.price_code(), item.code],
  ]
  return <dl className={css.facts}>{rows.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
}
