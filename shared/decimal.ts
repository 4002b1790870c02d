import { Decimal as DecimalJs } from 'decimal.js'
import { z } from 'zod'

/** Exact decimal arithmetic for money and rates. 40 digits is far past any intermediate of the estimate. */
export const Decimal = DecimalJs.clone({ precision: 40, rounding: DecimalJs.ROUND_HALF_UP, toExpNeg: -30, toExpPos: 40 })
export type Decimal = DecimalJs
/** What `new Decimal(…)` takes. */
export type DecimalValue = DecimalJs.Value

const decimalPattern = /^-?\d{1,18}(\.\d{1,12})?$/

/** A decimal number as text ("398.5"); JSON numbers are accepted and kept digit for digit. Never a float past this door. */
export const DecimalText = z.union([
  z.string().regex(decimalPattern),
  z.number().refine((n) => decimalPattern.test(String(n)), 'not a plain decimal').transform((n) => String(n)),
])

const moneyPattern = /^-?\d{1,18}(\.\d{1,2})?$/

/** An amount of money as text, at most two decimals. */
export const MoneyText = z.union([
  z.string().regex(moneyPattern),
  z.number().refine((n) => moneyPattern.test(String(n)), 'at most two decimals').transform((n) => String(n)),
])
