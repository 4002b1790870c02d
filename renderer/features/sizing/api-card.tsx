import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useCore } from '#renderer/app/core.tsx'
import { Choice, NumberInput, OpenInput, TextInput } from '#renderer/features/sizing/fields.tsx'
import { RouteCard } from '#renderer/features/sizing/route-card.tsx'
import { m } from '#renderer/paraglide/messages.js'
import { apiOffersOf } from '#shared/sizing/api-prices.ts'
import type { RouteResult } from '#shared/sizing/route.ts'
import type { ApiRoute, Sizing } from '#shared/sizing/sizing.ts'

/** The load bought by the token. */
export function ApiCard({ route, sizing, today, change, onUse }: { route: RouteResult; sizing: Sizing; today: string; change: (sizing: Sizing) => void; onUse: () => void }) {
  const { api } = sizing
  const put = (part: Partial<ApiRoute>) => change({ ...sizing, api: { ...api, ...part } })
  const offers = useApiOffers(today, sizing.load.inputTokens)
  const take = (id: string) => {
    const offer = offers.find((one) => one.id === id)
    if (offer === undefined) return
    const { model, isDomestic, inputPrice, cachedPrice, outputPrice, source } = offer
    put({ model, isDomestic, inputPrice, cachedPrice, outputPrice, source })
  }
  const origin = api.isDomestic === null ? '' : api.isDomestic ? 'yes' : 'no'
  return (
    <RouteCard title={m.sizing_api()} route={route} sizing={sizing} onUse={onUse}>
      {offers.length > 0 && <Choice label={m.sizing_from_book()} isWide value="" options={[{ value: '', label: m.sizing_choose_card() }, ...offers.map(({ id, name }) => ({ value: id, label: name }))]} onChange={take} />}
      <TextInput label={m.sizing_api_model()} value={api.model} isWide onCommit={(model) => put({ model })} />
      <OpenInput label={m.sizing_input_price()} value={api.inputPrice} onCommit={(inputPrice) => put({ inputPrice })} />
      <OpenInput label={m.sizing_cached_price()} value={api.cachedPrice} onCommit={(cachedPrice) => put({ cachedPrice })} />
      <OpenInput label={m.sizing_output_price()} value={api.outputPrice} onCommit={(outputPrice) => put({ outputPrice })} />
      <NumberInput label={m.sizing_decline()} value={api.monthlyDecline} max={100} isPercent onCommit={(monthlyDecline) => put({ monthlyDecline })} />
      <NumberInput label={m.sizing_vat()} value={api.vatRate} max={100} isPercent onCommit={(vatRate) => put({ vatRate })} />
      <Choice label={m.sizing_localisation()} value={origin} options={[{ value: '', label: m.sizing_origin_unknown() }, { value: 'yes', label: m.sizing_domestic() }, { value: 'no', label: m.sizing_foreign() }]} onChange={(value) => put({ isDomestic: value === '' ? null : value === 'yes' })} />
      <TextInput label={m.sizing_source()} value={api.source ?? ''} isWide onCommit={(source) => put({ source: source === '' ? null : source })} />
    </RouteCard>
  )
}

/** What the price book knows of models sold by the token. */
function useApiOffers(today: string, inputTokens: string) {
  const core = useCore()
  const { data } = useQuery({ queryKey: ['prices', 'tokens'], queryFn: ({ signal }) => core.prices.list({ kind: 'purchase', categories: ['tokens-in', 'tokens-cached', 'tokens-out'], status: 'valid' }, { signal }) })
  return useMemo(() => apiOffersOf(data?.items ?? [], today, inputTokens), [data, today, inputTokens])
}
