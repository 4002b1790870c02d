import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { DealDesk, defaultDesk, signersFor } from '#shared/approvals/deal-desk.ts'
import type { Decision, Submission } from '#shared/approvals/desk-event.ts'
import { changesSince, freeze, frozenHash } from '#shared/approvals/frozen-version.ts'
import { approvedLosses, isApproved, ledgerOf } from '#shared/approvals/ledger.ts'
import { budgetUse, isChargeable, LossBudget } from '#shared/approvals/loss-budget.ts'
import { type LogEntry, nextEntry } from '#shared/pricing/approval-log.ts'
import { sampleBid } from '../../support/sample-bid.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const at = '2026-11-22T01:00:00.000Z'

const submission = (change: Partial<Submission> = {}): Submission => ({
  bidId: 'B1', title: '合同审查', bidVersion: 3, versionHash: 'v3', verdict: 'below-full-cost', offerTotal: '1205000.00', profit: '-124000.00', approvers: ['sales-director', 'finance'], reason: '标杆客户', loss: { payBack: '二期', reviewOn: '2027-03-01', budgetId: 'q4' }, by: '李', at, ...change,
})
const decision = (change: Partial<Decision> = {}): Decision => ({
  bidId: 'B1', versionHash: 'v3', role: 'finance', by: '周', decision: 'approved', reason: '同意', at, title: '合同审查', isStandIn: false, verdict: 'below-full-cost', offerTotal: '1205000.00', profit: '-124000.00', loss: null, ...change,
})
const director = decision({ role: 'sales-director', by: '陈' })
const budget: LossBudget = { id: 'q4', name: '四季度', owner: '陈', from: '2026-10-01', to: '2026-12-31', amount: '500000', buyer: null, useCase: null, payBack: '二期', reviewOn: '2026-12-15', isClosed: false }

const logOf = (events: readonly { event: string; body: unknown }[]): LogEntry[] => {
  const entries: LogEntry[] = []
  for (const event of events) entries.push(nextEntry(entries.at(-1) ?? null, { at, by: '陈', ...event }, sha256))
  return entries
}

describe('the rules of the deal desk', () => {
  test('the rules a workspace starts with are allowed, and name nobody', () => {
    expect(DealDesk.parse(defaultDesk)).toEqual(defaultDesk)
    expect(signersFor(defaultDesk, ['sales-director', 'finance'], '2026-11-22')).toEqual([])
  })

  test('a stop that asks nobody, or asks an unknown role, is refused', () => {
    const withThin = (approvers: string[]) => ({ ...defaultDesk, policy: { ...defaultDesk.policy, rungs: { ...defaultDesk.policy.rungs, thin: { level: 'block' as const, approvers } } } })
    expect(DealDesk.safeParse(withThin([])).success).toBe(false)
    expect(DealDesk.safeParse(withThin(['board'])).success).toBe(false)
    expect(DealDesk.safeParse(withThin(['finance'])).success).toBe(true)
  })

  test('a stand-in is named as one, but not where they hold the role themselves', () => {
    const desk = { ...defaultDesk, roles: [{ id: 'finance', people: ['周'], standIns: [{ person: '周', from: null, to: null }, { person: '吴', from: '2026-11-20', to: '2026-11-22' }] }] }
    expect(signersFor(desk, ['finance'], '2026-11-22')).toEqual([{ role: 'finance', person: '周', isStandIn: false }, { role: 'finance', person: '吴', isStandIn: true }])
  })
})

describe('the frozen version', () => {
  const bid = sampleBid()
  const frozen = freeze(bid, 'below-full-cost')

  test('a fen of price, a cost, a term or another verdict makes another version, saving again does not', () => {
    const [first, ...rest] = bid.estimate.offerLines
    const dearer = { ...bid, estimate: { ...bid.estimate, offerLines: first ? [{ ...first, unitPrice: '1680000.01' }, ...rest] : [] } }
    const costlier = { ...bid, estimate: { ...bid.estimate, surchargeRate: '0.13' } }
    const other = { ...bid, terms: { ...bid.terms, validityDays: 120 } }
    expect(changesSince(frozen, freeze(dearer, 'below-full-cost'))).toEqual(['price'])
    expect(changesSince(frozen, freeze(costlier, 'below-full-cost'))).toEqual(['cost'])
    expect(changesSince(frozen, freeze(other, 'thin'))).toEqual(['terms', 'verdict'])
    expect(changesSince(frozen, freeze(sampleBid({ title: '改名', stage: 'submitted' }), 'below-full-cost'))).toEqual([])
    const hashes = [frozen, freeze(dearer, 'below-full-cost'), freeze(costlier, 'below-full-cost'), freeze(other, 'thin')].map((content) => frozenHash(content, sha256))
    expect(new Set(hashes).size).toBe(4)
  })
})

