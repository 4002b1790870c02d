import { formatDecimal, formatPercent, type Language } from '#renderer/components/money-input/format-money.ts'
import { m } from '#renderer/paraglide/messages.js'
import { Decimal } from '#shared/decimal.ts'
import type { Accelerator } from '#shared/sizing/catalogue.ts'
import type { Origin } from '#shared/sizing/localisation.ts'
import type { InputKey, Step, StepKey, Term } from '#shared/sizing/step.ts'

const names: Record<InputKey | StepKey, (() => string) | null> = {
  users: m.sizing_users, activeShare: m.sizing_active_share, requestsPerDay: m.sizing_requests_per_day, workingDays: m.sizing_working_days, inputTokens: m.sizing_input_tokens, outputTokens: m.sizing_output_tokens, cacheShare: m.sizing_cache_share,
  inputPrice: m.sizing_input_price, cachedPrice: m.sizing_cached_price, outputPrice: m.sizing_output_price,
  bytesPerWeight: m.sizing_bytes_per_weight, bytesPerCacheValue: m.sizing_bytes_per_cache, overheadShare: m.sizing_overhead_factor, peakFactor: m.sizing_peak_factor, hoursPerDay: m.sizing_hours, secondsPerRequest: m.sizing_seconds, pue: m.sizing_pue, powerPrice: m.sizing_power_price, hostingPerServer: m.sizing_hosting, people: m.sizing_people, costPerPerson: m.sizing_person_cost,
  memoryGb: m.sizing_memory, powerWatts: m.sizing_card_power, inputTokensPerSecond: m.sizing_input_speed, outputTokensPerSecond: m.sizing_output_speed, usableShare: m.sizing_usable, cardsPerServer: m.sizing_cards_per_server, serverWatts: m.sizing_server_power, spareServers: m.sizing_spare, serverPrice: m.sizing_server_price, rentPerCard: m.sizing_rent_price,
  months: m.sizing_months, growthSum: m.sizing_term_growth_sum, growthPriceSum: m.sizing_term_growth_price, lastMonthFactor: m.sizing_term_last_month, freshShare: m.sizing_term_fresh_share, parametersB: m.sizing_term_parameters, cacheValuesPerToken: m.sizing_term_cache_values, hoursPerMonth: m.sizing_term_hours_month, contextTokens: m.sizing_term_context,
  million: null, thousand: null, secondsPerHour: null, giga: null,
  activeUsers: m.sizing_step_active_users, requestsPerMonth: m.sizing_step_requests, inputPerMonth: m.sizing_step_input_month, outputPerMonth: m.sizing_step_output_month, freshTokens: m.sizing_step_fresh, cachedTokens: m.sizing_step_cached, outputTokensAll: m.sizing_step_output, freshCost: m.sizing_step_fresh_cost, cachedCost: m.sizing_step_cached_cost, outputCost: m.sizing_step_output_cost,
  peakRequests: m.sizing_step_peak_requests, peakInput: m.sizing_step_peak_input, peakOutput: m.sizing_step_peak_output, cardsForInput: m.sizing_step_cards_input, cardsForOutput: m.sizing_step_cards_output, cardsForSpeed: m.sizing_step_cards_speed, weights: m.sizing_step_weights, usableMemory: m.sizing_step_usable, cardsPerCopy: m.sizing_step_cards_copy, copies: m.sizing_step_copies,
  concurrent: m.sizing_step_concurrent, cachePerToken: m.sizing_step_cache_token, cacheMemory: m.sizing_step_cache_memory, cardsForMemory: m.sizing_step_cards_memory, cards: m.sizing_step_cards, servers: m.sizing_step_servers, power: m.sizing_step_power, energy: m.sizing_step_energy,
  serversCost: m.sizing_step_servers_cost, rentalCost: m.sizing_step_rental_cost, powerCost: m.sizing_step_power_cost, hostingCost: m.sizing_step_hosting_cost, peopleCost: m.sizing_step_people_cost, total: m.sizing_step_total,
}

export const stepName = (key: StepKey): string => names[key]?.() ?? ''

/** A figure with the decimals that say something: two from a hundred on, else up to four. */
export function figureText(value: string | null, language: Language): string {
  if (value === null) return '?'
  const exact = new Decimal(value)
  const rounded = exact.toDecimalPlaces(exact.abs().greaterThanOrEqualTo(100) ? 2 : 4)
  return formatDecimal(rounded.toFixed(), language, rounded.decimalPlaces())
}

const shares: ReadonlySet<Term['key']> = new Set(['activeShare', 'cacheShare', 'freshShare', 'usableShare'])

function termText({ key, value }: Term, language: Language): string {
  const figure = value !== null && shares.has(key) ? formatPercent(value, language) : figureText(value, language)
  const name = names[key]?.()
  return name === undefined ? figure : `${name} ${figure}`
}

/** The terms from left to right; what is summed before it is multiplied stands in brackets. */
export function formulaText({ rule, terms }: Step, language: Language): string {
  if (rule === 'largest') return m.name_and_value({ name: m.sizing_largest(), value: terms.map((term) => termText(term, language)).join(' / ') })
  let text = ''
  let isSum = false
  for (const term of terms) {
    const bindsTighter = term.operator === '×' || term.operator === '÷'
    text = term.operator === '' ? termText(term, language) : `${bindsTighter && isSum ? `(${text})` : text} ${term.operator} ${termText(term, language)}`
    isSum = bindsTighter ? false : isSum || term.operator === '+' || term.operator === '−'
  }
  return rule === 'up' ? `${text} → ${m.sizing_rounded_up()}` : text
}

export function originName(origin: Origin): string {
  switch (origin) {
    case 'domestic': return m.sizing_domestic()
    case 'foreign': return m.sizing_foreign()
    case 'unknown': return m.sizing_origin_unknown()
    case 'not-applicable': return m.sizing_not_applicable()
  }
}

export function confidenceName(confidence: Accelerator['source']['confidence']): string {
  switch (confidence) {
    case 'vendor': return m.sizing_confidence_vendor()
    case 'paper': return m.sizing_confidence_paper()
    case 'reported': return m.sizing_confidence_reported()
    case 'unverified': return m.sizing_confidence_unverified()
  }
}
