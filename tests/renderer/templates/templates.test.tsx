import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadOpenSample } from '#core/sample/sample.ts'
import { openWindow } from '../../support/window.tsx'
import { openTestCore, type TestCore } from '../../support/workspace.ts'

let core: TestCore
beforeEach(async () => {
  core = openTestCore()
  await loadOpenSample(core.context)
})
afterEach(() => {
  cleanup()
  core.close()
})

const bidId = async () => {
  const [bid] = await core.client.bids.list()
  if (bid === undefined) throw new Error('no sample bid')
  return bid.id
}

it('a built-in template is changed, a wrong field is named, and the right one is saved under a name', async () => {
  const { user } = openWindow(core.client, { at: '/company/templates' })
  await user.click(await screen.findByRole('button', { name: '投标承诺函' }))
  const title = await screen.findByLabelText('表格标题')
  await user.clear(title)
  await user.type(title, '总承诺书')
  const [paragraph] = screen.getAllByLabelText('段落')
  if (paragraph === undefined) throw new Error('no paragraph')
  await user.clear(paragraph)
  await user.type(paragraph, '致：{{{{project.byer}}')
  expect(await screen.findByText(/“总承诺书”第 1 块：没有这个字段/)).toBeTruthy()
  expect(screen.getByRole('button', { name: '另存为模板…' })).toHaveProperty('disabled', true)
  await user.clear(paragraph)
  await user.selectOptions(screen.getAllByLabelText('在“段落”中插入字段')[0]!, 'project.buyer')
  await user.click(screen.getByRole('button', { name: '另存为模板…' }))
  await user.type(await screen.findByLabelText('模板名称'), '某集团格式{Enter}')
  await waitFor(async () => expect((await core.client.templates.list()).map(({ name }) => name)).toContain('某集团格式'))
  const [own] = (await core.client.templates.list()).filter(({ isBuiltIn }) => !isBuiltIn)
  const stored = await core.client.templates.get({ id: own!.id })
  const form = stored.volumes[0]!.forms.find(({ id }) => id === 'commitment')!
  expect([form.title, form.blocks[0]]).toMatchObject(['总承诺书', { kind: 'paragraph', text: '{{project.buyer}}' }])
})

it('one bid gets its own order of forms and goes back to the template', async () => {
  const id = await bidId()
  const { user } = openWindow(core.client, { at: `/bids/${id}/template` })
  const forms = await screen.findByRole('navigation', { name: '表格' })
  await user.click(within(forms).getByRole('button', { name: '授权委托书' }))
  await user.click(within(forms).getByRole('button', { name: '表格上移' }))
  await user.click(within(forms).getByRole('checkbox', { name: '打印“中小企业声明函（货物）”' }))
  await user.click(screen.getByRole('button', { name: '用于本标书' }))
  await waitFor(async () => expect((await core.client.templates.ofBid({ bidId: id })).isChanged).toBe(true))
  const { template } = await core.client.templates.ofBid({ bidId: id })
  expect(template.volumes[0]?.forms.slice(0, 3).map(({ id: form }) => form)).toEqual(['scoring-index', 'authorisation', 'legal-representative'])
  await user.click(await screen.findByRole('button', { name: '恢复为模板' }))
  await waitFor(async () => expect((await core.client.templates.ofBid({ bidId: id })).isChanged).toBe(false))
})

it('materials are chosen and ordered for a bid, judged on its deadline', async () => {
  const id = await bidId()
  const { user } = openWindow(core.client, { at: `/bids/${id}/documents` })
  const card = await screen.findByRole('region', { name: '投标材料' })
  await user.click(await within(card).findByRole('button', { name: '选择…' }))
  const dialog = await screen.findByRole('dialog')
  await user.click(within(dialog).getByRole('checkbox', { name: '营业执照' }))
  await user.click(within(dialog).getByRole('tab', { name: /人员/ }))
  await user.type(within(dialog).getByLabelText('陈示例 的本项目职责'), '负责全过程管理')
  await user.click(within(dialog).getByRole('button', { name: /^确定/ }))
  await waitFor(async () => expect((await core.client.materials.get({ bidId: id })).version).toBe(2))
  const { materials } = await core.client.materials.get({ bidId: id })
  const items = await core.client.library.list()
  const nameOf = (itemId: string) => items.find((item) => item.id === itemId)?.data.name
  expect(materials.map(({ itemId }) => nameOf(itemId))).not.toContain('营业执照')
  expect(materials.find(({ itemId }) => nameOf(itemId) === '陈示例')?.duty).toBe('负责全过程管理')
})

it('the cover, the alignment of a column, what a row lists and the binding are changed without a file', async () => {
  const { user } = openWindow(core.client, { at: '/company/templates' })
  const forms = await screen.findByRole('navigation', { name: '表格' })
  await user.click(within(forms).getByRole('button', { name: '封面' }))
  await user.clear(screen.getByLabelText('文件名称'))
  await user.type(screen.getByLabelText('文件名称'), '应 答 文 件')
  await user.selectOptions(screen.getByLabelText('在“封面第 1 行内容”中插入字段'), '采购人')
  await user.click(within(forms).getByRole('button', { name: '商务条款偏离表' }))
  await user.selectOptions(screen.getByLabelText('第 3 列对齐'), '中')
  await user.click(within(screen.getByRole('group', { name: '第 1 行列出的要求' })).getByRole('button', { name: '技术' }))
  await user.click(screen.getByRole('button', { name: '合订一册' }))
  await user.click(screen.getByRole('button', { name: '另存为模板…' }))
  await user.type(await screen.findByLabelText('模板名称'), '某电网格式{Enter}')
  await waitFor(async () => expect((await core.client.templates.list()).map(({ name }) => name)).toContain('某电网格式'))
  const [own] = (await core.client.templates.list()).filter(({ isBuiltIn }) => !isBuiltIn)
  const { volumes } = await core.client.templates.get({ id: own!.id })
  expect(volumes.map(({ volume, cover }) => [volume, cover?.name, cover?.lines[0]?.value])).toEqual([['book', '应 答 文 件', '{{project.no}}{{project.buyer}}']])
  const table = volumes[0]!.forms.find(({ id }) => id === 'business-deviation')!.blocks.find((block) => block.kind === 'table')!
  expect(table.columns[2]?.align).toBe('center')
  expect(table.rows[0]).toMatchObject({ of: ['qualification', 'business', 'technical'] })
})
