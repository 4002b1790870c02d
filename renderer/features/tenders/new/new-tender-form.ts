import { z } from 'zod'
import { parseMoney } from '#renderer/components/money-input/parse-money.ts'
import { m } from '#renderer/paraglide/messages.js'
import { instantFromBeijing } from '#shared/calendar/beijing-time.ts'
import type { TenderFacts } from '#shared/tenders/tender.ts'

const text = (max: number) => z.string().trim().max(max, { error: () => m.new_too_long({ max }) })
const orNull = (value: string) => (value === '' ? null : value)

export type NewTenderFields = Record<'title' | 'buyer' | 'projectNo' | 'agency' | 'budget' | 'ceiling' | 'day' | 'time', string>

/** What is typed into the form, to the facts core keeps. An empty field is unknown; a deadline needs day and time, in Beijing. */
export function newTenderForm(isDecimalComma: boolean) {
  const money = z.string().transform((typed, context) => {
    const parsed = parseMoney(typed, { unit: 'yuan', maxDecimals: 2, isDecimalComma })
    if (parsed.ok) return parsed.amount
    context.addIssue({ code: 'custom', message: m.fact_amount_unreadable() })
    return z.NEVER
  })
  return z
    .object({ title: text(1000).min(1, { error: () => m.fact_title_needed() }), buyer: text(500), projectNo: text(300), agency: text(500), budget: money, ceiling: money, day: z.string(), time: z.string() })
    .refine(({ day, time }) => day !== '' || time === '', { path: ['day'], error: () => m.new_day_needed() })
    .refine(({ day, time }) => day === '' || time !== '', { path: ['time'], error: () => m.new_time_needed() })
    .transform(({ day, time, ...fields }): TenderFacts => ({
      title: fields.title,
      buyer: orNull(fields.buyer),
      projectNo: orNull(fields.projectNo),
      agency: orNull(fields.agency),
      method: null,
      budget: fields.budget,
      ceiling: fields.ceiling,
      currency: 'CNY',
      publishedAt: null,
      bidDeadline: day === '' ? null : instantFromBeijing(day, time),
      openingTime: null,
      lots: [],
    }))
}
