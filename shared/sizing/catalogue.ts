import { z } from 'zod'
import { DecimalText } from '#shared/decimal.ts'

/** Where a figure is from; `vendor` and `paper` can be quoted, `reported` is somebody's account, `unverified` must be checked before use. */
const Source = z.object({ url: z.url().nullable(), confidence: z.enum(['vendor', 'paper', 'reported', 'unverified']) })

/** An accelerator card as bought. What no quotable source states is null, and a person must say it. */
export const Accelerator = z.object({
  id: z.string(),
  name: z.string(),
  vendor: z.string(),
  isDomestic: z.boolean(),
  memoryGb: DecimalText.nullable(),
  powerWatts: DecimalText.nullable(),
  source: Source,
  note: z.string().nullable(),
})
export type Accelerator = z.infer<typeof Accelerator>

/** What one token keeps in the cache: keys and values per head group, or one latent vector per layer. */
export const KeyValueShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('grouped'), layers: z.int(), heads: z.int(), headSize: z.int() }),
  z.object({ kind: z.literal('latent'), layers: z.int(), latentSize: z.int() }),
])
export type KeyValueShape = z.infer<typeof KeyValueShape>

/** An open-weight model; parameters in thousand millions, `activeParametersB` null for a dense one. */
export const LanguageModel = z.object({
  id: z.string(),
  name: z.string(),
  vendor: z.string(),
  isDomestic: z.boolean(),
  parametersB: DecimalText,
  activeParametersB: DecimalText.nullable(),
  contextTokens: z.int(),
  keyValue: KeyValueShape,
  source: Source,
})
export type LanguageModel = z.infer<typeof LanguageModel>

/** Tokens per second and card somebody measured for a model on an accelerator, under the conditions named. */
export const Throughput = z.object({
  acceleratorId: z.string(),
  modelId: z.string(),
  bytesPerWeight: DecimalText,
  inputTokensPerSecond: DecimalText,
  outputTokensPerSecond: DecimalText,
  conditions: z.string(),
  source: Source,
})
export type Throughput = z.infer<typeof Throughput>
