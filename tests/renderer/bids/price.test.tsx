import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Decimal } from '#shared/decimal.ts'
import { evaluate } from '#shared/estimate/evaluate.ts'
import { openTestCore, type TestCore } from '../../support/workspace.ts'
import { openBid, plainEstimate } from './open-bid.ts'

let core: TestCore
beforeEach(() => {
  core = openTestCore()
})
afterEach(() => {
  cleanup()
  core.close()
})

const bar = () => screen.getByRole('region', { name: '判定' })
const slider = () => screen.findByRole('slider', { name: '含税报价滑块' })
const priceField = () => screen.getByRole('textbox', { name: '含税报价' })
const chipOf = async (name: string) => waitFor(() => expect(within(bar()).getAllByText(name)[0]).toBeTruthy())
const totalOf = async (stored: Promise<typeof plainEstimate>) => evaluate(await stored).offerTotal

it('shows the price in figures and capitals with what follows from it', async () => {
  await openBid(core, 'price')
  await slider()
  await chipOf('健康')
  expect(priceField()).toHaveProperty('value', '3,980,000.00')
  expect(screen.getByText(/叁佰玖拾捌万元整/)).toBeTruthy()
  expect(screen.getByText(/不含税 ¥3,754,716.98 · 税率 6%/)).toBeTruthy()
  expect(bar().textContent).toContain('毛利率 20.1%，亏损概率 <0.1%，为商业价的 79.6%')
  expect(screen.getAllByText('75.47 万')).toHaveLength(1)
})

it('changes its verdict at each threshold to the fen', async () => {
  const { user } = await openBid(core, 'price')
  await slider()
  await chipOf('健康')
  const cases = [
    ['3179999.99', '亏损中标'],
    ['3180000', '利润偏薄'],
    ['3741176.47', '利润偏薄'],
    ['3741176.48', '健康'],
    ['4800000', '健康'],
    ['4800000.01', '超最高限价'],
  ] as const
  for (const [price, verdict] of cases) {
    await user.clear(priceField())
    await user.type(priceField(), `${price}{Enter}`)
    await waitFor(() => expect(within(bar()).getAllByText(/./)[0]?.textContent, price).toContain(verdict))
  }
})

it('refuses a price of 0, from which no line could be scaled back', async () => {
  const { user, stored } = await openBid(core, 'price')
  await slider()
  await user.clear(priceField())
  await user.type(priceField(), '0{Enter}')
  expect(await screen.findByText('报价须大于 0，已恢复原值。')).toBeTruthy()
  expect(priceField()).toHaveProperty('value', '3,980,000.00')
  expect(await totalOf(stored())).toBe('3980000.00')
})

it.each(['398万', '３９８００００', '￥3，980，000', '0.0398亿'])('takes %s for the same price', async (text) => {
  const { user, stored } = await openBid(core, 'price', { estimate: { ...plainEstimate, offerLines: [{ ...plainEstimate.offerLines[0]!, unitPrice: '4120000' }] } })
  await slider()
  await user.clear(priceField())
  await user.type(priceField(), `${text}{Enter}`)
  await waitFor(async () => expect(await totalOf(stored())).toBe('3980000.00'))
  expect(priceField()).toHaveProperty('value', '3,980,000.00')
})

it.each([
  ['abc', /不是金额/],
  ['4.9e6', /不接受科学计数/],
  ['-5', /不能为负/],
])('refuses %s in words, puts the old price back and saves nothing', async (text, reason) => {
  const { user, version } = await openBid(core, 'price')
  await slider()
  const before = await version()
  await user.clear(priceField())
  await user.type(priceField(), `${text}{Enter}`)
  expect((await screen.findByRole('alert')).textContent).toMatch(reason)
  expect(priceField()).toHaveProperty('value', '3,980,000.00')
  expect(await version()).toBe(before)
})

it('gives back the old price on Escape and leaves half-typed Chinese alone', async () => {
  const { user, version } = await openBid(core, 'price')
  await slider()
  const before = await version()
  await user.clear(priceField())
  await user.type(priceField(), '41')
  fireEvent.keyDown(priceField(), { key: 'Enter', isComposing: true })
  expect(priceField()).toHaveProperty('value', '41')
  await user.keyboard('{Escape}')
  expect(priceField()).toHaveProperty('value', '3,980,000.00')
  expect(await version()).toBe(before)
})

