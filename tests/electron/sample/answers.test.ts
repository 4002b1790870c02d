import { afterEach, beforeEach, expect, it } from 'vitest'
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
  const bid = (await core.client.bids.list()).find(({ title }) => title.includes('智能客服'))
  const bidId = bid?.id ?? ''
  const rows = await core.client.responses.list({ bidId })
  expect(rows.length).toBeGreaterThan(35)
  expect(rows.filter((row) => stateOf(row) !== 'done').map(({ requirement }) => requirement.text)).toEqual([])

  const [sample] = await readSampleAnswers(join(assetsDirectory, 'sample'))
  const unused = sample?.answers.filter(({ asked }) => !rows.some(({ requirement }) => answerFromRequirement(requirement.text).startsWith(asked)))
  expect(unused).toEqual([])

  const named = sample?.answers.flatMap(({ evidence }) => evidence) ?? []
  const cited = rows.flatMap(({ response }) => response.evidence.flatMap((ref) => ('anchor' in ref ? [ref.anchor] : [])))
  expect(new Set(cited).size).toBe(new Set(named).size)
  expect(cited.filter((anchor) => /^(certificate|text|person|reference):/.test(anchor)).length).toBeGreaterThan(30)

  const places = new Set((await core.client.documents.places({ bidId })).map(({ anchor }) => anchor))
  expect(cited.filter((anchor) => !places.has(anchor))).toEqual([])
})
