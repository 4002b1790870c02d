import { z } from 'zod'
import { type Actual, failure } from '#core/cli/rules/vector.ts'
import { capitalAmount, chequeDate, readCapitalAmount } from '#shared/capital-amount.ts'
import { Decimal, DecimalText } from '#shared/decimal.ts'
import { prevailingPrice } from '#shared/price-precedence.ts'
import { Day } from '#shared/time.ts'

const figure = z.string().regex(/^[¥￥]?\d[\d,]*(\.\d+)?$/, 'not an amount in figures').optional()

/** The file of capital amounts has a list per question instead of one list of vectors. */
export const CapitalFile = z.looseObject({
  to_capital: z.array(z.object({ id: z.string(), amount: DecimalText, accepted: z.array(z.string()).default([]) })),
  parse: z.array(z.object({ id: z.string(), text: z.string() })).default([]),
  invalid: z.array(z.object({ id: z.string(), input: z.string(), report_mode: z.string().optional() })).default([]),
  cheque_dates: z.array(z.object({ date: Day })).default([]),
  precedence: z
    .array(
      z.object({ id: z.string(), capital: z.string().optional(), figure, unit_price: figure, quantity: figure, line_total: figure, opening_table_total: figure, opening_table: figure, detail_in_bid: figure }),
    )
    .default([]),
})
type CapitalFile = z.infer<typeof CapitalFile>

/** Every vector of the file under its id; cheque dates have none and stand under their day. */
export function capitalResults(file: CapitalFile): { id: string; actual: Actual }[] {
  return [
    ...file.to_capital.map((vector) => ({ id: vector.id, actual: written(vector) })),
    ...file.parse.map(({ id, text }) => ({ id, actual: read(text) })),
    ...file.invalid.map((vector) => ({ id: vector.id, actual: refused(vector) })),
    ...file.cheque_dates.map(({ date }) => ({ id: date, actual: { capital: chequeDate(date) } })),
    ...file.precedence.map((vector) => ({ id: vector.id, actual: prevailing(vector) })),
  ]
}

/** The canonical capitals, and the amount every accepted spelling reads back to. */
function written({ amount, accepted }: CapitalFile['to_capital'][number]): Actual {
  const made = capitalAmount(amount)
  if (!made.ok) return { error: made.error }
  const wrong = [made.text, ...accepted].find((text) => {
    const back = readCapitalAmount(text)
    return !back.ok || !new Decimal(back.amount).eq(amount)
  })
  return wrong === undefined ? { canonical: made.text, amount } : { canonical: made.text, ...failure('reads-differently', wrong) }
}

function read(text: string): Actual {
  const found = readCapitalAmount(text)
  return found.ok ? { amount: new Decimal(found.amount).toString() } : { error: found.error }
}

function refused({ input, report_mode: reportMode }: CapitalFile['invalid'][number]): Actual {
  const made = capitalAmount(input)
  if (made.ok) return { canonical: made.text }
  const report = reportMode === undefined ? null : capitalAmount(input, { allowNegative: true })
  return { error: made.error, ...(report?.ok ? { report_mode: report.text } : {}) }
}

function prevailing(vector: CapitalFile['precedence'][number]): Actual {
  const openingTable = vector.opening_table ?? vector.opening_table_total
  const stated = { openingTable, detail: vector.detail_in_bid, capital: vector.capital, figure: vector.figure, unitPrice: vector.unit_price, quantity: vector.quantity, lineTotal: vector.line_total }
  const found = prevailingPrice(stated)
  if (found === null) return failure('no-price', 'the vector states no two prices that could be weighed')
  const { prevailing: price, correctedUnitPrice } = found
  return correctedUnitPrice === null ? { prevailing: price } : { prevailing: price, prevailing_total: price, corrected_unit_price: correctedUnitPrice }
}
