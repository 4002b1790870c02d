import { Choice } from '#renderer/features/sizing/fields.tsx'
import { m } from '#renderer/paraglide/messages.js'
import type { Provenance } from '#shared/estimate/provenance.ts'
import css from '#renderer/features/sizing/sizing.module.css'

type BookChoiceProps = {
  /** `itemId`: the price of the book it is known by. */
  offers: readonly { id: string; label: string; itemId: string | undefined }[]
  /** The prices the route has from the book now. */
  taken: readonly (Provenance | null | undefined)[]
  today: string
  onTake: (id: string) => void
}

/** Takes a price from the book, and says until when the one taken holds: past its last day it counts as unknown. */
export function BookChoice({ offers, taken, today, onTake }: BookChoiceProps) {
  const fromBook = taken.filter((price) => price !== null && price !== undefined)
  const items = new Set(fromBook.map((price) => price.taken?.itemId))
  const current = offers.find(({ itemId }) => itemId !== undefined && items.has(itemId))
  const [until] = fromBook.flatMap(({ validUntil }) => validUntil ?? []).toSorted()
  const isPast = until !== undefined && until < today
  if (offers.length === 0 && until === undefined) return null
  return (
    <>
      {offers.length > 0 && <Choice label={m.sizing_from_book()} isWide value={current?.id ?? ''} options={[{ value: '', label: m.sizing_choose_card() }, ...offers.map(({ id, label }) => ({ value: id, label }))]} onChange={onTake} />}
      {until !== undefined && <p className={css.source} data-open={isPast || undefined}>{isPast ? m.sizing_price_past({ day: until }) : m.sizing_price_until({ day: until })}</p>}
    </>
  )
}
