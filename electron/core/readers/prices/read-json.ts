import { readGpuOffering } from '#shared/prices/lists/gpu.ts'
import { readLitellmModel } from '#shared/prices/lists/litellm.ts'
import { readModelsDevProvider } from '#shared/prices/lists/models-dev.ts'
import { readOpenRouterModel } from '#shared/prices/lists/openrouter.ts'
import { readPriceHistory } from '#shared/prices/lists/price-history.ts'
import { type ListFacts, type PriceReading, refusedPrice } from '#shared/prices/lists/reading.ts'
import { Day } from '#shared/time.ts'

const usd = { sourceUrl: null, sourceDate: null, currency: 'USD' }
const litellm: ListFacts = { ...usd, origin: 'litellm', sourceName: 'LiteLLM' }
const openRouter: ListFacts = { ...usd, origin: 'openrouter', sourceName: 'OpenRouter', sourceUrl: 'https://openrouter.ai/models' }
const modelsDev: ListFacts = { ...usd, origin: 'models.dev', sourceName: 'models.dev' }
const history: ListFacts = { ...usd, origin: 'price-history', sourceName: 'price-history' }
const gpus: ListFacts = { ...usd, origin: 'gpu-pricing', sourceName: 'gpu-pricing' }

/** The entry of LiteLLM's map that explains the others. */
const explanation = 'sample_spec'

const dayOf = (value: unknown): string | null => (typeof value === 'string' ? (Day.safeParse(value.slice(0, 10)).data ?? null) : null)

type JsonObject = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)

function readItem(value: unknown, vendor: string | null, row: number): PriceReading[] {
  if (!isObject(value)) return [refusedPrice('field-invalid', `record ${row} is not an object`, row)]
  if ('price_usd_hour' in value) return readGpuOffering(value, row, gpus)
  if ('price_history' in value) return readPriceHistory(vendor ?? 'unknown', value, row, history)
  if ('pricing' in value) return readOpenRouterModel(value, row, openRouter)
  return [refusedPrice('price-missing', `record ${row} has no price that is read`, row)]
}

function parsed(text: string): { ok: true; value: unknown } | { ok: false; reading: PriceReading } {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    return { ok: false, reading: refusedPrice('syntax', `not JSON: ${error instanceof Error ? error.message : 'unreadable'}`, null) }
  }
}

/** A price list in JSON: LiteLLM's map, models.dev, OpenRouter, vendor price histories or a GPU catalogue, told apart record by record. `listDay`: the day the list says it is of. */
export function readJsonPrices(text: string): { readings: PriceReading[]; listDay: string | null } {
  const document = parsed(text)
  if (!document.ok) return { readings: [document.reading], listDay: null }
  const { value } = document
  const empty = { readings: [refusedPrice('file-empty', 'no records', null)], listDay: null }
  if (Array.isArray(value)) return value.length === 0 ? empty : { readings: value.flatMap((item, index) => readItem(item, null, index + 1)), listDay: null }
  if (!isObject(value)) return empty
  const vendor = typeof value['vendor'] === 'string' ? value['vendor'] : null
  const items = [value['data'], value['models']].find((list) => Array.isArray(list))
  if (Array.isArray(items)) return items.length === 0 ? empty : { readings: items.flatMap((item, index) => readItem(item, vendor, index + 1)), listDay: null }
  const entries = Object.entries(value).filter(([key, entry]) => key !== explanation && isObject(entry))
  const readings = entries.flatMap(([key, entry], index) => readModelsDevProvider(entry, index + 1, modelsDev) ?? readLitellmModel(key, entry, index + 1, litellm))
  return readings.length === 0 ? empty : { readings, listDay: dayOf(value['last_updated']) }
}
