import { m } from '#renderer/paraglide/messages.js'
import type { Criterion } from '#shared/go-no-go/scorecard.ts'

/** A criterion's name: the company's own, else the words for a standard one. */
export function criterionName({ id, name }: Criterion): string {
  if (name !== null) return name
  switch (id) {
    case 'strategic-fit': return m.criterion_strategic_fit()
    case 'competence': return m.criterion_competence()
    case 'price-room': return m.criterion_price_room()
    case 'competition': return m.criterion_competition()
    case 'payment-terms': return m.criterion_payment_terms()
    case 'capacity': return m.criterion_capacity()
    case 'relationship': return m.criterion_relationship()
    case 'risk': return m.criterion_risk()
    default: return id
  }
}

/** What 5 points mean, for a standard criterion. */
export function criterionHint(id: string): string | undefined {
  switch (id) {
    case 'strategic-fit': return m.criterion_hint_strategic_fit()
    case 'competence': return m.criterion_hint_competence()
    case 'price-room': return m.criterion_hint_price_room()
    case 'competition': return m.criterion_hint_competition()
    case 'payment-terms': return m.criterion_hint_payment_terms()
    case 'capacity': return m.criterion_hint_capacity()
    case 'relationship': return m.criterion_hint_relationship()
    case 'risk': return m.criterion_hint_risk()
    default: return undefined
  }
}
