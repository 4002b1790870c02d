import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Certificate } from '#shared/library/item.ts'
import { pngOf } from '../../support/png.ts'
import { openTestCore, type TestCore } from '../../support/workspace.ts'

let core: TestCore
beforeEach(() => {
  core = openTestCore()
})
afterEach(() => core.close())

const licence: Certificate = { kind: 'certificate', type: 'iso27001', name: '信息安全管理体系认证', number: 'IS-1', issuer: null, issuedOn: '2023-12-01', validUntil: '2026-11-30', isPermanent: false, owner: null, note: null, attachments: [] }
const add = (data = licence) => core.client.library.save({ id: null, version: 0, data })

it('a renewed certificate takes the place of the old one, which stays readable with its files', async () => {
  const path = join(core.folder, 'scan.png')
  writeFileSync(path, pngOf(20, 30))
  const [file] = await core.client.files.add({ tokens: [core.grant(path)] })
  if (!file?.ok) throw new Error('not stored')
  const old = await add({ ...licence, attachments: [file.attachment] })
  const renewed = await core.client.library.save({ id: old.id, version: old.version, data: { ...licence, number: 'IS-2', validUntil: '2029-11-30' } })
  expect((await core.client.library.list()).map(({ data }) => data)).toEqual([renewed.data])
  expect((await core.client.library.history({ id: old.id })).map(({ version, data }) => [version, data.kind === 'certificate' ? [data.number, data.attachments.length] : null])).toEqual([[2, ['IS-2', 0]], [1, ['IS-1', 1]]])
})

it('does not overwrite what somebody else saved, nor take a file that is not there', async () => {
  const item = await add()
  await core.client.library.save({ id: item.id, version: 1, data: { ...licence, note: 'a' } })
  await expect(core.client.library.save({ id: item.id, version: 1, data: { ...licence, note: 'b' } })).rejects.toMatchObject({ code: 'STALE', data: { version: 2 } })
  const attachment = { name: 'x.pdf', file: { id: 'a'.repeat(64), mediaType: 'application/pdf' as const, bytes: 1, width: null, height: null, pages: 1 } }
  await expect(add({ ...licence, attachments: [attachment] })).rejects.toMatchObject({ code: 'FILES_UNKNOWN' })
  expect(await core.client.library.list()).toHaveLength(1)
})

it('what is removed comes back as it was', async () => {
  const item = await add()
  expect(await core.client.library.remove({ ids: [item.id] })).toEqual({ removed: 1 })
  expect(await core.client.library.list()).toEqual([])
  expect(await core.client.library.restore({ ids: [item.id] })).toEqual({ restored: 1 })
  expect(await core.client.library.list()).toEqual([item])
})

it('names what ends by a day, soonest first, and nothing that lasts or was removed', async () => {
  const later = await add({ ...licence, name: '二', validUntil: '2026-12-20' })
  const first = await add({ ...licence, name: '一', validUntil: '2026-10-01' })
  await add({ ...licence, name: '长期', validUntil: null, isPermanent: true })
  await add({ ...licence, name: '三', validUntil: '2027-12-20' })
  await core.client.library.remove({ ids: [(await add({ ...licence, name: '旧' })).id] })
  expect((await core.client.library.expiring({ until: '2026-12-31' })).map(({ id }) => id)).toEqual([first.id, later.id])
})