it('moves with the keys, saves nothing before it rests, and takes a whole walk back with one undo', async () => {
  const { user, stored, version } = await openBid(core, 'price')
  const thumb = await slider()
  await chipOf('健康')
  const before = await version()
  thumb.focus()
  await user.keyboard('{ArrowRight}{ArrowRight}{Shift>}{ArrowLeft}{/Shift}')
  expect(thumb.getAttribute('aria-valuetext')).toBe('398.00 万元，健康')
  await user.keyboard('{Control>}{ArrowLeft}{/Control}')
  expect(thumb.getAttribute('aria-valuetext')).toBe('374.12 万元，健康')
  await user.keyboard('{ArrowLeft}')
  expect(thumb.getAttribute('aria-valuetext')).toBe('374.10 万元，利润偏薄')
  expect(await version()).toBe(before)
  thumb.blur()
  await waitFor(async () => expect(await totalOf(stored())).toBe('3741000.00'))
  await user.keyboard('{Control>}z{/Control}')
  await waitFor(async () => expect(await totalOf(stored())).toBe('3980000.00'))
  expect((await stored()).offerLines).toEqual(plainEstimate.offerLines)
})

it('gives up a drag on Escape', async () => {
  const { version } = await openBid(core, 'price')
  const thumb = await slider()
  await chipOf('健康')
  const before = await version()
  const track = thumb.parentElement!
  track.setPointerCapture = () => undefined
  fireEvent.pointerDown(track, { button: 0, pointerId: 1, clientX: 100 })
  expect(thumb.getAttribute('aria-valuetext')).toContain('亏损中标')
  fireEvent.keyDown(thumb, { key: 'Escape' })
  fireEvent.pointerUp(track, { pointerId: 1 })
  await waitFor(() => expect(thumb.getAttribute('aria-valuetext')).toBe('398.00 万元，健康'))
  expect(await version()).toBe(before)
})

it('saves a drag when the finger lifts, exact to the fen on uneven lines', async () => {
  const offerLines = [
    { ...plainEstimate.offerLines[0]!, id: 'a', quantity: '3', unitPrice: '1000000.33' },
    { ...plainEstimate.offerLines[0]!, id: 'b', quantity: '7', unitPrice: '140000.14', vatRate: '0.13' },
  ]
  const { stored } = await openBid(core, 'price', { estimate: { ...plainEstimate, offerLines } })
  const thumb = await slider()
  const track = thumb.parentElement!
  track.setPointerCapture = () => undefined
  fireEvent.pointerDown(track, { button: 0, pointerId: 1, clientX: 300 })
  fireEvent.pointerMove(track, { pointerId: 1, clientX: 420 })
  const dragged = Number(thumb.getAttribute('aria-valuenow'))
  fireEvent.pointerUp(track, { pointerId: 1 })
  await waitFor(async () => expect(await totalOf(stored())).toBe(dragged.toFixed(2)))
})

it('jumps to an alternative price by Alt and its digit, and the verdict promised there holds', async () => {
  const { user, stored } = await openBid(core, 'price')
  await slider()
  await chipOf('健康')
  const list = screen.getByRole('region', { name: '备选价' })
  expect(within(list).getAllByRole('button').map((button) => button.textContent)).toEqual(['1保本318.00利润偏薄', '2亏损概率 10%318.00利润偏薄', '3对标底线300.00亏损中标', '4目标毛利374.12健康', '5最高限价480.00健康'])
  await user.keyboard('{Alt>}4{/Alt}')
  await waitFor(async () => expect(new Decimal(await totalOf(stored())).toFixed(2)).toBe('3741176.48'))
  await chipOf('健康')
})

it('names every test with its limit and the distance', async () => {
  await openBid(core, 'price')
  await slider()
  await chipOf('健康')
  const tests = within(screen.getByRole('region', { name: '判定依据' })).getAllByRole('listitem')
  expect(tests.map((test) => `${within(test).getByRole('img').getAttribute('aria-label')} ${test.textContent}`)).toEqual([
    '通过 不超限价≤ 480.0余 82.0',
    '通过 覆盖完全成本≥ 318.0余 80.0',
    '通过 亏损概率≤ 10%<0.1%',
    '通过 商业对标比≥ 60%79.6%',
    '通过 目标毛利率≥ 15%20.1%',
    '通过 成本齐全2 行2 / 2',
    '通过 商业价齐全1 行1 / 1',
    '无法判断 –非异常低价轨道不明',
  ])
})

