import { z } from 'zod'
import { type Actual, dec, decOrNull, type Rule, rule, text } from '#core/cli/rules/vector.ts'
import { chineseWorkingDays as calendar } from '#shared/calendar/chinese-working-days.ts'
import type { Method } from '#shared/calendar/deadline-rules.ts'
import { applyRule, bidPeriod, bidValidUntil, deadlineRule, type DeadlineTrack, type DerivedDate, workingPeriodEnd } from '#shared/calendar/deadlines.ts'
import { lateInterest, smePayment } from '#shared/calendar/payment-terms.ts'
import { addWorkingDays } from '#shared/calendar/working-days.ts'
import { additionsLimit, bidBondCap, performanceBondCap } from '#shared/pricing/bond-caps.ts'
import { Day } from '#shared/time.ts'

const gp = 'government_procurement'
const law = 'tender_law_soe'

const derive = (code: string, track: DeadlineTrack, day: string, method: Method = 'tender'): DerivedDate => applyRule(calendar, deadlineRule(code, track, method), day)

/** One date in, one date out. */
const oneDay = (input: string, output: string, code: string, track: DeadlineTrack): Rule =>
  rule(z.object({ [input]: Day }), (inputs): Actual => ({ [output]: derive(code, track, inputs[input] ?? '').day }))

const minimumPeriod = (track: DeadlineTrack, method: Method): Rule =>
  rule(z.object({ document_issue_date: Day, deadline: Day.nullish() }), (inputs): Actual => {
    if (!inputs.deadline) return { earliest_deadline: derive('earliest-bid-deadline', track, inputs.document_issue_date, method).day }
    const { isLongEnough, days } = bidPeriod(calendar, track, method, inputs.document_issue_date, inputs.deadline)
    return { compliant: isLongEnough, days }
  })

const docSale = rule(z.object({ start: Day }), ({ start }): Actual => ({
  earliest_end_start_excluded: derive('earliest-doc-sale-end', gp, start).day,
  earliest_end_start_included: workingPeriodEnd(calendar, start, 5),
}))

const publicity = rule(z.object({ report_received: Day, publicity_start: Day }), (inputs): Actual => ({
  latest_start: derive('latest-candidates-publicity', law, inputs.report_received).day,
  min_end: derive('earliest-candidates-publicity-end', law, inputs.publicity_start).day,
}))

const challenge = rule(z.object({ result_published: Day, publicity_workdays: z.int().min(0).default(1) }), (inputs): Actual => {
  const end = addWorkingDays(calendar, inputs.result_published, inputs.publicity_workdays)
  return { publicity_end: end, latest_challenge: addWorkingDays(calendar, end, 7) }
})

const contract = rule(z.object({ award_notice: Day }), (inputs): Actual => {
  const { day, rawDay } = derive('latest-contract', law, inputs.award_notice)
  return day === rawDay ? { latest_signing: day } : { last_day_raw: rawDay, latest_signing: day }
})

const refundTender = rule(z.object({ contract_signed: Day }), (inputs): Actual => ({ latest_refund: derive('latest-bond-refund', law, inputs.contract_signed).day, with_interest: true }))
const validity = rule(z.object({ bid_deadline: Day, validity_days: z.int().min(1) }), (inputs): Actual => ({ bid_valid_until: bidValidUntil(inputs.bid_deadline, inputs.validity_days) }))
const bondValidity = rule(z.object({ bid_valid_until: Day }), (inputs): Actual => ({ bond_valid_until_min: inputs.bid_valid_until }))
const bondCap = rule(z.object({ base: dec, track: z.string() }), (inputs): Actual => ({ cap: text(bidBondCap(inputs.base, inputs.track === 'tender_works_goods')) }))
const performanceCap = rule(z.object({ contract: dec }), (inputs): Actual => ({ cap: text(performanceBondCap(inputs.contract)) }))

