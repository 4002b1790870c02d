import { z } from 'zod'
import { Decimal, DecimalText, MoneyText } from '#shared/decimal.ts'
import { Provenance } from '#shared/estimate/provenance.ts'
import { ScenarioSettings } from '#shared/scenarios/settings.ts'
import { Sizing, SizingLink } from '#shared/sizing/sizing.ts'
import { Day } from '#shared/time.ts'

const atLeastZero = (text: string): boolean => !text.startsWith('-') || Number(text) === 0
const atMostOne = (text: string): boolean => Number(text) <= 1

/** A quantity or rate that can't be below 0, and a share, probability or tax rate between 0 and 1. */
const NotNegative = DecimalText.refine(atLeastZero, 'below 0')
const Fraction = NotNegative.refine(atMostOne, 'above 1')
const Amount = MoneyText.refine(atLeastZero, 'below 0')

type Three = { low: string; likely: string; high: string }
// The schema asks this of values it has already refused, too: those are not compared.
const isAscending = ({ low, likely, high }: Three): boolean => ![low, likely, high].every((value) => DecimalText.safeParse(value).success) || (new Decimal(low).lessThanOrEqualTo(likely) && new Decimal(likely).lessThanOrEqualTo(high))
const ThreePoint = z.object({ low: NotNegative, likely: NotNegative, high: NotNegative }).refine(isAscending, 'not low ≤ likely ≤ high')
export type ThreePoint = z.infer<typeof ThreePoint>

export const CostCategory = z.enum(['people', 'inference', 'compute', 'hardware', 'licence', 'data', 'travel', 'subcontract', 'fee', 'other'])
export type CostCategory = z.infer<typeof CostCategory>

export const OfferLine = z.object({
  id: z.string().min(1).max(64),
  name: z.string().max(300),
  specification: z.string().max(2000).nullish(),
  quantity: NotNegative,
  unit: z.string().max(30),
  unitPrice: DecimalText,
  vatRate: Fraction,
  commercialUnitPrice: NotNegative.nullish(),
  commercialPrice: Provenance.nullish(),
  softwareVatRefund: z.boolean().default(false),
  remark: z.string().max(500).nullish(),
})
export type OfferLine = z.infer<typeof OfferLine>

export const CostLine = z.object({
  id: z.string().min(1).max(64),
  name: z.string().max(300),
  category: CostCategory,
  unit: z.string().max(30).nullish(),
  quantity: ThreePoint,
  /** null: nobody has said what it costs. In `currency` when that is not CNY. */
  unitCost: ThreePoint.nullable(),
  /** A unit cost of 0 counts as known only when a person confirmed it. */
  zeroConfirmed: z.boolean().nullish(),
  currency: z.string().regex(/^[A-Z]{3}$/).nullish(),
  /** CNY per unit of `currency`; a foreign price without it is unknown. */
  exchangeRate: NotNegative.nullish(),
  price: Provenance.nullish(),
  inputVatRate: Fraction,
  nature: z.enum(['incremental', 'allocated']).default('incremental'),
  scalesWithVolume: z.boolean().default(true),
  startMonth: z.int().min(0).max(600),
  months: z.int().min(1).max(600),
  /** The sizing this line follows; null for a line of its own. */
  origin: SizingLink.nullish(),
  /** A person's word on where the product is from; null: not said. */
  isDomestic: z.boolean().nullish(),
})
export type CostLine = z.infer<typeof CostLine>

export const Subsidy = z.object({
  id: z.string().min(1).max(64),
  programme: z.string().max(300),
  category: CostCategory,
  share: Fraction,
  cap: Amount,
  payoutDelayMonths: z.int().min(0).max(240),
  secured: z.boolean(),
  /** The programme it was chosen from, with the proof and the days it can be used; outside them it is not secured. */
  programmeId: z.string().nullish(),
  evidence: z.string().max(300).nullish(),
  from: Day.nullish(),
  until: Day.nullish(),
})
export type Subsidy = z.infer<typeof Subsidy>

export const Risk = z.object({
  id: z.string().min(1).max(64),
  name: z.string().max(300),
  probability: Fraction,
  impact: ThreePoint,
  month: z.int().min(0).max(600),
})
export type Risk = z.infer<typeof Risk>

export const Payment = z.object({ name: z.string().max(100), share: Fraction, dueMonth: z.int().min(0).max(600), delayDays: z.int().min(0).max(3650) })
export type Payment = z.infer<typeof Payment>

export const Bond = z.object({
  kind: z.enum(['bid', 'performance']),
  amount: Amount,
  months: z.int().min(0).max(600),
  form: z.enum(['cash', 'guarantee']),
  guaranteeRate: NotNegative.default('0'),
})
export type Bond = z.infer<typeof Bond>

export const AgencyFee = z.object({
  payer: z.enum(['winner', 'buyer']),
  schedule: z.enum(['goods', 'services', 'works', 'fixed']),
  amount: Amount.nullish(),
  discount: Fraction.default('0'),
})
export type AgencyFee = z.infer<typeof AgencyFee>

export const EstimatePolicy = z.object({
  minMargin: DecimalText.default('0.15'),
  maxLossProbability: DecimalText.default('0.10'),
  parityFloor: DecimalText.default('0.60'),
  likelyWin: DecimalText.default('0.50'),
})
export type EstimatePolicy = z.infer<typeof EstimatePolicy>

/**
 * The input of an estimate, as the estimate model defines it. Amounts are CNY, VAT-inclusive on offer lines and
 * VAT-exclusive on cost lines; rates are fractions; months count from contract start (0).
 * What is not known is null, never 0.
 */
export const Estimate = z.object({
  offerLines: z.array(OfferLine).max(2000),
  costLines: z.array(CostLine).max(2000),
  subsidies: z.array(Subsidy).max(100).default([]),
  risks: z.array(Risk).max(200).default([]),
  payment: z.array(Payment).max(100).default([]),
  bonds: z.array(Bond).max(20).default([]),
  agencyFee: AgencyFee.default({ payer: 'buyer', schedule: 'services', discount: '0' }),
  overheadRate: NotNegative.default('0'),
  contingencyRate: NotNegative.default('0'),
  annualFinanceRate: NotNegative.default('0'),
  surchargeRate: NotNegative.default('0'),
  stampDutyRate: NotNegative.default('0'),
  volumeShares: z.array(NotNegative).min(1).max(20).default(['1']),
  riskCorrelation: Fraction.default('0.3'),
  policy: EstimatePolicy.default({ minMargin: '0.15', maxLossProbability: '0.10', parityFloor: '0.60', likelyWin: '0.50' }),
  /** The workload behind the lines that follow it; it changes no figure by itself. */
  sizing: Sizing.nullish(),
  /** What the cases beside the bid assume; null: as usual. It changes no figure. */
  scenarios: ScenarioSettings.nullish(),
})
export type Estimate = z.infer<typeof Estimate>
