import { Decimal } from '#shared/decimal.ts'

export type Worth = { amount: string; kind: 'ceiling' | 'budget'; isSumOfLots: boolean }
type Amounts = { ceiling: string | null; budget: string | null }

/** What the tender is worth at most: the ceiling rejects, the budget informs, so the ceiling comes first. Lots count where the whole is silent and every lot says it. */
export function worthOf(tender: Amounts & { lots: readonly Amounts[] }): Worth | null {
  for (const kind of ['ceiling', 'budget'] as const) {
    const whole = tender[kind]
    const amount = whole ?? sum(tender.lots.map((lot) => lot[kind]))
    if (amount !== null) return { amount, kind, isSumOfLots: whole === null }
  }
  return null
}

function sum(amounts: readonly (string | null)[]): string | null {
  const known = amounts.filter((amount) => amount !== null)
  if (known.length === 0 || known.length < amounts.length) return null
  return known.reduce((total, amount) => total.plus(amount), new Decimal(0)).toFixed(2)
}