const payment = rule(
  z.object({
    buyer: z.enum(['government_or_institution', 'large_enterprise']),
    delivered: Day.nullish(),
    accepted: Day.nullish(),
    acceptance_agreed_by: Day.nullish(),
    contract_days: z.int().min(0).nullish(),
    clause: z.string().nullish(),
  }),
  (inputs): Actual => {
    const { due, maxDays, isClauseIllegal } = smePayment({
      buyer: inputs.buyer,
      delivered: inputs.delivered ?? null,
      accepted: inputs.accepted ?? null,
      acceptanceAgreedBy: inputs.acceptance_agreed_by ?? null,
      contractDays: inputs.contract_days ?? null,
      isPayWhenPaid: /背靠背|pay.when.paid/i.test(inputs.clause ?? ''),
    })
    const illegal = isClauseIllegal ? { illegal_clause: true, ...(maxDays === null ? {} : { max_days: maxDays }) } : {}
    return { ...illegal, ...(due === null ? {} : { due }) }
  },
)

const interest = rule(z.object({ amount: dec, due: Day, paid: Day, agreed_annual_rate: decOrNull, lpr_1y: decOrNull }), (inputs): Actual => {
  const found = lateInterest(inputs.amount, inputs.due, inputs.paid, inputs.agreed_annual_rate, inputs.lpr_1y)
  if (inputs.agreed_annual_rate === null) return { days: found.days, daily_rate: '0.0005', interest: text(found.interest) }
  return { illegal_rate: found.isRateIllegal, min_rate: text(found.minimumRate), interest: text(found.interest) }
})

const additions = rule(z.object({ original: dec, additions: z.array(dec) }), (inputs): Actual => {
  const { total, limit, isAllowed } = additionsLimit(inputs.original, inputs.additions)
  return { total: text(total), limit: text(limit), compliant: isAllowed }
})

export const deadlineVectorRules: Record<string, Rule> = {
  MIN_BID_PERIOD_20D: minimumPeriod(law, 'tender'),
  MIN_CONSULTATION_10D: minimumPeriod(gp, 'consultation'),
  MIN_NEGOTIATION_3WD: minimumPeriod(gp, 'negotiation'),
  MIN_INQUIRY_3WD: minimumPeriod(gp, 'inquiry'),
  DOC_SALE_5WD_GP: docSale,
  DOC_SALE_5D_TENDER: oneDay('start', 'earliest_end', 'earliest-doc-sale-end', law),
  CLARIFICATION_15D: oneDay('deadline', 'latest_clarification', 'latest-clarification', law),
  OBJECTION_10D: oneDay('deadline', 'latest_objection', 'latest-document-objection', law),
  CHALLENGE_DOC_7WD: oneDay('received', 'latest_challenge', 'latest-document-challenge', gp),
  CANDIDATE_PUBLICITY: publicity,
  CHALLENGE_RESULT_7WD: challenge,
  CHALLENGE_REPLY_7WD: oneDay('received', 'latest_reply', 'latest-challenge-reply', gp),
  COMPLAINT_15WD: oneDay('reply_due', 'latest_complaint', 'latest-complaint', gp),
  TENDER_COMPLAINT_10D: oneDay('known_date', 'latest_complaint', 'latest-complaint', law),
  CONTRACT_30D: contract,
  BID_BOND_REFUND_TENDER: refundTender,
  BID_BOND_REFUND_GP_LOSER: oneDay('award_notice', 'latest_refund', 'latest-bond-refund-loser', gp),
  BID_BOND_REFUND_GP_WINNER: oneDay('contract_signed', 'latest_refund', 'latest-bond-refund-winner', gp),
  GP_RESULT_2WD: oneDay('award_decided', 'latest_publication', 'latest-result-publication', gp),
  GP_CONTRACT_PUBLICATION_2WD: oneDay('contract_signed', 'latest_publication', 'latest-contract-publication', gp),
  GP_CONTRACT_FILING_7WD: oneDay('contract_signed', 'latest_filing', 'latest-contract-filing', gp),
  BID_VALIDITY: validity,
  BID_BOND_VALIDITY: bondValidity,
  BID_BOND_CAP: bondCap,
  PERFORMANCE_BOND_CAP: performanceCap,
  PAYMENT_SME: payment,
  LATE_INTEREST: interest,
  CHANGE_CONTRACT_PLUS_10PCT: additions,
}
