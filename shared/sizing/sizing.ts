import { z } from 'zod'
import { DecimalText } from '#shared/decimal.ts'
import { Provenance } from '#shared/estimate/provenance.ts'

const AtLeastZero = DecimalText.refine((text) => !text.startsWith('-'), 'below 0')
const Share = AtLeastZero.refine((text) => Number(text) <= 1, 'above 1')
const AtLeastOne = AtLeastZero.refine((text) => Number(text) >= 1, 'below 1')
const Positive = AtLeastZero.refine((text) => Number(text) > 0, 'not above 0')
/** A rate of change a month: above −100 %. */
const Growth = DecimalText.refine((text) => Number(text) > -1, 'not above −1')

/** Who asks how much: the same load for every route. `rangeLow` and `rangeHigh` are factors on it for the three-point value. */
export const Load = z.object({
  users: AtLeastZero,
  activeShare: Share,
  requestsPerDay: AtLeastZero,
  workingDays: AtLeastZero,
  inputTokens: AtLeastZero,
  outputTokens: AtLeastZero,
  /** Share of the input that repeats and is served from the cache. */
  cacheShare: Share,
  monthlyGrowth: Growth,
  rangeLow: Share,
  rangeHigh: AtLeastOne,
})
export type Load = z.infer<typeof Load>

/** Prices of a model bought by the token: CNY per million tokens without VAT; null is unknown. */
export const ApiRoute = z.object({
  model: z.string().max(200),
  isDomestic: z.boolean().nullable(),
  inputPrice: AtLeastZero.nullable(),
  cachedPrice: AtLeastZero.nullable(),
  outputPrice: AtLeastZero.nullable(),
  /** Share the prices fall each month. */
  monthlyDecline: Share,
  vatRate: Share,
  source: z.string().max(300).nullable(),
  /** Where each price was taken from the book; null: typed by hand. */
  taken: z.object({ input: Provenance.nullish(), cached: Provenance.nullish(), output: Provenance.nullish() }).nullish(),
})
export type ApiRoute = z.infer<typeof ApiRoute>

/** What a private deployment is sized for, whatever it runs on. */
export const Deployment = z.object({
  modelId: z.string().nullable(),
  bytesPerWeight: Positive,
  bytesPerCacheValue: Positive,
  /** Memory beside the weights that grows with them (activations, fragments), as a share of them. */
  overheadShare: AtLeastZero,
  /** The busiest second against the average of the working hours. */
  peakFactor: AtLeastOne,
  hoursPerDay: Positive.refine((text) => Number(text) <= 24, 'above 24'),
  secondsPerRequest: Positive,
  pue: AtLeastOne,
  powerPrice: AtLeastZero.nullable(),
  hostingPerServer: AtLeastZero.nullable(),
  people: AtLeastZero,
  costPerPerson: AtLeastZero.nullable(),
})
export type Deployment = z.infer<typeof Deployment>

/** One choice of hardware. Memory, power and throughput are a person's own figures; null takes the catalogue's, where it has one. */
export const Stack = z.object({
  id: z.string().min(1).max(64),
  acceleratorId: z.string().nullable(),
  memoryGb: Positive.nullable(),
  powerWatts: AtLeastZero.nullable(),
  inputTokensPerSecond: Positive.nullable(),
  outputTokensPerSecond: Positive.nullable(),
  /** Share of a card's memory that can be used. */
  usableShare: Share.refine((text) => Number(text) > 0, 'not above 0'),
  cardsPerServer: z.int().min(1).max(64),
  serverWatts: AtLeastZero,
  spareServers: z.int().min(0).max(1000),
  supply: z.enum(['buy', 'rent']),
  /** CNY per server without VAT. */
  serverPrice: AtLeastZero.nullable(),
  /** CNY per card and month without VAT, with power and hosting. */
  rentPerCard: AtLeastZero.nullable(),
  source: z.string().max(300).nullable(),
  /** Where the price of what is bought or rented was taken from the book; null: typed by hand. */
  taken: Provenance.nullish(),
})
export type Stack = z.infer<typeof Stack>

/** What a cost line of a sizing stands for. */
export const SizingItem = z.enum(['api-input', 'api-cached', 'api-output', 'servers', 'rental', 'power', 'hosting', 'people'])
export type SizingItem = z.infer<typeof SizingItem>

/** Where a cost line came from; a person's change of what the sizing gave is kept and marked. */
export const SizingLink = z.object({ item: SizingItem, isOverridden: z.boolean() })
export type SizingLink = z.infer<typeof SizingLink>

/** A workload and the ways to serve it, kept with the estimate it makes cost lines for. */
export const Sizing = z.object({
  startMonth: z.int().min(0).max(600),
  months: z.int().min(1).max(120),
  load: Load,
  api: ApiRoute,
  deployment: Deployment,
  stacks: z.array(Stack).max(4),
  /** 'api' or the id of a stack: what the cost lines follow. */
  choice: z.string(),
  isDomesticRequired: z.boolean(),
  /** True once a person put it into the costs: from then on the lines follow. */
  isLinked: z.boolean(),
  /** Lines a person took out of the costs; they do not come back by themselves. */
  left: z.array(SizingItem).max(20),
})
export type Sizing = z.infer<typeof Sizing>
