import acceleratorData from '#assets/sizing/accelerators.json' with { type: 'json' }
import modelData from '#assets/sizing/language-models.json' with { type: 'json' }
import throughputData from '#assets/sizing/throughputs.json' with { type: 'json' }
import { z } from 'zod'
import { Accelerator, LanguageModel, Throughput } from '#shared/sizing/catalogue.ts'

/** The catalogues the program ships with, checked when they are loaded. */
export const accelerators: readonly Accelerator[] = z.array(Accelerator).parse(acceleratorData)
export const languageModels: readonly LanguageModel[] = z.array(LanguageModel).parse(modelData)
export const throughputs: readonly Throughput[] = z.array(Throughput).parse(throughputData)

export const acceleratorOf = (id: string | null): Accelerator | null => accelerators.find((accelerator) => accelerator.id === id) ?? null
export const languageModelOf = (id: string | null): LanguageModel | null => languageModels.find((model) => model.id === id) ?? null

/** What is published for this pair, at any precision; null when nobody's measurement is known. */
export const publishedThroughput = (acceleratorId: string | null, modelId: string | null): Throughput | null =>
  throughputs.find((throughput) => throughput.acceleratorId === acceleratorId && throughput.modelId === modelId) ?? null
