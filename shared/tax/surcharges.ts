import { Decimal } from '#shared/decimal.ts'
import { roundToFen } from '#shared/money.ts'

export type Location = 'city' | 'county' | 'other'

const urbanRates: Record<Location, string> = { city: '0.07', county: '0.05', other: '0.01' }

export type Surcharges = { urbanConstruction: Decimal; education: Decimal; localEducation: Decimal; total: Decimal }

/**
 * Surcharges on VAT paid: 城建税 7/5/1 % (城建税法4条), 教育费附加 3 %, 地方教育附加 2 %; halved for small-scale, small low-profit
 * and sole traders until 2027-12-31 (六税两费, 公告2023年第12号).
 */
export function surcharges(vatPaid: Decimal, location: Location, isHalved: boolean): Surcharges {
  const of = (rate: string) => roundToFen(vatPaid.times(rate).div(isHalved ? 2 : 1))
  const [urbanConstruction, education, localEducation] = [of(urbanRates[location]), of('0.03'), of('0.02')]
  return { urbanConstruction, education, localEducation, total: urbanConstruction.plus(education).plus(localEducation) }
}
