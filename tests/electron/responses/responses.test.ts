import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestCore, type TestCore } from '../../support/workspace.ts'
import { factsOf } from '#shared/tenders/merge-draft.ts'
import { openResponse } from '#shared/responses/response.ts'
import { aDraft } from '../../support/tender.ts'

let core: TestCore
let bidId: string
let tenderId: string

const asked = [
  { clauseNo: '1', kind: 'technical', mark: 'star', text: '系统须支持私有化部署。' },
  { clauseNo: '2', kind: 'technical', mark: 'none', text: '支持不少于200个并发会话。' },
  { clauseNo: '1', kind: 'business', mark: 'none', text: '合同签订后60日内交付。' },
] as const

beforeEach(async () => {
  core = openTestCore()
  const lots = [{ no: '包1', name: '平台', budget: null, ceiling: null }, { no: '包2', name: '标注', budget: null, ceiling: null }]
  tenderId = (await core.client.tenders.create({ ...factsOf(aDraft()), lots })).id
  bidId = (await core.client.bids.start({ tenderId, lotNo: '包1' })).id
  for (const clause of asked) await core.client.requirements.add({ tenderId, requirement: { ...clause, lotNo: null, isMandatory: clause.mark === 'star', scoring: null } })
})
afterEach(() => core.close())

const rows = () => core.client.responses.list({ bidId })
const answers = async () => (await rows()).map(({ requirement, response }) => [requirement.text, response.answer, response.deviation])

describe('answering what is asked', () => {
  it('begins with nothing said, ★ first, and keeps each answer with its own version', async () => {
    expect((await rows()).map(({ requirement, version }) => [requirement.mark, version])).toEqual([['star', 0], ['none', 0], ['none', 0]])
    const [first] = await rows()
    const requirementId = first?.requirement.id ?? ''
    const response = { ...openResponse, answer: '采用容器化私有部署，提供离线安装包', deviation: 'none' as const, evidence: [{ anchor: 'form:technical-solution' }, { words: '附件三' }] }
    expect(await core.client.responses.save({ bidId, requirementId, version: 0, response })).toEqual({ requirementId, version: 1, response })
    await expect(core.client.responses.save({ bidId, requirementId, version: 0, response })).rejects.toMatchObject({ code: 'STALE', data: { version: 1 } })
    expect((await rows())[0]).toMatchObject({ version: 1, response })
  })

  it('leaves out what is asked of another lot only', async () => {
    await core.client.requirements.add({ tenderId, requirement: { lotNo: '包2', clauseNo: null, kind: 'technical', mark: 'none', text: '标注十万条', isMandatory: false, scoring: null } })
    await core.client.requirements.add({ tenderId, requirement: { lotNo: '包1', clauseNo: null, kind: 'technical', mark: 'none', text: '平台须开放接口', isMandatory: false, scoring: null } })
    const texts = (await rows()).map(({ requirement }) => requirement.text)
    expect(texts).toContain('平台须开放接口')
    expect(texts).not.toContain('标注十万条')
  })

  it('answers the open ones with their own words at once, touches no other, and can be taken back whole', async () => {
    const [star, second, third] = await rows()
    const id = (row: typeof star) => row?.requirement.id ?? ''
    await core.client.responses.save({ bidId, requirementId: id(second), version: 0, response: { ...openResponse, answer: '支持300个', deviation: 'positive' } })
    await core.client.responses.save({ bidId, requirementId: id(third), version: 0, response: { ...openResponse, note: '问法务' } })
    const before = await answers()
    const filled = await core.client.responses.answerOpen({ bidId, requirementIds: [id(star), id(second), id(third)], deviation: 'none' })
    expect(await answers()).toEqual([['系统须支持私有化部署。', '系统须支持私有化部署。', 'none'], ['支持不少于200个并发会话。', '支持300个', 'positive'], ['合同签订后60日内交付。', '合同签订后60日内交付。', 'none']])
    expect((await rows())[2]?.response.note).toBe('问法务')
    expect(await core.client.responses.putBack({ bidId, answers: filled.before })).toEqual({ count: 2 })
    expect(await answers()).toEqual(before)
  })

  it('keeps the answer of a requirement that was taken out and came back', async () => {
    const [first] = await rows()
    const requirementId = first?.requirement.id ?? ''
    await core.client.responses.save({ bidId, requirementId, version: 0, response: { ...openResponse, answer: '支持', deviation: 'none' } })
    await core.client.requirements.remove({ id: requirementId })
    expect((await rows()).some(({ requirement }) => requirement.id === requirementId)).toBe(false)
    await core.client.requirements.restore({ id: requirementId })
    expect((await rows())[0]?.response.answer).toBe('支持')
  })
})
