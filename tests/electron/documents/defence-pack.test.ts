import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadOpenSample } from '#core/sample/sample.ts'
import { openTestCore, type TestCore } from '../../support/workspace.ts'

let core: TestCore
let bidId: string
beforeEach(async () => {
  core = openTestCore()
  await loadOpenSample(core.context)
  bidId = (await core.client.bids.list()).find(({ title }) => title.includes('客服'))?.id ?? ''
})
afterEach(() => core.close())

test('the explanation of a low price is one click: a file of its own with the letter, the price, the cost and the proof', async () => {
  const { outline, checks } = await core.client.documents.render({ bidId, volume: 'defence' })
  expect(outline.map(({ title }) => title)).toEqual(['目录', '一、报价合理性说明函', '二、投标分项报价表', '三、成本测算表', '四、报价构成表', '五、证明材料目录', '六、履约承诺'])
  expect(checks.filter(({ level }) => level === 'stop')).toEqual([])
  const path = join(core.folder, 'defence.pdf')
  const saved = await core.client.documents.save({ bidId, volume: 'defence', destination: core.grant(path) })
  expect(saved).toMatchObject({ fileName: 'defence.pdf', pages: expect.any(Number) })
  expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-')
})

test('it is not made while a cost is unknown', async () => {
  const { bid } = await core.client.bids.get({ id: bidId })
  const [first, ...rest] = bid.estimate.costLines
  if (first === undefined) throw new Error('the sample bid has cost lines')
  await core.client.bids.saveEstimate({ id: bidId, version: bid.version, estimate: { ...bid.estimate, costLines: [{ ...first, unitCost: null }, ...rest] } })
  await expect(core.client.documents.save({ bidId, volume: 'defence', destination: core.grant(join(core.folder, 'x.pdf')) })).rejects.toMatchObject({ code: 'BLOCKED' })
})
