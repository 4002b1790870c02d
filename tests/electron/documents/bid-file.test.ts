import { afterEach, beforeEach, expect, it } from 'vitest'
import { bidFileOf, papersOfFile } from '#core/documents/bid-file.ts'
import { loadPapers } from '#core/documents/bid-papers.ts'
import { printVolume } from '#core/documents/print-volume.ts'
import { BidFile } from '#shared/bids/bid-file.ts'
import { arranged } from '#shared/templates/arrangement.ts'
import { openTestCore, type TestCore } from '../../support/workspace.ts'

let core: TestCore
let elsewhere: TestCore
beforeEach(() => {
  core = openTestCore()
  elsewhere = openTestCore()
})
afterEach(() => {
  core.close()
  elsewhere.close()
})

it('a bid file prints in an empty workspace what it prints here: its materials with their scans, and its own forms', async () => {
  await core.client.workspace.loadSample()
  const bidId = (await core.client.bids.list()).find(({ title }) => title.includes('客服'))?.id ?? ''
  const { template } = await core.client.templates.ofBid({ bidId })
  await core.client.templates.change({ bidId, template: arranged(template, { isBook: true, isBlind: false }) })
  const papers = await loadPapers(bidId, core.context)
  if (papers === null) throw new Error('no papers')
  const file = BidFile.parse(JSON.parse(JSON.stringify(await bidFileOf(papers))))
  const there = await printVolume('book', papersOfFile(file), elsewhere.context)
  const here = await printVolume('book', papers, core.context)
  expect(here.isBlocked).toBe(false)
  expect(there.isBlocked).toBe(false)
  expect([there.rendered.pages, there.rendered.anchors]).toEqual([here.rendered.pages, here.rendered.anchors])
  expect(there.rendered.bytes.length).toBe(here.rendered.bytes.length)
}, 60_000)

it('a file written before materials and forms were in it is read as it was', async () => {
  await core.client.workspace.loadSample()
  const bidId = (await core.client.bids.list())[0]?.id ?? ''
  const papers = await loadPapers(bidId, core.context)
  if (papers === null) throw new Error('no papers')
  const { library: _library, template: _template, files: _files, ...old } = await bidFileOf(papers)
  const read = papersOfFile(BidFile.parse(JSON.parse(JSON.stringify(old))))
  expect([read.library, read.template, read.responses?.length]).toEqual([{ items: [], chosen: [] }, undefined, papers.responses?.length])
})
