import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadOpenSample } from '#core/sample/sample.ts'
import { openTestCore, type TestCore } from '../../support/workspace.ts'
import { openWindow } from '../../support/window.tsx'

let core: TestCore
let bidId: string
beforeEach(async () => {
  core = openTestCore()
  await loadOpenSample(core.context)
  bidId = (await core.client.bids.list())[0]?.id ?? ''
})
afterEach(() => {
  cleanup()
  core.close()
})

const stored = async () => (await core.client.bids.get({ id: bidId })).bid.estimate
const linkedLines = async () => (await stored()).costLines.filter(({ origin }) => origin)

const open = async () => {
  const window = openWindow(core.client, { at: `/bids/${bidId}/sizing` })
  await window.user.click(await screen.findByRole('button', { name: '开始测算' }))
  const type = async (region: string, label: string, value: string) => {
    const field = within(screen.getByRole('region', { name: region })).getByLabelText(label, { exact: true })
    await window.user.clear(field)
    await window.user.type(field, `${value}{Enter}`)
  }
  return { ...window, type }
}

it('prices the load by the token, puts it into the costs, and the lines follow the load', async () => {
  const { user, type } = await open()
  const card = screen.getByRole('region', { name: '接口按量' })
  expect(within(card).getByText('未知：缺少价格或实测值')).toBeTruthy()
  await type('接口按量', '输入（元/百万）', '2')
  await type('接口按量', '输出（元/百万）', '8')
  // 1 000 × 30 % × 10 × 21 = 63 000 requests a month: 126 and 31.5 million tokens, ¥252 + ¥252 a month.
  expect(within(card).getByText('¥6,048.00')).toBeTruthy()
  await user.click(within(card).getByRole('button', { name: '计入成本' }))
  await waitFor(async () => expect((await linkedLines()).map(({ name }) => name)).toEqual(['接口调用 输入 token', '接口调用 输出 token']))
  await type('负载', '用户数', '2,000')
  await waitFor(async () => expect((await linkedLines())[0]?.quantity.likely).toBe('3024'))
  await user.click(screen.getByRole('button', { name: /撤销/ }))
  await waitFor(async () => expect((await linkedLines())[0]?.quantity.likely).toBe('1512'))
})

it('leaves the cards unknown until their throughput is measured, then shows each figure with its terms', async () => {
  const { type } = await open()
  const card = screen.getByRole('region', { name: '昇腾 910B' })
  expect(within(card).getByText(/没有可引用的公开实测值/)).toBeTruthy()
  for (const [label, value] of [['实测输入（token/秒·卡）', '6000'], ['实测输出（token/秒·卡）', '900'], ['单卡功耗（W）', '400'], ['整机价（元/台）', '1300000']] as const) await type('昇腾 910B', label, value)
  expect(within(card).getByText('未知：缺少价格或实测值')).toBeTruthy()
  await type('私有部署', '电价（元/kWh）', '0.8')
  await type('私有部署', '托管（元/台·月）', '4000')
  expect(within(card).getByText(/^每月 ¥/)).toBeTruthy()
  const table = within(card).getByRole('table', { name: /怎么算出来的/, hidden: true })
  expect(within(table).getByText('参数（十亿） 32.8 × 每参数字节 1 × 含额外显存系数 1.1')).toBeTruthy()
})

it('keeps what a person wrote under Cost, says so on the line, and gives it back on request', async () => {
  const { user, type } = await open()
  await type('接口按量', '输入（元/百万）', '2')
  await type('接口按量', '输出（元/百万）', '8')
  await user.click(within(screen.getByRole('region', { name: '接口按量' })).getByRole('button', { name: '计入成本' }))
  await waitFor(async () => expect(await linkedLines()).toHaveLength(2))
  const { bid } = await core.client.bids.get({ id: bidId })
  const costLines = bid.estimate.costLines.map((line) => (line.origin?.item === 'api-output' ? { ...line, origin: { ...line.origin, isOverridden: true }, unitCost: { low: '9', likely: '9', high: '9' } } : line))
  await core.client.bids.saveEstimate({ id: bidId, version: bid.version, estimate: { ...bid.estimate, costLines } })
  cleanup()
  const again = openWindow(core.client, { at: `/bids/${bidId}/sizing` })
  const lines = await screen.findByRole('region', { name: '计入成本的行' })
  expect(within(lines).getByText('已手工改')).toBeTruthy()
  await again.user.click(within(lines).getByRole('button', { name: '恢复为测算值' }))
  await waitFor(async () => expect((await linkedLines()).map(({ unitCost }) => unitCost?.likely)).toEqual(['2', '8']))
})

it('lists what a localisation demand would refuse', async () => {
  const { user } = await open()
  await user.click(within(screen.getByRole('region', { name: 'NVIDIA H20' })).getByRole('button', { name: '计入成本' }))
  const panel = screen.getByRole('region', { name: '国产化' })
  const row = within(await within(panel).findByRole('table')).getByRole('row', { name: /推理服务器/ })
  expect(within(row).getByText('非国产')).toBeTruthy()
  await user.click(within(panel).getByRole('button', { name: '改用国产方案' }))
  await waitFor(() => expect(within(panel).queryByRole('row', { name: /推理服务器/ })).toBeNull())
})

it('names the price of the book it took and until when it holds; past its last day it counts as unknown', async () => {
  const { user } = await open()
  const card = () => within(screen.getByRole('region', { name: '昇腾 910B' }))
  await user.selectOptions(card().getByLabelText('从价格本取价'), await card().findByRole('option', { name: /^昇腾 910B 八卡推理服务器/ }))
  await waitFor(() => expect(card().getByRole('option', { name: /^昇腾 910B 八卡推理服务器/ })).toHaveProperty('selected', true))
  expect(card().getByText(/^价格本的价格有效至 \d{4}-\d\d-\d\d$/)).toBeTruthy()
  await waitFor(async () => expect((await stored()).sizing?.stacks[0]?.taken?.taken?.unitPrice).toBe('1480000'))
  const { bid } = await core.client.bids.get({ id: bidId })
  const { sizing } = bid.estimate
  if (!sizing) throw new Error('the sizing is stored')
  const stacks = sizing.stacks.map((stack) => (stack.taken ? { ...stack, taken: { ...stack.taken, validUntil: '2020-01-01' } } : stack))
  await core.client.bids.saveEstimate({ id: bidId, version: bid.version, estimate: { ...bid.estimate, sizing: { ...sizing, stacks } } })
  cleanup()
  openWindow(core.client, { at: `/bids/${bidId}/sizing` })
  expect(await screen.findByText('价格本的价格只到 2020-01-01，已过期，按未知计')).toBeTruthy()
})
