import type { RivalGuess } from '#shared/contests/bid-contest.ts'
import { Decimal } from '#shared/decimal.ts'
import { roundToFen } from '#shared/money.ts'

/** A new row: 70, 85 and 100 % of the ceiling (else the budget, else our price), level with us give or take 3 points. To be changed by a person. */
export function newRival(name: string, base: string): RivalGuess {
  const share = (part: string) => Decimal.max('0.01', roundToFen(new Decimal(base).times(part))).toFixed(2)
  return { id: crypto.randomUUID(), name, low: share('0.7'), likely: share('0.85'), high: share('1'), lead: '0', leadSpread: '3', takesPart: 1, deduction: '0' }
}

/** A price typed over another pushes its neighbours along, so that low ≤ likely ≤ high stays true and in sight. */
export function withPrice({ low, likely, high }: Pick<RivalGuess, 'low' | 'likely' | 'high'>, key: 'low' | 'likely' | 'high', amount: string): Pick<RivalGuess, 'low' | 'likely' | 'high'> {
  const atLeast = (price: string) => Decimal.max(price, amount).toFixed(2)
  const atMost = (price: string) => Decimal.min(price, amount).toFixed(2)
  const typed = new Decimal(amount).toFixed(2)
  if (key === 'low') return { low: typed, likely: atLeast(likely), high: atLeast(high) }
  if (key === 'high') return { low: atMost(low), likely: atMost(likely), high: typed }
  return { low: atMost(low), likely: typed, high: atLeast(high) }
}
