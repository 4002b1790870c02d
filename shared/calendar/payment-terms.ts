import { Decimal } from '#shared/decimal.ts'
import { addDays, daysBetween } from '#shared/calendar/day.ts'
import { roundToFen } from '#shared/money.ts'

export type Buyer = 'government_or_institution' | 'large_enterprise'

const terms: Record<Buyer, { defaultDays: number; maxDays: number | null }> = {
  government_or_institution: { defaultDays: 30, maxDays: 60 },
  large_enterprise: { defaultDays: 60, maxDays: null },
}

export type SmePayment = { due: string | null; days: number; isClauseIllegal: boolean; maxDays: number | null }

/**
 * When a small business must be paid (保障中小企业款项支付条例9、10条, from 2025-06-01): 30 or 60 days from delivery, or from acceptance;
 * from the end of the agreed acceptance period when the buyer delays. Public buyers may agree on 60 days at most;
 * "paid when paid" is void. `due` is null while the day it runs from is unknown.
 */
export function smePayment(input: { buyer: Buyer; delivered: string | null; accepted: string | null; acceptanceAgreedBy: string | null; contractDays: number | null; isPayWhenPaid: boolean }): SmePayment {
  const { defaultDays, maxDays } = terms[input.buyer]
  const isTooLong = maxDays !== null && input.contractDays !== null && input.contractDays > maxDays
  const days = isTooLong ? maxDays : (input.contractDays ?? defaultDays)
  const from = runsFrom(input)
  return { due: from && addDays(from, days), days, isClauseIllegal: isTooLong || input.isPayWhenPaid, maxDays }
}

function runsFrom(input: { delivered: string | null; accepted: string | null; acceptanceAgreedBy: string | null }): string | null {
  const { accepted, acceptanceAgreedBy } = input
  if (accepted !== null && acceptanceAgreedBy !== null) return accepted < acceptanceAgreedBy ? accepted : acceptanceAgreedBy
  return accepted ?? acceptanceAgreedBy ?? input.delivered
}

export type LateInterest = { days: number; isRateIllegal: boolean; minimumRate: Decimal | null; interest: Decimal | null }

/**
 * Interest on a late payment (17条): the agreed yearly rate but at least the 1-year LPR at signing; 0.05 % a day when none is agreed.
 * Half-up to the fen; null when a rate is agreed but the LPR is unknown.
 */
export function lateInterest(amount: Decimal, due: string, paid: string, agreedRate: Decimal | null, oneYearLpr: Decimal | null): LateInterest {
  const days = Math.max(daysBetween(due, paid), 0)
  if (agreedRate === null) return { days, isRateIllegal: false, minimumRate: null, interest: roundToFen(amount.times('0.0005').times(days)) }
  if (oneYearLpr === null) return { days, isRateIllegal: false, minimumRate: null, interest: null }
  const rate = Decimal.max(agreedRate, oneYearLpr)
  return { days, isRateIllegal: agreedRate.lt(oneYearLpr), minimumRate: oneYearLpr, interest: roundToFen(amount.times(rate).times(days).div(365)) }
}
