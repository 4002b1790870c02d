import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useCore } from '#renderer/app/core.tsx'
import type { PriceCategory, PriceItem } from '#shared/prices/price-item.ts'
import type { BookOptions } from '#shared/sizing/book-price.ts'

export type Book = { items: readonly PriceItem[]; options: BookOptions }

/** What the price book knows of these kinds today, with the rates to read foreign prices by. */
export function usePriceBook(categories: readonly PriceCategory[], today: string): Book {
  const core = useCore()
  const { data: prices } = useQuery({ queryKey: ['prices', 'sizing', categories], queryFn: ({ signal }) => core.prices.list({ kind: 'purchase', categories: [...categories], status: 'valid' }, { signal }) })
  const { data: rates } = useQuery({ queryKey: ['prices', 'rates'], queryFn: ({ signal }) => core.prices.rates(undefined, { signal }) })
  return useMemo(() => ({ items: prices?.items ?? [], options: { today, rates: rates ?? [] } }), [prices, rates, today])
}
