import { z } from 'zod'
import { MoneyText } from '#shared/decimal.ts'

/** A ratio as reported: a JSON number with at most six decimals (margin, parity, volume share). */
const Ratio = z.number()

export const VolumeResult = z.object({ share: Ratio, profit: MoneyText, margin: Ratio.nullable() })
export type VolumeResult = z.infer<typeof VolumeResult>

/**
 * What an estimate comes to: amounts are CNY text with two decimals, rounded half-up once; ratios are numbers with six.
 * Null is unknown or undefined: parity and commercial value without every commercial price, margin without revenue,
 * break-even and floor price when no factor on the offer reaches them.
 */
export const EstimateResult = z.object({
  offerTotal: MoneyText,
  netRevenue: MoneyText,
  direct: MoneyText,
  riskCost: MoneyText,
  subsidy: MoneyText,
  overhead: MoneyText,
  contingency: MoneyText,
  outputVat: MoneyText,
  inputVat: MoneyText,
  vatPayable: MoneyText,
  surcharges: MoneyText,
  vatRefund: MoneyText,
  stampDuty: MoneyText,
  agencyFee: MoneyText,
  bondCost: MoneyText,
  financing: MoneyText,
  cashTrough: MoneyText,
  incrementalCost: MoneyText,
  fulfilmentCost: MoneyText,
  expectedCost: MoneyText,
  profit: MoneyText,
  commercialValue: MoneyText.nullable(),
  parity: Ratio.nullable(),
  margin: Ratio.nullable(),
  profitWithAllSubsidies: MoneyText,
  byVolume: z.array(VolumeResult),
  breakEvenPrice: MoneyText.nullable(),
  floorPrice: MoneyText.nullable(),
})
export type EstimateResult = z.infer<typeof EstimateResult>
