import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadPapers } from '#core/documents/bid-papers.ts'
import { printVolume } from '#core/documents/print-volume.ts'
import { readSampleAnswers } from '#core/sample/answers.ts'
import { loadOpenSample } from '#core/sample/sample.ts'
import { join } from 'node:path'
import { answerFromRequirement, stateOf } from '#shared/responses/response.ts'
import { assetsDirectory, openTestCore, type TestCore } from '../../support/workspace.ts'

let core: TestCore
beforeEach(async () => {
  core = openTestCore()
  await loadOpenSample(core.context)
})
afterEach(() => core.close())

it('the sample answers everything its tender document asks, and every proof stands in one of its volumes', async () => {
  const [sample] = await readSampleAnswers(join(assetsDirectory, 'sample'))
  const { rows, cited } = await answersOf('智能客服')
  expect(rows.length).toBeGreaterThan(35)
  const named = sample?.answers.flatMap(({ evidence }) => evidence) ?? []
  expect(new Set(cited).size).toBe(new Set(named).size)
  expect(cited.filter((anchor) => /^(certificate|text|person|reference):/.test(anchor)).length).toBeGreaterThan(30)
})

it.each([['智能客服', 0], ['合同智能审查', 1], ['政务知识库智能问答', 2]])('the sample bid for %s answers all that is asked, each answer is used, and its volumes have every proof', async (title, at) => {
  const sample = (await readSampleAnswers(join(assetsDirectory, 'sample')))[at]
  const { bidId, rows, cited } = await answersOf(title)
  expect(rows.filter((row) => stateOf(row) !== 'done').map(({ requirement }) => requirement.text)).toEqual([])
  const unused = sample?.answers.filter(({ asked }) => !rows.some(({ requirement }) => answerFromRequirement(requirement.text).startsWith(asked)))
  expect(unused).toEqual([])
  const places = new Set((await core.client.documents.places({ bidId })).map(({ anchor }) => anchor))
  expect(cited.filter((anchor) => !places.has(anchor))).toEqual([])
})

it('the healthy sample bid prints all its volumes: nothing stops one', async () => {
  const { bidId } = await answersOf('政务知识库智能问答')
  const papers = await loadPapers(bidId, core.context)
  if (papers === null) throw new Error('no such bid')
  for (const volume of ['business', 'technical', 'price'] as const) {
    const { isBlocked, checks } = await printVolume(volume, papers, core.context)
    expect(checks.filter(({ level }) => level === 'stop')).toEqual([])
    expect(isBlocked).toBe(false)
  }
})

async function answersOf(title: string) {
  const bidId = (await core.client.bids.list()).find((bid) => bid.title.includes(title))?.id ?? ''
  const rows = await core.client.responses.list({ bidId })
  return { bidId, rows, cited: rows.flatMap(({ response }) => response.evidence.flatMap((ref) => ('anchor' in ref ? [ref.anchor] : []))) }
}
