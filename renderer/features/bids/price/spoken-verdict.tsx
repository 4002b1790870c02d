import { useEffect, useState } from 'react'
import { useLocale } from '#renderer/app/i18n.tsx'
import { flagLook, flagName } from '#renderer/components/flag-chip/flag-chip.tsx'
import { sentenceAmount } from '#renderer/features/bids/verdict/amounts.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { PricePoint } from '#shared/estimate/price-model.ts'
import css from '#renderer/features/bids/price/price-tab.module.css'

const quietMs = 500

/** Tells a screen reader where the price has come to rest, not every step on the way. */
export function SpokenVerdict({ point }: { point: PricePoint }) {
  const language = useLocale()
  const text = priceInWords(point, sentenceAmount(point.offerTotal, language))
  const [spoken, setSpoken] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(text), quietMs)
    return () => clearTimeout(timer)
  }, [text])
  return <p className={css.spoken} aria-live="polite">{spoken}</p>
}

/** '398.00 万元,低于商业价' */
export function priceInWords(point: PricePoint, price: string): string {
  return m.price_value_text({ price, verdict: flagName(flagLook(point.verdict)) })
}
