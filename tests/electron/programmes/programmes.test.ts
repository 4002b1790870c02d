import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestCore, type TestCore } from '../../support/workspace.ts'

let core: TestCore
beforeEach(() => {
  core = openTestCore()
})
afterEach(() => core.close())

it('takes the known programmes over once, whatever was renamed or deleted since', async () => {
  const first = await core.client.programmes.addStarters()
  expect(first.length).toBeGreaterThan(8)
  expect(await core.client.programmes.addStarters()).toEqual(first)
  const left = await core.client.programmes.remove({ id: first[0]!.id })
  expect(left).toHaveLength(first.length - 1)
})

it('refuses to write over what somebody else saved', async () => {
  const [row] = await core.client.programmes.addStarters()
  const { id, version, ...draft } = row!
  const saved = await core.client.programmes.save({ id, version, draft: { ...draft, evidence: '1号' } })
  expect([saved.version, saved.evidence]).toEqual([2, '1号'])
  await expect(core.client.programmes.save({ id, version, draft })).rejects.toMatchObject({ code: 'STALE' })
  await expect(core.client.programmes.save({ id: 'none', version: 1, draft })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
