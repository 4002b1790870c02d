import { z } from 'zod'
import { Decimal, DecimalText } from '#shared/decimal.ts'

/** What a runner makes of one vector: the values, or why there are none. */
export type Actual = Record<string, unknown>

export const dec = DecimalText.transform((text) => new Decimal(text))
export const decOrNull = dec.nullish().transform((value) => value ?? null)
export const textOrNull = DecimalText.nullish().transform((value) => value ?? null)

/** A rule of a vector file: its input's schema and what it computes. */
export type Rule = (inputs: unknown) => Actual

/** Checks the inputs against the schema, names the first bad field otherwise. */
export function rule<S extends z.ZodType>(schema: S, run: (inputs: z.output<S>) => Actual): Rule {
  return (inputs) => {
    const parsed = schema.safeParse(inputs)
    if (parsed.success) return run(parsed.data)
    const issue = parsed.error.issues[0]
    const field = ['inputs', ...(issue?.path ?? [])].join('.')
    return failure('field-invalid', `${field}: ${issue?.message ?? 'invalid'}`, field)
  }
}

export function failure(code: string, message: string, field?: string): Actual {
  return { error: field === undefined ? { code, message } : { code, message, field } }
}

/** Decimals as the vectors write them: no trailing zeros, no exponent. */
export function text(value: Decimal): string
export function text(value: Decimal | null): string | null
export function text(value: Decimal | null): string | null {
  return value && value.toString()
}

/** Means and limits are reported to six places. */
export function six(value: Decimal | null): string | null {
  return value && value.toDecimalPlaces(6, Decimal.ROUND_HALF_UP).toString()
}
