import { afterEach, beforeEach, expect, it } from 'vitest'
import { libraryKinds } from '#shared/library/item.ts'
import { openTestCore, type TestCore } from '../../support/workspace.ts'

let core: TestCore
beforeEach(() => {
  core = openTestCore()
})
afterEach(() => core.close())

it('the sample fills the library with every kind, some of it expired, and takes back exactly that', async () => {
  await core.client.workspace.loadSample()
  const items = await core.client.library.list()
  for (const kind of libraryKinds) expect(items.filter(({ data }) => data.kind === kind).length).toBeGreaterThan(4)
  expect((await core.client.library.expiring({ until: '2026-11-22' })).length).toBeGreaterThan(0)
  const [first] = items
  if (first === undefined) throw new Error('nothing there')
  await core.client.library.save({ id: first.id, version: first.version, data: { ...first.data, note: '我方修改' } })
  await core.client.workspace.clearSample()
  expect((await core.client.library.list()).map(({ id }) => id)).toEqual([first.id])
})