describe('the ledger', () => {
  const log = (decisions: readonly Decision[], submissions: readonly Submission[] = [submission()]) => ({ submissions: submissions.map((each, index) => ({ ...each, index })), decisions: decisions.map((each, index) => ({ ...each, index })) })

  const desk = { ...defaultDesk, roles: [{ id: 'sales-director', people: ['陈'], standIns: [] }, { id: 'finance', people: ['周'], standIns: [] }] }

  test('says who may sign, who signed and which budgets there are, from the log alone', () => {
    const ledger = ledgerOf(logOf([{ event: 'desk-changed', body: { desk } }, { event: 'budget-saved', body: budget }, { event: 'submitted', body: submission() }, { event: 'decided', body: director }, { event: 'budget-saved', body: { ...budget, amount: '600000' } }, { event: 'from-the-future', body: 1 }]))
    expect(ledger).toEqual({ desk, deskChanged: { by: '陈', at }, budgets: [{ ...budget, amount: '600000' }], submissions: [{ ...submission(), index: 2 }], decisions: [{ ...director, index: 3 }] })
  })

  test('a loss counts once every role has signed, and not after a refusal or by its author', () => {
    expect(isApproved(submission(), log([director]))).toBe(false)
    expect(isApproved(submission(), log([director, decision()]))).toBe(true)
    expect(isApproved(submission(), log([director, decision(), decision({ decision: 'rejected' })]))).toBe(false)
    expect(isApproved(submission(), log([director, decision({ by: '李' })]))).toBe(false)
    expect(isApproved(submission(), log([director, decision({ versionHash: 'v2' })]))).toBe(false)
  })

  test('who laid the version before the others, first or again, does not sign it', () => {
    expect(isApproved(submission(), log([director, decision()], [submission(), submission({ by: '周' })]))).toBe(false)
    expect(isApproved(submission(), log([director, decision()], [submission(), submission({ by: '周', versionHash: 'v2' })]))).toBe(true)
  })

  test('a line nobody was allowed to write decides nothing', () => {
    const lines = (people: string[]) => logOf([{ event: 'desk-changed', body: { desk: { ...desk, roles: [{ id: 'sales-director', people, standIns: [] }, ...desk.roles.slice(1)] } } }, { event: 'submitted', body: submission() }, { event: 'decided', body: director }])
    expect(ledgerOf(lines(['王'])).decisions).toEqual([])
    expect(ledgerOf(lines(['陈'])).decisions).toHaveLength(1)
  })

  test('one person’s two signatures are one', () => {
    expect(isApproved(submission(), log([director, decision({ by: '陈' })]))).toBe(false)
  })

  test('the last approved version of a bid is the loss that counts', () => {
    const asked = [submission(), submission({ versionHash: 'v4', profit: '-90000.00' }), submission({ versionHash: 'v5', profit: '-1.00' })].map((body) => ({ event: 'submitted', body }))
    const said = ['v3', 'v4'].flatMap((versionHash) => [decision({ versionHash }), { ...director, versionHash }]).map((body) => ({ event: 'decided', body }))
    const ledger = ledgerOf(logOf([{ event: 'desk-changed', body: { desk } }, ...asked, ...said]))
    expect(approvedLosses(ledger).map(({ submission: { profit }, budgetId }) => [profit, budgetId])).toEqual([['-90000.00', 'q4']])
  })
})

describe('a loss budget', () => {
  const loss = { bidId: 'B1', budgetId: 'q4', profit: '-300000', stage: 'won' as const }

  test('won losses are spent, open ones exposed, lost bids give back, profits refill nothing, other budgets do not count', () => {
    const use = budgetUse(budget, [loss, { ...loss, bidId: 'B6', profit: '900000' }, { ...loss, bidId: 'B2', profit: '-120000', stage: 'draft' }, { ...loss, bidId: 'B3', stage: 'lost' }, { ...loss, bidId: 'B4', budgetId: 'other' }, { ...loss, bidId: 'B5', profit: null, stage: 'submitted' }], '2026-12-15')
    expect(use).toEqual({ budget, committed: '300000.00', exposed: '120000.00', left: '80000.00', bidIds: ['B1', 'B6', 'B2', 'B5'], unknown: ['B5'], isReviewDue: true })
  })

  test('takes only losses of its buyer, use case and days, and none when closed', () => {
    const tender = { buyer: '云岭', useCase: 'data-analysis' }
    expect(isChargeable(budget, tender, '2026-12-31')).toBe(true)
    expect(isChargeable(budget, tender, '2027-01-01')).toBe(false)
    expect(isChargeable({ ...budget, buyer: '远川' }, tender, '2026-11-01')).toBe(false)
    expect(isChargeable({ ...budget, useCase: 'data-analysis', buyer: '云岭' }, tender, '2026-11-01')).toBe(true)
    expect(isChargeable({ ...budget, isClosed: true }, tender, '2026-11-01')).toBe(false)
    expect(LossBudget.safeParse({ ...budget, to: '2026-09-30' }).success).toBe(false)
  })
})
