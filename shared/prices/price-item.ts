import { z } from 'zod'
import { Decimal, DecimalText } from '#shared/decimal.ts'
import { Day, Instant } from '#shared/time.ts'

/** What we sell for (commercial value) or what we pay (cost). */
export const PriceKind = z.enum(['commercial', 'purchase'])
export type PriceKind = z.infer<typeof PriceKind>

export const PriceCategory = z.enum([
  'tokens-in',
  'tokens-out',
  'tokens-cached',
  'tokens-cache-write',
  'model-call',
  'gpu-rental',
  'server-rental',
  'server',
  'hosting',
  'licence',
  'person-day',
  'data',
  'travel',
  'subcontract',
  'other',
])
export type PriceCategory = z.infer<typeof PriceCategory>

/** What is counted; `other`: `unitName` says what. A card is one accelerator. */
export const PriceUnit = z.enum(['token', 'call', 'card-hour', 'card-month', 'server-hour', 'server-month', 'server', 'card', 'rack-month', 'kwh', 'person-day', 'person-month', 'seat-year', 'set', 'year', 'other'])
export type PriceUnit = z.infer<typeof PriceUnit>

/** What a reader of the price should know; words are the window's. */
export const PriceCaveat = z.enum([
  /** A zero or a negative sentinel the source does not call free: no price. */
  'zero-not-free',
  'spot',
  'marketplace',
  /** "from", 起: the least that is asked. */
  'starting-from',
  /** "~", 约. */
  'approximate',
  /** More than six decimals at the source: rounded half-up once. */
  'rounded',
  /** Output cheaper than input: likely a slip of the source. */
  'output-below-input',
  /** One price for input and output at the source. */
  'one-price',
  /** Without disks, network or whatever else the source leaves out. */
  'part-of-cost',
])
export type PriceCaveat = z.infer<typeof PriceCaveat>

const placesOf = (text: string): number => text.split('.')[1]?.length ?? 0
const isPositive = (text: string): boolean => !text.startsWith('-') && Number(text) > 0
/** A unit price: 0 or more, at most six decimals. */
const UnitPrice = DecimalText.refine((text) => !text.startsWith('-'), 'below 0').refine((text) => placesOf(text) <= 6, 'more than six decimals')
const Positive = DecimalText.refine(isPositive, 'not above 0')
const Fraction = DecimalText.refine((text) => !text.startsWith('-') && Number(text) <= 1, 'not between 0 and 1')

/** A price for sizes above `above` up to and including `upTo` (null: without end). */
export const PriceTier = z.object({ above: DecimalText.refine((text) => !text.startsWith('-'), 'below 0'), upTo: Positive.nullable(), unitPrice: UnitPrice.nullable() })
export type PriceTier = z.infer<typeof PriceTier>

const content = z.object({
  /** Names the price in the book; an import finds what it brought before by it. */
  code: z.string().trim().min(1).max(200),
  kind: PriceKind,
  category: PriceCategory,
  name: z.string().trim().min(1).max(300),
  vendor: z.string().max(200).nullable(),
  model: z.string().max(200).nullable(),
  /** `unitPrice` is asked for `per` of `unit`: 2 per 1 000 000 tokens; 47.6 per 8 card-hours. */
  unit: PriceUnit,
  unitName: z.string().max(30).nullable(),
  per: Positive,
  /** Null: not known. "0" only where `isFree`. With tiers: the price of the first. */
  unitPrice: UnitPrice.nullable(),
  isFree: z.boolean(),
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** Null: nobody has said whether VAT is in the price. */
  vatIncluded: z.boolean().nullable(),
  vatRate: Fraction.nullable(),
  region: z.string().max(100).nullable(),
  /** Empty: one price at any size. Tiers follow each other from 0 up. */
  tiers: z.array(PriceTier).max(30),
  /** What a tier's size is: tokens of one request's input, or the volume bought. */
  tierBasis: z.enum(['input-tokens', 'volume']).nullable(),
  source: z.object({ name: z.string().max(300), url: z.string().max(1000).nullable(), date: Day.nullable() }),
  validFrom: Day.nullable(),
  /** Valid through this day; null: no end stated. */
  validUntil: Day.nullable(),
  /** Made and run in China, for localisation; null: unknown. */
  isDomestic: z.boolean().nullable(),
  caveats: z.array(PriceCaveat),
  note: z.string().max(2000).nullable(),
  /** Which list it came from ('litellm', 'starter', 'hand' …): what a newer edition of the list no longer has is gone. */
  origin: z.string().min(1).max(200),
})

type Content = z.infer<typeof content>

const isZero = (price: string | null): boolean => price !== null && Number(price) === 0
const isFreeSaid = ({ unitPrice, isFree, tiers }: Content): boolean => (isFree ? isZero(unitPrice) : !isZero(unitPrice) && tiers.every((tier) => !isZero(tier.unitPrice)))
const areTiersInOrder = ({ tiers, unitPrice }: Content): boolean =>
  tiers.length === 0 || (tiers[0]?.unitPrice === unitPrice && tiers.every((tier, index) => (index === 0 ? Number(tier.above) === 0 : tier.above === tiers[index - 1]?.upTo) && (tier.upTo === null ? index === tiers.length - 1 : Number(tier.upTo) > Number(tier.above))))
const isValidityInOrder = ({ validFrom, validUntil }: Content): boolean => validFrom === null || validUntil === null || validFrom <= validUntil

/** What a person types or an import reads: a price item without its place in the book. */
export const PriceDraft = content
  .refine(isFreeSaid, { path: ['unitPrice'], message: 'zero is free only where the source says so' })
  .refine(areTiersInOrder, { path: ['tiers'], message: 'tiers follow each other from 0 and the first is the unit price' })
  .refine(isValidityInOrder, { path: ['validUntil'], message: 'ends before it begins' })
  .refine(({ unit, unitName }) => unit !== 'other' || (unitName !== null && unitName.trim() !== ''), { path: ['unitName'], message: 'says what the unit is' })
export type PriceDraft = z.infer<typeof PriceDraft>

/** A price in the book. `version` counts its changes; each stays in its history. */
export const PriceItem = content.extend({ id: z.string().min(1).max(64), version: z.int(), createdAt: Instant, updatedAt: Instant, isSample: z.boolean() })
export type PriceItem = z.infer<typeof PriceItem>

/** Why a state of a price was written. */
export const PriceCause = z.enum(['hand', 'import', 'starter', 'sample', 'expired'])
export type PriceCause = z.infer<typeof PriceCause>

/** One earlier or the present state of a price. */
export const PriceState = z.object({ version: z.int(), at: Instant, cause: PriceCause, unitPrice: UnitPrice.nullable(), per: Positive, currency: z.string(), validUntil: Day.nullable(), sourceDate: Day.nullable(), sourceName: z.string() })
export type PriceState = z.infer<typeof PriceState>

/** Rounds a unit price half-up to six decimals: the one rounding of prices, done once when a price is read or converted. */
export const roundUnitPrice = (price: Decimal): Decimal => price.toDecimalPlaces(6, Decimal.ROUND_HALF_UP)

/** A unit price as stored: no exponent, no trailing zeros. */
export const unitPriceText = (price: Decimal): string => roundUnitPrice(price).toFixed()
