import type { BidTemplate, TemplateAnswers } from '#shared/bid-templates/bid-template.ts'
import { type Variables, evaluateFormula } from '#shared/bid-templates/formula.ts'
import { Decimal } from '#shared/decimal.ts'
import type { CostLine, Estimate, OfferLine, ThreePoint } from '#shared/estimate/estimate.ts'
import { scaleOffer } from '#shared/estimate/scale-offer.ts'
import { apiRoute } from '#shared/sizing/api-route.ts'
import { type LineMaker, withSizing } from '#shared/sizing/cost-lines.ts'
import { newSizing } from '#shared/sizing/new-sizing.ts'
import type { Sizing } from '#shared/sizing/sizing.ts'

const sizingOf = (template: BidTemplate, { route, users, months }: TemplateAnswers, newId: () => string): Sizing => {
  const sizing = newSizing(newId)
  const [stack] = sizing.stacks
  return { ...sizing, months, load: { ...sizing.load, ...template.load, users }, choice: route === 'api' || stack === undefined ? 'api' : stack.id, isLinked: true }
}

/** Million tokens in and out over all months. */
const tokensOf = (sizing: Sizing): Decimal =>
  apiRoute(sizing).items.reduce((sum, { quantity }) => sum.plus(quantity ?? 0), new Decimal(0))

const variablesOf = ({ route, users, months, documents, systems, onSitePeople }: TemplateAnswers, sizing: Sizing): Variables => ({
  users: new Decimal(users),
  months: new Decimal(months),
  documents: new Decimal(documents),
  systems: new Decimal(systems),
  onSitePeople: new Decimal(onSitePeople),
  tokens: tokensOf(sizing),
  isApi: new Decimal(route === 'private' ? 0 : 1),
  isPrivate: new Decimal(route === 'api' ? 0 : 1),
  isHybrid: new Decimal(route === 'hybrid' ? 1 : 0),
})

const spread = (likely: Decimal, { low, high }: { low: string; high: string }): ThreePoint => {
  const text = (value: Decimal) => value.toDecimalPlaces(2).toFixed()
  return { low: text(likely.times(low)), likely: text(likely), high: text(likely.times(high)) }
}

type Filling = { template: BidTemplate; answers: TemplateAnswers; variables: Variables; newId: () => string }

const whole = (formula: string, variables: Variables, least: number): number => Math.min(600, Math.max(least, evaluateFormula(formula, variables).ceil().toNumber()))
const holds = (formula: string, variables: Variables): boolean => evaluateFormula(formula, variables).greaterThan(0)

const costLinesOf = ({ template, answers, variables, newId }: Filling): CostLine[] =>
  template.costLines.flatMap((line): CostLine[] => {
    const quantity = evaluateFormula(line.quantity, variables)
    if (!holds(line.when, variables) || !quantity.greaterThan(0)) return []
    const price = line.price === null ? null : answers.prices[line.price]
    return [{
      id: newId(),
      name: line.name,
      category: line.category,
      unit: line.unit,
      quantity: spread(quantity, line.spread),
      unitCost: price === null ? null : spread(new Decimal(price.amount), template.priceSpread),
      price: price === null || price.source === null ? null : { source: price.source },
      inputVatRate: line.inputVatRate,
      nature: 'incremental',
      scalesWithVolume: true,
      startMonth: whole(line.startMonth, variables, 0),
      months: whole(line.months, variables, 1),
    }]
  })

/** The offer total split by the lines' weights, to the fen; 0 while no total is known. */
const offerLinesOf = ({ template, answers, variables, newId }: Filling, estimate: Estimate): OfferLine[] => {
  const lines = template.offerLines.filter((line) => holds(line.when, variables)).map((line) => ({ line, weight: evaluateFormula(line.weight, variables), quantity: evaluateFormula(line.quantity, variables) }))
  const weights = lines.reduce((sum, { weight }) => sum.plus(weight), new Decimal(0))
  const offerLines = lines.map(({ line, weight, quantity }): OfferLine => ({
    id: newId(),
    name: line.name,
    quantity: quantity.toDecimalPlaces(2).toFixed(),
    unit: line.unit,
    unitPrice: answers.offerTotal === null || weights.isZero() || quantity.isZero() ? '0' : new Decimal(answers.offerTotal).times(weight).div(weights).div(quantity).toFixed(2),
    vatRate: line.vatRate,
    commercialUnitPrice: null,
    softwareVatRefund: false,
  }))
  if (answers.offerTotal === null) return offerLines
  const scaled = scaleOffer({ ...estimate, offerLines }, answers.offerTotal)
  return scaled.kind === 'nothing-to-scale' ? offerLines : scaled.estimate.offerLines
}

/**
 * The first estimate a template gives for these answers, on the rates and policy of the estimate it takes the place of.
 * What nobody has said a price of stays unknown; inference follows a sizing that is linked from the start.
 */
export const fillTemplate = (template: BidTemplate, answers: TemplateAnswers, estimate: Estimate, make: LineMaker): Estimate => {
  const sizing = sizingOf(template, answers, make.newId)
  const variables = variablesOf(answers, sizing)
  const filling = { template, answers, variables, newId: make.newId }
  const impact = (share: string) => new Decimal(answers.offerTotal ?? 0).times(share).toFixed(2)
  const filled: Estimate = {
    ...estimate,
    offerLines: offerLinesOf(filling, estimate),
    costLines: costLinesOf(filling),
    // A risk is a share of the offer: without an offer it cannot be put in figures.
    risks: answers.offerTotal === null ? [] : template.risks.filter((risk) => holds(risk.when, variables)).map(({ name, probability, impact: { low, likely, high }, month }) => ({ id: make.newId(), name, probability, impact: { low: impact(low), likely: impact(likely), high: impact(high) }, month: whole(month, variables, 0) })),
    payment: template.payment.map(({ name, share, dueMonth, delayDays }) => ({ name, share, dueMonth: whole(dueMonth, variables, 0), delayDays })),
  }
  return withSizing(filled, sizing, make)
}
