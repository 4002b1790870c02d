import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadOpenSample } from '#core/sample/sample.ts'
import { withForms } from '#shared/templates/bid-template.ts'
import { standardTemplate } from '#shared/templates/standard.ts'
import { openTestCore, type TestCore } from '../../support/workspace.ts'

let core: TestCore
beforeEach(() => {
  core = openTestCore()
})
afterEach(() => core.close())

const sampleBidId = async () => {
  await loadOpenSample(core.context)
  const [bid] = await core.client.bids.list()
  if (bid === undefined) throw new Error('no sample bid')
  return bid.id
}
const mine = { ...withForms(standardTemplate, 'business', (forms) => forms.slice(1, 4).toReversed()), name: '某集团格式' }

it('a template of our own is saved by name, chosen for a bid, changed for that bid alone and reset', async () => {
  const bidId = await sampleBidId()
  const { id } = await core.client.templates.save({ id: null, template: mine })
  expect((await core.client.templates.list()).map(({ name }) => name)).toEqual(['标准三册', '合订一册', '技术暗标', '某集团格式'])
  await core.client.templates.choose({ bidId, templateId: id })
  const rendered = await core.client.documents.render({ bidId, volume: 'business' })
  expect(rendered.outline.map(({ title }) => title)).toEqual(expect.arrayContaining(['一、资格证明文件', '二、授权委托书', '三、法定代表人身份证明']))
  const changed = withForms(mine, 'business', (forms) => forms.map((form) => ({ ...form, title: `甲方${form.title}` })))
  expect(await core.client.templates.change({ bidId, template: changed })).toMatchObject({ templateId: id, isChanged: true })
  expect(await core.client.templates.change({ bidId, template: null })).toMatchObject({ templateId: id, isChanged: false, template: { name: '某集团格式' } })
  await core.client.templates.remove({ id })
  expect(await core.client.templates.ofBid({ bidId })).toMatchObject({ templateId: 'standard', isChanged: false })
})

it('the program’s own templates are not overwritten, and a wrong one is not saved', async () => {
  await expect(core.client.templates.save({ id: 'standard', template: mine })).rejects.toMatchObject({ code: 'BUILT_IN' })
  const wrong = withForms(mine, 'business', (forms) => forms.map((form) => ({ ...form, blocks: [{ kind: 'priceTable' as const, table: 'opening' as const }] })))
  await expect(core.client.templates.save({ id: null, template: wrong })).rejects.toMatchObject({ code: 'INVALID' })
})

it('goes to a file and comes back the same; a wrong file is refused with the place', async () => {
  const path = join(core.folder, 't.json')
  await core.client.templates.writeFile({ destination: core.grant(path), template: mine })
  expect(await core.client.templates.readFile({ token: core.grant(path) })).toEqual(mine)
  writeFileSync(path, readFileSync(path, 'utf8').replace('{{company.unitKind}}', '{{company.unitKynd}}'))
  await expect(core.client.templates.readFile({ token: core.grant(path) })).rejects.toMatchObject({ code: 'INVALID', data: { problems: [{ code: 'unreadable', detail: expect.stringContaining('volumes.0.forms.2.blocks.0') }] } })
  writeFileSync(path, '{')
  await expect(core.client.templates.readFile({ token: core.grant(path) })).rejects.toMatchObject({ code: 'FILE_UNREADABLE' })
})

it('the preview prints the example or the bid, and names what is wrong instead of printing it', async () => {
  const bidId = await sampleBidId()
  expect((await core.client.templates.preview({ template: mine, volume: 'business', bidId: null })).pages).toBeGreaterThan(3)
  expect((await core.client.templates.preview({ template: mine, volume: 'business', bidId })).pages).toBeGreaterThan(3)
  const wrong = withForms(mine, 'business', (forms) => forms.map((form) => ({ ...form, blocks: [{ kind: 'priceTable' as const, table: 'opening' as const }] })))
  const { pdf, problems } = await core.client.templates.preview({ template: wrong, volume: 'business', bidId: null })
  expect(pdf).toBeNull()
  expect(problems[0]?.code).toBe('price-outside-price')
})

it('the sample bid prints its scans, and an expired certificate put into it stops every volume', async () => {
  const bidId = await sampleBidId()
  const clean = await core.client.documents.render({ bidId, volume: 'business' })
  expect(clean.checks.filter(({ level }) => level === 'stop').map(({ code, figures }) => [code, figures])).toEqual([])
  expect(clean.pages).toBeGreaterThan(20)
  const cmmi = (await core.client.library.list()).find(({ data }) => data.kind === 'certificate' && data.type === 'cmmi')
  if (cmmi === undefined) throw new Error('no CMMI in the sample')
  const { version, materials } = await core.client.materials.get({ bidId })
  await core.client.materials.save({ bidId, version, materials: [...materials, { itemId: cmmi.id, role: null, duty: null }] })
  for (const volume of ['business', 'technical', 'price'] as const) {
    const { checks } = await core.client.documents.render({ bidId, volume })
    expect(checks.find(({ code }) => code === 'certificate-expired')).toMatchObject({ level: 'stop', where: { screen: 'library', field: `certificate/${cmmi.id}` } })
  }
})
