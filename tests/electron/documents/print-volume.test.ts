import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadPapers } from '#core/documents/bid-papers.ts'
import { renderJob } from '#core/documents/print-job.ts'
import type { PrintJob } from '#core/documents/print-job.ts'
import { printVolume } from '#core/documents/print-volume.ts'
import type { BidPapers } from '#core/documents/bid-papers.ts'
import { loadOpenSample } from '#core/sample/sample.ts'
import type { Check } from '#shared/documents/check.ts'
import { simulate } from '#shared/estimate/simulate.ts'
import { png } from '../../support/pictures.ts'
import { fontsDirectory, openTestCore, pdfium } from '../../support/workspace.ts'
import { sampleBid, sampleCompany, sampleTender } from '../../support/sample-bid.ts'

const papers: BidPapers = { bid: sampleBid(), tender: sampleTender, company: sampleCompany, responses: [] }
const jobs: PrintJob[] = []
const context = {
  now: () => new Date('2026-11-22T22:48:13.123Z'),
  renderPdf: (job: PrintJob) => {
    jobs.push(job)
    return renderJob(job, { fontsDirectory, pdfium })
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

it('a bid of the workspace brings the files its documents show, and leaves out those that are not there', async () => {
  const core = openTestCore()
  try {
    await loadOpenSample(core.context)
    const [bid] = await core.client.bids.list()
    const path = join(core.folder, 'scan.png')
    const bytes = png(40, 30)
    writeFileSync(path, bytes)
    const [added] = await core.client.files.add({ tokens: [core.grant(path)] })
    const id = added?.ok === true ? added.attachment.file.id : ''
    const loaded = await loadPapers(bid?.id ?? '', core.context)
    const files = await loaded?.files?.([id, '0'.repeat(64)])
    expect([...(files?.keys() ?? [])]).toEqual([id])
    expect(Buffer.compare(Buffer.from(files?.get(id) ?? []), bytes)).toBe(0)
  } finally {
    core.close()
  }
})

it('the volumes a bid cites are laid out for their pages, and only the one asked for is written', async () => {
  const core = openTestCore()
  try {
    await core.client.workspace.loadSample()
    const [bid] = await core.client.bids.list()
    const loaded = await loadPapers(bid?.id ?? '', core.context)
    if (loaded === null) throw new Error('the sample has no bid')
    const formats: PrintJob['format'][] = []
    const { rendered } = await printVolume('technical', loaded, {
      ...core.context,
      renderPdf: (job) => {
        formats.push(job.format)
        return core.context.renderPdf(job)
      },
    })
    expect(formats.length).toBeGreaterThan(1)
    expect(formats.slice(0, -1).every((format) => format === null)).toBe(true)
    expect(Buffer.from(rendered.bytes.subarray(0, 5)).toString()).toBe('%PDF-')
  } finally {
    core.close()
  }
})
