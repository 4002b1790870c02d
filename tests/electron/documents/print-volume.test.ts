import { describe, expect, it } from 'vitest'
import { renderJob } from '#core/documents/print-job.ts'
import type { PrintJob } from '#core/documents/print-job.ts'
import { printVolume } from '#core/documents/print-volume.ts'
import type { BidPapers } from '#core/documents/bid-papers.ts'
import type { Check } from '#shared/documents/check.ts'
import { simulate } from '#shared/estimate/simulate.ts'
import { sampleBid, sampleCompany, sampleTender } from '../../support/sample-bid.ts'

const papers: BidPapers = { bid: sampleBid(), tender: sampleTender, company: sampleCompany, responses: [] }
const jobs: PrintJob[] = []
const context = {
  now: () => new Date('2026-11-22T22:48:13.123Z'),
  renderPdf: (job: PrintJob) => {
    jobs.push(job)
    return renderJob(job, 'node_modules/@expo-google-fonts')
  },
  simulate: ({ estimate, seed, samples, today }: { estimate: BidPapers['bid']['estimate']; seed: number; samples: number; today: string }) => Promise.resolve(simulate(estimate, { seed, samples, today })),
}
const lastMark = (): string | null => jobs.at(-1)?.document.watermark ?? null
const missingApproval: Check = { code: 'approval-missing', level: 'stop', where: { screen: 'approvals', field: null, lineId: null }, figures: {} }

describe('printing a volume', () => {
  it('leaves a bid that may be handed in unmarked', async () => {
    const printed = await printVolume('price', papers, context)
    expect([printed.isBlocked, lastMark()]).toEqual([false, null])
  })

  it('marks every page 草稿 while anything stops the bid, in its fields or elsewhere', async () => {
    const open = await printVolume('price', { ...papers, company: { ...sampleCompany, bankName: null } }, context)
    expect([open.isBlocked, lastMark()]).toEqual([true, '草稿'])
    const unapproved = await printVolume('business', papers, context, undefined, [missingApproval])
    expect([unapproved.isBlocked, lastMark()]).toEqual([true, '草稿'])
  })

  it('prints the internal sheet whatever is open: approvers decide by it', async () => {
    const printed = await printVolume('internal', { ...papers, company: { ...sampleCompany, bankName: null } }, context)
    expect([printed.isBlocked, printed.checks, lastMark()]).toEqual([false, [], '内部资料'])
  })
})
