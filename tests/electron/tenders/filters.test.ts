import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyFilter, type TenderFilter } from '#shared/tenders/filter.ts'
import { openTestCore, type TestCore } from '../../support/workspace.ts'

let core: TestCore
const facts = { projectNo: null, title: '项目', buyer: null, agency: null, method: null, budget: null, ceiling: null, currency: 'CNY', publishedAt: null, bidDeadline: null, openingTime: null, lots: [] }

beforeAll(async () => {
  // 2026-11-22 10:00 in Beijing.
  core = openTestCore()
  const a = await core.client.tenders.create({ ...facts, title: 'a', buyer: '江苏远川能源', agency: '诚信代理', ceiling: '4800000', bidDeadline: '2026-11-25T01:30:00.000Z' })
  await core.client.tenders.create({ ...facts, title: 'b', buyer: '中江水务', bidDeadline: '2026-11-22T02:00:00.000Z', lots: [{ no: '1', name: null, budget: '300000', ceiling: null }, { no: '2', name: null, budget: '200000', ceiling: null }] })
  await core.client.tenders.create({ ...facts, title: 'c', budget: '900000', currency: 'EUR' })
  await core.client.tenders.change({ target: { ids: [a.id] }, change: { kind: 'owner', owner: '李明' } })
  await core.client.goNoGo.decide({ tenderId: a.id, by: '李明', decision: 'no-go', reason: '限价太低', scores: {} })
  await core.client.bids.start({ tenderId: a.id, lotNo: null })
})
afterAll(() => core.close())

describe('filtering tenders', () => {
  test.each<[string, Partial<TenderFilter>, string]>([
    ['by buyer', { buyers: ['中江水务', '没有的'] }, 'b'],
    ['by agency', { agencies: ['诚信代理'] }, 'a'],
    ['by the province the buyer names', { regions: ['江苏'] }, 'a'],
    ['by owner, nobody included', { owners: ['李明', null] }, 'abc'],
    ['without an owner', { owners: [null] }, 'bc'],
    ['by decision', { decisions: ['no-go'] }, 'a'],
    ['not decided', { decisions: [null] }, 'bc'],
    ['by the verdict of our bid', { verdicts: ['cannot-judge'] }, 'a'],
    ['without a bid of ours', { verdicts: [null] }, 'bc'],
    ['by amount in CNY, lots summed', { worthFrom: '500000', worthTo: '1000000' }, 'b'],
    ['still open: the moment itself is too late', { deadline: { kind: 'open' } }, 'a'],
    ['closing within three days', { deadline: { kind: 'days', days: 3 } }, 'a'],
    ['closing within two days', { deadline: { kind: 'days', days: 2 } }, ''],
    ['passed', { deadline: { kind: 'passed' } }, 'b'],
    ['on days in Beijing, both included', { deadline: { kind: 'between', from: '2026-11-22', to: '2026-11-25' } }, 'ab'],
    ['without a closing time', { deadline: { kind: 'unknown' } }, 'c'],
    ['by source', { sources: ['ocds'] }, ''],
    ['by stage and owner at once', { stages: ['bidding'], owners: ['李明'] }, 'a'],
  ])('%s', async (_what, filter, titles) => {
    const { total, tenders } = await core.client.tenders.search({ ...filter, sort: 'title' })
    expect([tenders.map(({ title }) => title).join(''), total]).toEqual([titles, titles.length])
  })

  test.each([
    ['value', ['b', 'c', 'a']],
    ['owner', ['a', 'b', 'c']],
    ['stage', ['b', 'c', 'a']],
    ['buyer', ['b', 'a', 'c']],
  ] as const)('sorts by %s, unknown last', async (sort, titles) => {
    const sorted = async (descending: boolean) => (await core.client.tenders.search({ sort, descending })).tenders.map(({ title }) => title)
    expect(await sorted(false)).toEqual(titles)
    if (sort === 'owner') expect((await sorted(true))[0]).toBe('a')
  })

  test('says which buyers there are, the commonest first', async () => {
    expect(await core.client.tenders.values({ field: 'buyer', contains: '江' })).toEqual([{ value: '中江水务', count: 1 }, { value: '江苏远川能源', count: 1 }])
  })

  test('a saved search keeps its filter and place, and counts what it finds today', async () => {
    const search = { id: 's1', name: '我的在办', isDefault: true, filter: { ...emptyFilter, owners: ['李明'] }, sort: 'deadline' as const, descending: false }
    const saved = await core.client.savedSearches.save([{ ...search, id: 's0', name: '全部', filter: { ...search.filter, owners: [] } }, search])
    expect(saved.map(({ name, count, isDefault }) => [name, count, isDefault])).toEqual([['全部', 3, true], ['我的在办', 1, false]])
    await expect(core.client.savedSearches.save([search, { ...search, id: 's2' }])).rejects.toMatchObject({ code: 'NAME_TWICE' })
    expect(await core.client.savedSearches.list()).toHaveLength(2)
  })

  test('people are those written down, those of the deal desk and owners; who is needed stays', async () => {
    await core.client.people.add({ name: '周婷' })
    expect(await core.client.people.list()).toEqual([{ name: '周婷', tenders: 0, isOnDesk: false }, { name: '李明', tenders: 1, isOnDesk: false }])
    await expect(core.client.people.remove({ name: '李明' })).rejects.toMatchObject({ code: 'STILL_NEEDED' })
    expect(await core.client.people.remove({ name: '周婷' })).toHaveLength(1)
  })

  test('warns of a tender that is there already: by number, or by buyer and title', async () => {
    expect(await core.client.tenders.similar({ title: 'A', buyer: '江苏远川能源', projectNo: null })).toMatchObject([{ title: 'a', why: 'title' }])
    expect(await core.client.tenders.similar({ title: 'x', buyer: '江苏远川能源', projectNo: 'nr' })).toEqual([])
  })
})
