import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadOpenSample } from '#core/sample/sample.ts'
import { rulePacks } from '#shared/pricing/rule-packs.ts'
import type { RulePack } from '#shared/pricing/rule-pack.ts'
import { openTestCore, type TestCore } from '../../support/workspace.ts'

let core: TestCore
beforeEach(async () => {
  core = openTestCore()
  await loadOpenSample(core.context)
})
afterEach(() => core.close())

const tenderLaw = (): RulePack => {
  const pack = rulePacks.find(({ id }) => id === 'cn-tender-law-soe')
  if (pack === undefined) throw new Error('the shipped pack is gone')
  return structuredClone(pack)
}
/** Our group's rule: a price under 90 % of the ceiling is reviewed. */
const strict = (change: Partial<RulePack> = {}): RulePack => {
  const pack = tenderLaw()
  return { ...pack, id: 'our-group-2026', effectiveFrom: '2026-01-01', abnormallyLow: { ...pack.abnormallyLow, rates: { avg: null, second: null, ceiling: '0.9' }, article: '集团采购办法第12条' }, ...change }
}
function fileOf(content: unknown, name = 'ours.json'): string {
  const path = join(core.folder, name)
  writeFileSync(path, typeof content === 'string' ? content : `\uFEFF${JSON.stringify(content)}`)
  return core.grant(path)
}
const verdicts = async () => Object.fromEntries((await core.client.bids.list()).map(({ title, assessment }) => [title, assessment?.verdict]))

describe('a rule pack of the company’s own', () => {
  test('says before it is taken which bids it judges otherwise, and does so once it is', async () => {
    const before = await verdicts()
    const token = fileOf(strict())
    const preview = await core.client.rules.previewPack({ token })
    expect(preview).toMatchObject({ updates: false, replaces: [{ id: 'cn-tender-law-soe' }] })
    expect(preview.changes.length).toBeGreaterThan(0)
    expect(preview.changes.every(({ after }) => after === 'abnormally-low')).toBe(true)
    expect(await verdicts()).toEqual(before)
    const rows = await core.client.rules.importPack({ token })
    expect(rows[0]).toMatchObject({ origin: 'own', imported: { fileName: 'ours.json' }, pack: { id: 'our-group-2026' } })
    expect(rows.find(({ pack }) => pack.id === 'cn-tender-law-soe')?.replacedBy).toEqual(['our-group-2026'])
    const after = await verdicts()
    const changed = Object.keys(after).filter((title) => after[title] !== before[title])
    expect(changed.toSorted()).toEqual(preview.changes.map(({ title }) => title).toSorted())
  })

  test('can be removed again, and everything is as before', async () => {
    const before = await verdicts()
    await core.client.rules.importPack({ token: fileOf(strict()) })
    const { length } = await core.client.rules.previewRemoval({ id: 'our-group-2026' })
    expect(length).toBeGreaterThan(0)
    await core.client.rules.removePack({ id: 'our-group-2026' })
    expect(await verdicts()).toEqual(before)
    await expect(core.client.rules.removePack({ id: 'our-group-2026' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('two for the same track and days are refused; the same name updates', async () => {
    await core.client.rules.importPack({ token: fileOf(strict()) })
    await expect(core.client.rules.importPack({ token: fileOf(strict({ id: 'another' }), 'b.json') })).rejects.toMatchObject({ code: 'PACK_INVALID', data: { fileName: 'b.json', issues: [{ code: 'overlaps', field: 'effectiveFrom', options: ['our-group-2026'] }] } })
    const token = fileOf(strict({ effectiveTo: '2026-12-31' }), 'c.json')
    expect((await core.client.rules.previewPack({ token })).updates).toBe(true)
    await core.client.rules.importPack({ token })
    const own = (await core.client.rules.packs()).filter(({ origin }) => origin === 'own')
    expect(own.map(({ pack, imported }) => [pack.id, pack.effectiveTo, imported?.fileName])).toEqual([['our-group-2026', '2026-12-31', 'c.json']])
  })

  test('a file with faults stores nothing and names each', async () => {
    for (const [content, issue] of [['{"id": ', { code: 'not-json' }], [{ ...strict(), lastChecked: 'yesterday' }, { field: 'lastChecked', code: 'wrong' }], [' '.repeat(1_000_001), { code: 'too-large' }]] as const) {
      await expect(core.client.rules.importPack({ token: fileOf(content) })).rejects.toMatchObject({ code: 'PACK_INVALID', data: { issues: [expect.objectContaining(issue)] } })
    }
    await expect(core.client.rules.importPack({ token: 'nobody-granted-this' })).rejects.toMatchObject({ code: 'FILE_UNKNOWN' })
    expect((await core.client.rules.packs()).every(({ origin }) => origin === 'shipped')).toBe(true)
  })

  test('a shipped one is exported as a file that can be imported again', async () => {
    const path = join(core.folder, 'out.json')
    await core.client.rules.exportPack({ id: 'cn-tender-law-soe', destination: core.grant(path) })
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(tenderLaw())
    expect((await core.client.rules.importPack({ token: core.grant(path) }))[0]).toMatchObject({ origin: 'own', pack: { id: 'cn-tender-law-soe' } })
  })
})

describe('the company’s limits', () => {
  const lax = { minMargin: '0', maxLossProbability: '1', parityFloor: '0', likelyWin: '0.5' }

  test('tell beforehand which open bids change, are an entry of the log, and govern drafts, new bids and saved estimates', async () => {
    const changes = await core.client.rules.previewThresholds({ minMargin: '0.9', maxLossProbability: '0.1', parityFloor: '0.6', likelyWin: '0.5' })
    expect(changes).toContainEqual(expect.objectContaining({ before: 'healthy', after: 'thin', losesApproval: false }))
    expect(await core.client.rules.saveThresholds({ by: '陈静', policy: lax })).toMatchObject({ policy: lax, changed: { by: '陈静' } })
    expect((await core.client.approvals.verify()).entries[0]).toMatchObject({ event: 'desk-changed', by: '陈静' })
    const [row] = await core.client.bids.list()
    const { bid } = await core.client.bids.get({ id: row?.id ?? '' })
    expect(bid.estimate.policy).toEqual(lax)
    const own = { ...bid.estimate, policy: { ...lax, minMargin: '0.5' } }
    expect((await core.client.bids.saveEstimate({ id: bid.id, version: bid.version, estimate: own })).bid.estimate.policy).toEqual(lax)
    expect((await core.client.bids.start({ tenderId: bid.tenderId, lotNo: bid.lotNo })).estimate.policy).toEqual(lax)
  })

  test('survive a change of the approvers’ rules', async () => {
    await core.client.rules.saveThresholds({ by: '陈静', policy: lax })
    const { desk } = await core.client.approvals.desk()
    await core.client.approvals.saveDesk({ by: '陈静', desk: { ...desk, roles: desk.roles.map((role) => ({ ...role, people: ['周婷'] })) } })
    expect((await core.client.rules.thresholds()).policy).toEqual(lax)
  })

  test('that could never hold are refused', async () => {
    await expect(core.client.rules.saveThresholds({ by: '陈静', policy: { ...lax, minMargin: '1.2' } })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})
