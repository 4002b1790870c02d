import { z } from 'zod'
import { Decimal, MoneyText } from '#shared/decimal.ts'
import { groupBy } from '#shared/group-by.ts'
import { moneyText } from '#shared/money.ts'
import { UseCase } from '#shared/tenders/tender.ts'

/** One award an imported notice tells of. */
export type MarketAward = { tenderId: string; supplier: string; amount: string | null; currency: string | null; useCase: UseCase | null }

const Part = z.object({ count: z.int(), withAmount: z.int(), total: MoneyText, median: MoneyText.nullable(), tenderIds: z.array(z.string()) })

/** What imported award notices say of the market, in one currency: amounts of several are never added up. */
export const Market = z.object({
  currency: z.string().nullable(),
  currencies: z.array(z.object({ currency: z.string(), count: z.int() })),
  all: Part,
  byUseCase: z.array(Part.extend({ useCase: UseCase.nullable(), share: z.number() })),
  winners: z.array(Part.extend({ supplier: z.string() })),
})
export type Market = z.infer<typeof Market>

const mostWinners = 20
/** Behind a figure at most this many tenders are listed. */
const mostTenders = 500

/** Without a wanted currency: the one most awards are in. An award whose currency nobody stated counts as CNY. */
export function marketOf(awards: readonly MarketAward[], wanted: string | null): Market {
  const byCurrency = groupBy(awards, ({ currency }) => currency ?? 'CNY')
  const currencies = [...byCurrency].map(([currency, part]) => ({ currency, count: part.length })).toSorted((a, b) => b.count - a.count || (a.currency < b.currency ? -1 : 1))
  const currency = currencies.find((known) => known.currency === wanted)?.currency ?? currencies[0]?.currency ?? null
  const own = currency === null ? [] : (byCurrency.get(currency) ?? []).map(priced).toSorted(byAmount)
  const byUseCase = [...groupBy(own, ({ useCase }) => useCase ?? '')].map(([key, part]) => ({ useCase: UseCase.safeParse(key).data ?? null, share: part.length / own.length, ...partOf(part) }))
  const winners = [...groupBy(own, ({ supplier }) => supplier)].map(([supplier, part]) => ({ supplier, ...partOf(part) }))
  return {
    currency,
    currencies,
    all: partOf(own),
    byUseCase: byUseCase.toSorted((a, b) => b.count - a.count),
    winners: winners.toSorted((a, b) => b.count - a.count || new Decimal(b.total).cmp(a.total)).slice(0, mostWinners),
  }
}

type Priced = MarketAward & { exact: Decimal | null; rough: number }

const priced = (award: MarketAward): Priced => ({ ...award, exact: award.amount === null ? null : new Decimal(award.amount), rough: award.amount === null ? -Infinity : Number(award.amount) })

/** Floats keep the order of exact amounts but may tie: only ties are compared exactly. Every part of a sorted list is sorted. */
function byAmount(a: Priced, b: Priced): number {
  if (a.exact === null || b.exact === null) return Number(a.exact !== null) - Number(b.exact !== null)
  return a.rough - b.rough || a.exact.cmp(b.exact)
}

/** `awards` in order of their amounts. */
function partOf(awards: readonly Priced[]): z.infer<typeof Part> {
  const amounts = awards.flatMap(({ exact }) => exact ?? [])
  return {
    count: awards.length,
    withAmount: amounts.length,
    total: moneyText(amounts.reduce((sum, amount) => sum.plus(amount), new Decimal(0))),
    median: medianAmount(amounts),
    tenderIds: [...new Set(awards.map(({ tenderId }) => tenderId))].slice(0, mostTenders),
  }
}

function medianAmount(sorted: readonly Decimal[]): string | null {
  const middle = sorted.length >> 1
  const [low, high] = [sorted[middle - 1], sorted[middle]]
  if (high === undefined) return null
  return moneyText(sorted.length % 2 === 1 || low === undefined ? high : low.plus(high).div(2))
}
