import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { importReadings } from '#core/imports/import-files.ts'
import { aDraft } from '../../support/tender.ts'
import { openTestCore, type TestCore } from '../../support/workspace.ts'

let core: TestCore
let tenderId: string

const notice = `智能客服平台建设项目招标公告
二、投标人资格要求
1. 具有独立法人资格。
2. 近三年无重大违法记录。
三、技术要求
★1. 系统须支持私有化部署。
`

beforeEach(async () => {
  core = openTestCore()
  const report = await importReadings([{ ok: true, row: null, draft: aDraft({ text: notice }) }], 'a.txt', 'notice', core.context)
  tenderId = report.tenderIds[0] ?? ''
})
afterEach(() => core.close())

const list = async () => (await core.client.requirements.list({ tenderId })).requirements
const fromNotices = () => core.client.requirements.extract({ tenderId, from: { type: 'notices' } })
const fromText = (text: string, name = '招标文件') => core.client.requirements.extract({ tenderId, from: { type: 'text', name, text } })
const first = async () => {
  const [requirement] = await list()
  if (requirement === undefined) throw new Error('no requirement')
  return requirement
}

describe('reading the requirements of a tender', () => {
  it('takes them from its notices, the starred first, with the place they came from', async () => {
    expect(await fromNotices()).toEqual({ documentId: null, added: 3, known: 0 })
    const found = await list()
    expect(found.map(({ mark, text }) => [mark, text])).toEqual([
      ['star', '系统须支持私有化部署。'],
      ['none', '具有独立法人资格。'],
      ['none', '近三年无重大违法记录。'],
    ])
    const { source } = found[0] ?? {}
    expect(source).toMatchObject({ kind: 'notice', name: '智能客服平台建设项目', page: null })
    expect(notice.slice(source?.start, source?.end)).toBe('★1. 系统须支持私有化部署。')
  })

  it('adds nothing twice', async () => {
    await fromNotices()
    expect(await fromNotices()).toEqual({ documentId: null, added: 0, known: 3 })
    const first = await fromText('技术要求\n1. 系统须支持私有化部署。\n2. 须提供源代码。')
    expect(first).toMatchObject({ added: 1, known: 1 })
    expect(await fromText('技术要求\n1. 系统须支持私有化部署。\n2. 须提供源代码。')).toEqual({ documentId: first.documentId, added: 0, known: 2 })
    expect((await core.client.requirements.list({ tenderId })).documents.map(({ name }) => name)).toEqual(['招标文件'])
  })

  it('never overwrites what a person changed, nor brings back what was taken out', async () => {
    await fromNotices()
    const { id, version, tenderId: _tender, order: _order, source: _source, isEdited: _edited, createdAt: _created, updatedAt: _updated, ...fields } = await first()
    const saved = await core.client.requirements.save({ id, version, requirement: { ...fields, text: '系统须支持本地部署', mark: 'triangle' } })
    expect(saved).toMatchObject({ isEdited: true, version: 2, text: '系统须支持本地部署' })
    const last = (await list()).at(-1)
    await core.client.requirements.remove({ id: last?.id ?? '' })
    expect(await fromNotices()).toMatchObject({ added: 0 })
    expect((await list()).map(({ text }) => text)).toEqual(['系统须支持本地部署', '具有独立法人资格。'])
    await core.client.requirements.restore({ id: last?.id ?? '' })
    expect((await list()).map(({ text }) => text)).toContain('近三年无重大违法记录。')
  })

  it('refuses to save over a newer change', async () => {
    await fromNotices()
    const { id, version, lotNo, clauseNo, kind, mark, isMandatory, scoring } = await first()
    const requirement = { lotNo, clauseNo, kind, mark, isMandatory, scoring, text: '甲' }
    await core.client.requirements.save({ id, version, requirement })
    await expect(core.client.requirements.save({ id, version, requirement: { ...requirement, text: '乙' } })).rejects.toMatchObject({ code: 'STALE', data: { version: version + 1 } })
  })

  it('keeps what a person adds, in the order a person gives', async () => {
    const blank = { lotNo: null, clauseNo: null, kind: 'other' as const, mark: 'none' as const, isMandatory: false, scoring: null }
    for (const text of ['甲', '乙', '丙']) await core.client.requirements.add({ tenderId, requirement: { ...blank, text } })
    const [a, b, c] = (await list()).map(({ id }) => id)
    await core.client.requirements.reorder({ tenderId, ids: [c ?? '', a ?? ''] })
    expect((await list()).map(({ text }) => text)).toEqual(['丙', '甲', '乙'])
    expect((await list()).every(({ source, isEdited }) => source === null && isEdited)).toBe(true)
    expect(b).toBeDefined()
  })
})

describe('a tender document from a file', () => {
  const file = (name: string, content: string) => {
    const path = join(core.folder, name)
    writeFileSync(path, content)
    return core.client.requirements.extract({ tenderId, from: { type: 'file', token: core.grant(path) } })
  }

  it('is kept with its text, so that the place can be shown', async () => {
    const { documentId, added } = await file('磋商文件.html', '<html><body><h2>技术要求</h2><p>★1.1 须支持离线更新。</p><table><tr><td>▲2</td><td>吞吐量不低于 100 tokens/s</td></tr></table></body></html>')
    expect(added).toBe(2)
    const document = await core.client.requirements.document({ id: documentId ?? '' })
    expect(document).toMatchObject({ name: '磋商文件.html', pages: [] })
    for (const { source } of await list()) expect(document.text.slice(source?.start, source?.end)).toMatch(/离线更新|吞吐量/)
  })

  it.each([
    ['a.txt', '', 'file-empty'],
    ['a.pdf', '%PDF-1.4 broken', 'file-unreadable'],
    ['a.docx', 'PK\u0003\u0004 broken', 'file-unreadable'],
  ])('%s that cannot be read says why', async (name, content, reason) => {
    await expect(file(name, content)).rejects.toMatchObject({ code: 'UNREADABLE', data: { reason } })
  })

  it('a file nobody chose is refused', async () => {
    await expect(core.client.requirements.extract({ tenderId, from: { type: 'file', token: 'x' } })).rejects.toMatchObject({ code: 'FILE_UNKNOWN' })
  })
})
