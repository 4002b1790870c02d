import type { CostLine } from '#shared/estimate/estimate.ts'

/** Names of accelerators, chips and models that a domestic stack replaces. A name is a hint, not proof of origin. */
const foreignNames = /\b(nvidia|a10|a30|a100|a800|h20|h100|h200|h800|b100|b200|b300|gb200|l4|l20|l40s?|rtx\s?\d{4}|tesla|cuda|amd|mi\d{3}x?|intel|xeon|openai|gpt-?\d?|chatgpt|claude|anthropic|gemini|llama|mistral|azure|aws)\b|英伟达|英特尔/i

/** Cost lines that by their name or currency are not domestic: what a localisation demand would touch. */
export const foreignLines = (costLines: readonly CostLine[]): CostLine[] =>
  costLines.filter(({ name, currency }) => foreignNames.test(name) || (currency !== null && currency !== undefined && currency !== 'CNY'))
