import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useLocale } from '#renderer/app/i18n.tsx'
import { formatYuan, type Language } from '#renderer/components/money-input/format-money.ts'
import { BookChoice } from '#renderer/features/sizing/book-choice.tsx'
import { Choice, NumberInput, OpenInput, TextInput } from '#renderer/features/sizing/fields.tsx'
import { usePriceBook } from '#renderer/features/sizing/price-book.ts'
import { RouteCard } from '#renderer/features/sizing/route-card.tsx'
import { confidenceName } from '#renderer/features/sizing/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import { accelerators } from '#shared/sizing/catalogues.ts'
import { hardwareCategories, type HardwareOffer, hardwareOffersOf } from '#shared/sizing/hardware-prices.ts'
import { stackFigures } from '#shared/sizing/private-route.ts'
import type { RouteResult } from '#shared/sizing/route.ts'
import type { Sizing, Stack } from '#shared/sizing/sizing.ts'
import css from '#renderer/features/sizing/sizing.module.css'

type StackCardProps = { stack: Stack; route: RouteResult; sizing: Sizing; today: string; change: (sizing: Sizing) => void; onUse: () => void }

/** The load served on own or rented cards; what the catalogue knows stands grey in the empty fields. */
export function StackCard({ stack, route, sizing, today, change, onUse }: StackCardProps) {
  const language = useLocale()
  const put = (part: Partial<Stack>) => change({ ...sizing, stacks: sizing.stacks.map((one) => (one.id === stack.id ? { ...one, ...part } : one)) })
  const { accelerator, published, outputTokensPerSecond } = stackFigures(stack, sizing.deployment)
  const known = (value: string | null | undefined) => (value === null || value === undefined ? '?' : value)
  const remove = () => change({ ...sizing, stacks: sizing.stacks.filter(({ id }) => id !== stack.id), choice: sizing.choice === stack.id ? 'api' : sizing.choice })
  const { items, options } = usePriceBook(hardwareCategories, today)
  const offers = useMemo(() => hardwareOffersOf(items, stack.supply, options), [items, options, stack.supply])
  const take = (id: string) => {
    const offer = offers.find((one) => one.id === id)
    if (offer === undefined) return
    const { price, source, taken } = offer
    put(stack.supply === 'buy' ? { serverPrice: price, source, taken } : { rentPerCard: price, source, taken })
  }
  // Another card has other figures: a person's own were for the card before.
  const choose = (id: string) => put({ acceleratorId: id === '' ? null : id, memoryGb: null, powerWatts: null, inputTokensPerSecond: null, outputTokensPerSecond: null })
  return (
    <RouteCard
      title={accelerator?.name ?? m.sizing_accelerator()} route={route} sizing={sizing} onUse={onUse}
      aside={<ActionIcon size="sm" variant="subtle" color="gray" aria-label={m.sizing_remove_stack()} title={m.sizing_remove_stack()} onClick={remove}><IconX size={14} aria-hidden /></ActionIcon>}
    >
      <Choice label={m.sizing_accelerator()} isWide value={stack.acceleratorId ?? ''} options={[{ value: '', label: m.sizing_choose_card() }, ...accelerators.map(({ id, name, isDomestic }) => ({ value: id, label: isDomestic ? `${name} · ${m.sizing_domestic()}` : name }))]} onChange={choose} />
      <OpenInput label={m.sizing_memory()} value={stack.memoryGb} min={0.1} placeholder={known(accelerator?.memoryGb)} onCommit={(memoryGb) => put({ memoryGb })} />
      <OpenInput label={m.sizing_card_power()} value={stack.powerWatts} placeholder={known(accelerator?.powerWatts)} onCommit={(powerWatts) => put({ powerWatts })} />
      <OpenInput label={m.sizing_input_speed()} value={stack.inputTokensPerSecond} min={0.001} placeholder={known(published?.inputTokensPerSecond)} onCommit={(inputTokensPerSecond) => put({ inputTokensPerSecond })} />
      <OpenInput label={m.sizing_output_speed()} value={stack.outputTokensPerSecond} min={0.001} placeholder={known(published?.outputTokensPerSecond)} onCommit={(value) => put({ outputTokensPerSecond: value })} />
      <p className={css.source} data-open={outputTokensPerSecond === null || undefined}>{sourceText(accelerator, published?.conditions ?? null, outputTokensPerSecond)}</p>
      <NumberInput label={m.sizing_usable()} value={stack.usableShare} min={1} max={100} isPercent onCommit={(usableShare) => put({ usableShare })} />
      <NumberInput label={m.sizing_cards_per_server()} value={String(stack.cardsPerServer)} min={1} max={64} onCommit={(value) => put({ cardsPerServer: Math.round(Number(value)) })} />
      <NumberInput label={m.sizing_spare()} value={String(stack.spareServers)} max={1000} onCommit={(value) => put({ spareServers: Math.round(Number(value)) })} />
      <NumberInput label={m.sizing_server_power()} value={stack.serverWatts} onCommit={(serverWatts) => put({ serverWatts })} />
      <Choice label={m.sizing_supply()} value={stack.supply} options={[{ value: 'buy', label: m.sizing_buy() }, { value: 'rent', label: m.sizing_rent() }]} onChange={(value) => put({ supply: value === 'rent' ? 'rent' : 'buy', taken: null })} />
      <BookChoice offers={offers.map((offer) => ({ id: offer.id, label: offerText(offer, language), itemId: offer.id }))} taken={[stack.taken]} today={today} onTake={take} />
      {stack.supply === 'buy'
        ? <OpenInput label={m.sizing_server_price()} value={stack.serverPrice} onCommit={(serverPrice) => put({ serverPrice, taken: null })} />
        : <OpenInput label={m.sizing_rent_price()} value={stack.rentPerCard} onCommit={(rentPerCard) => put({ rentPerCard, taken: null })} />}
      <TextInput label={m.sizing_source()} value={stack.source ?? ''} isWide onCommit={(source) => put({ source: source === '' ? null : source })} />
    </RouteCard>
  )
}

function offerText({ name, price, missingRate }: HardwareOffer, language: Language): string {
  return `${name} · ${price === null ? m.sizing_rate_missing({ currency: missingRate ?? '' }) : formatYuan(price, language)}`
}

function sourceText(accelerator: ReturnType<typeof stackFigures>['accelerator'], conditions: string | null, outputSpeed: string | null): string {
  const card = accelerator === null ? null : [m.name_and_value({ name: m.sizing_catalogue(), value: confidenceName(accelerator.source.confidence) }), accelerator.note].filter((part) => part !== null).join(' · ')
  const speed = conditions !== null ? m.sizing_published({ conditions }) : outputSpeed === null ? m.sizing_unmeasured() : null
  return [speed, card].filter((part) => part !== null).join(' ')
}