it('cannot judge once a cost price is missing, draws no figure it does not know, and keeps a known loss a loss', async () => {
  const [first, second] = plainEstimate.costLines
  const { user } = await openBid(core, 'price', { estimate: { ...plainEstimate, costLines: [first!, { ...second!, unitCost: null }] } })
  await slider()
  await chipOf('无法判断')
  expect(bar().textContent).toContain('1 行成本没有有效价格（算力租赁），已知成本 200.00 万元 只是下限')
  expect(screen.getByText('成本不全，不画盈亏曲线')).toBeTruthy()
  expect(screen.queryByText(/亏损 \d/)).toBeNull()
  await user.clear(priceField())
  await user.type(priceField(), '200万{Enter}')
  await chipOf('亏损中标')
})

it.each([
  ['en', 'Verdict', 'Margin 20.1%, loss probability <0.1%, 79.6% of the commercial price; no warning is triggered.'],
  ['fr', 'Verdict', 'Marge 20,1\u202f%, risque de perte <0,1\u202f%, 79,6\u202f% du prix de marché\u202f; aucune alerte.'],
] as const)('says it in %s', async (language, name, sentence) => {
  await openBid(core, 'price', { language })
  await waitFor(() => expect(screen.getByRole('region', { name }).textContent).toContain(sentence))
})

it('says why there is nothing to price and leads to where it is entered', async () => {
  await openBid(core, 'price', { estimate: { ...plainEstimate, offerLines: [] } })
  expect((await screen.findByRole('link', { name: '去填成本' })).getAttribute('href')).toMatch(/\/cost$/)
})

it('keeps a price chosen by keys when the tab is left by keys', async () => {
  const { user, stored } = await openBid(core, 'price')
  const thumb = await slider()
  thumb.focus()
  await user.keyboard('{ArrowRight}')
  fireEvent.keyDown(thumb, { key: '@', code: 'Digit2', ctrlKey: true, shiftKey: true })
  expect(await screen.findByRole('grid', { name: '成本项' })).toBeTruthy()
  await waitFor(async () => expect(await totalOf(stored())).toBe('3981000.00'))
})

it('says so when no unit prices add up to the price asked for', async () => {
  const offerLines = [{ ...plainEstimate.offerLines[0]!, quantity: '3000000', unitPrice: '1.326667', commercialUnitPrice: '2' }]
  const { user } = await openBid(core, 'price', { estimate: { ...plainEstimate, offerLines } })
  await slider()
  await user.clear(priceField())
  await user.type(priceField(), '3900001{Enter}')
  expect(await screen.findByText(/各分项凑不出 ¥3,900,001.00，已取最接近的 ¥3,900,000.00|各分项凑不出 ¥3,900,001.00，已取最接近的 ¥3,900,003.00/)).toBeTruthy()
})

it('takes a discount on the commercial value or a margin for the price, and refuses what is no share', async () => {
  const { user, stored } = await openBid(core, 'price')
  await slider()
  await user.click(screen.getByRole('radio', { name: '下浮率' }))
  const discount = screen.getByRole('textbox', { name: '较商业价下浮' })
  expect(discount).toHaveProperty('value', '20.40')
  await user.clear(discount)
  await user.type(discount, '２５％{Enter}')
  await waitFor(async () => expect(await totalOf(stored())).toBe('3750000.00'))
  await user.click(screen.getByRole('radio', { name: '毛利率' }))
  const margin = screen.getByRole('textbox', { name: '毛利率（不含税）' })
  await user.clear(margin)
  await user.type(margin, '0{Enter}')
  await waitFor(async () => expect(await totalOf(stored())).toBe('3180000.00'))
  await user.clear(margin)
  await user.type(margin, '很多{Enter}')
  expect((await screen.findByRole('alert')).textContent).toContain('“很多”不是 -900 到 99 之间的百分数')
  expect(await totalOf(stored())).toBe('3180000.00')
})

it('says who must sign at the verdict the thumb stands on', async () => {
  const { desk } = await core.client.approvals.desk()
  await core.client.approvals.saveDesk({ by: '陈静', desk: { ...desk, roles: desk.roles.map((role) => (role.id === 'sales-director' ? { ...role, people: ['陈静'] } : role)) } })
  const { user } = await openBid(core, 'price')
  await chipOf('健康')
  expect(await screen.findByText('可直接提交')).toBeTruthy()
  await user.clear(priceField())
  await user.type(priceField(), '3000000{Enter}')
  expect(await screen.findByText(/须签字：销售总监 陈静/)).toBeTruthy()
})
