import { z } from 'zod'
import { typedFact } from '#renderer/features/tenders/fact-values.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { TenderFacts, TenderField } from '#shared/tenders/tender.ts'

export const newTenderFields = ['title', 'buyer', 'projectNo', 'agency', 'budget', 'ceiling', 'bidDeadline'] as const satisfies readonly TenderField[]
export type NewTenderFields = Record<(typeof newTenderFields)[number], string>

const text = z.string()

/** The form as it was left, unread. */
export const NewTenderDraft = z.object({
  fields: z.object({ title: text, buyer: text, projectNo: text, agency: text, budget: text, ceiling: text, bidDeadline: text }),
  lots: z.array(z.object({ key: text, no: text, name: text, budget: text, ceiling: text })),
})

/** What is typed into the form, to the facts core keeps. An empty field is unknown; moments are Beijing time. */
export function newTenderForm(isDecimalComma: boolean) {
  const typed = (field: TenderField, max: number) =>
    z
      .string()
      .max(max, { error: () => m.new_too_long({ max }) })
      .transform((text, context) => {
        const read = typedFact(field, text, isDecimalComma)
        if (read.ok) return read.value
        context.addIssue({ code: 'custom', message: read.problem })
        return z.NEVER
      })
  return z
    .object({ title: typed('title', 1000).transform((title) => title ?? ''), buyer: typed('buyer', 500), projectNo: typed('projectNo', 300), agency: typed('agency', 500), budget: typed('budget', 40), ceiling: typed('ceiling', 40), bidDeadline: typed('bidDeadline', 40) })
    .transform((facts): TenderFacts => ({ ...facts, method: null, currency: 'CNY', publishedAt: null, openingTime: null, lots: [] }))
}
