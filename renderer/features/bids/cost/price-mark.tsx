import { IconClockExclamation } from '@tabler/icons-react'
import { m } from '#renderer/paraglide/messages.js'
import css from '#renderer/features/bids/cost/price-mark.module.css'

export type PriceMarkKind = 'missing' | 'zero' | 'expired' | 'rate'

/** A price that can't be relied on: missing ones are a dashed question mark, never a 0. */
export function PriceMark({ kind, text }: { kind: PriceMarkKind; text: string }) {
  const name = nameOf(kind)
  return (
    <span className={css.mark} data-kind={kind} title={name}>
      {kind === 'expired' ? <IconClockExclamation size={14} aria-hidden /> : <span className={css.box}>?</span>}
      <span className={css.hidden}>{name}</span>
      {text !== '' && <span className={css.text}>{text}</span>}
    </span>
  )
}

function nameOf(kind: PriceMarkKind): string {
  switch (kind) {
    case 'missing': return m.cost_mark_missing()
    case 'zero': return m.cost_mark_zero()
    case 'expired': return m.cost_mark_expired()
    case 'rate': return m.cost_mark_rate()
  }
}
