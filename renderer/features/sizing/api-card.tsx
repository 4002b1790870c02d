import { useMemo } from 'react'
import { BookChoice } from '#renderer/features/sizing/book-choice.tsx'
import { Choice, NumberInput, OpenInput, TextInput } from '#renderer/features/sizing/fields.tsx'
import { usePriceBook } from '#renderer/features/sizing/price-book.ts'
import { RouteCard } from '#renderer/features/sizing/route-card.tsx'
import { m } from '#renderer/paraglide/messages.js'
import { apiOffersOf, tokenCategories } from '#shared/sizing/api-prices.ts'
import type { RouteResult } from '#shared/sizing/route.ts'
import type { ApiRoute, Sizing } from '#shared/sizing/sizing.ts'

/** The load bought by the token. */
export function ApiCard({ route, sizing, today, change, onUse }: { route: RouteResult; sizing: Sizing; today: string; change: (sizing: Sizing) => void; onUse: () => void }) {
  const { api } = sizing
  const put = (part: Partial<ApiRoute>) => change({ ...sizing, api: { ...api, ...part } })
  // A price typed over is no longer the book's.
  const typed = (part: Partial<ApiRoute>, price: 'input' | 'cached' | 'output') => put({ ...part, taken: api.taken ? { ...api.taken, [price]: null } : null })
  const { items, options } = usePriceBook(tokenCategories, today)
  const offers = useMemo(() => apiOffersOf(items, options, sizing.load.inputTokens), [items, options, sizing.load.inputTokens])
  const take = (id: string) => {
    const offer = offers.find((one) => one.id === id)
    if (offer === undefined) return
    const { id: _id, name: _name, missingRate: _missing, ...taken } = offer
    put(taken)
  }
  const origin = api.isDomestic === null ? '' : api.isDomestic ? 'yes' : 'no'
  return (
    <RouteCard title={m.sizing_api()} route={route} sizing={sizing} onUse={onUse}>
      <BookChoice
        offers={offers.map(({ id, name, missingRate, taken }) => ({ id, label: missingRate === null ? name : `${name} · ${m.sizing_rate_missing({ currency: missingRate })}`, itemId: taken?.input?.taken?.itemId }))}
        taken={[api.taken?.input, api.taken?.cached, api.taken?.output]} today={today} onTake={take}
      />
      <TextInput label={m.sizing_api_model()} value={api.model} isWide onCommit={(model) => put({ model })} />
      <OpenInput label={m.sizing_input_price()} value={api.inputPrice} onCommit={(inputPrice) => typed({ inputPrice }, 'input')} />
      <OpenInput label={m.sizing_cached_price()} value={api.cachedPrice} onCommit={(cachedPrice) => typed({ cachedPrice }, 'cached')} />
      <OpenInput label={m.sizing_output_price()} value={api.outputPrice} onCommit={(outputPrice) => typed({ outputPrice }, 'output')} />
      <NumberInput label={m.sizing_decline()} value={api.monthlyDecline} max={100} isPercent onCommit={(monthlyDecline) => put({ monthlyDecline })} />
      <NumberInput label={m.sizing_vat()} value={api.vatRate} max={100} isPercent onCommit={(vatRate) => put({ vatRate })} />
      <Choice label={m.sizing_localisation()} value={origin} options={[{ value: '', label: m.sizing_origin_unknown() }, { value: 'yes', label: m.sizing_domestic() }, { value: 'no', label: m.sizing_foreign() }]} onChange={(value) => put({ isDomestic: value === '' ? null : value === 'yes' })} />
      <TextInput label={m.sizing_source()} value={api.source ?? ''} isWide onCommit={(source) => put({ source: source === '' ? null : source })} />
    </RouteCard>
  )
}
