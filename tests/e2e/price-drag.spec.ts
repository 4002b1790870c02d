import { expect, test } from '@playwright/test'
import { launchApp } from './app.ts'

const moves = 240

test('a drag of 240 moves: every figure follows the thumb, nothing is saved before it rests, one undo takes it back', async () => {
  const running = await launchApp()
  const { page, consoleErrors } = running
  await page.getByRole('button', { name: '载入示例' }).click()
  await page.evaluate(() => { location.hash = '#/bids' })
  await page.getByText('远川能源集团大模型智能客服平台建设项目').first().dblclick()
  await expect(page.getByText('价格分（满分 30）')).toBeVisible()
  const slider = page.getByRole('slider')
  const field = page.getByLabel('含税报价', { exact: true })
  const before = await field.inputValue()
  const box = await slider.boundingBox()
  if (box === null) throw new Error('the slider has no box')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  const seen = { verdicts: new Set<string>(), prices: new Set<string>(), chances: new Set<string>() }
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (let move = 0; move < moves; move++) {
    await page.mouse.move(x + 330 * Math.sin((2 * Math.PI * move) / moves), y)
    if (move % 17 !== 0) continue
    seen.verdicts.add((await slider.getAttribute('aria-valuetext'))?.split(/[，,]/).at(-1) ?? '')
    seen.prices.add(await field.inputValue())
    seen.chances.add(await page.getByLabel('竞争', { exact: true }).innerText())
  }
  expect([...seen.verdicts]).toEqual(expect.arrayContaining(['亏损中标', '低于商业价', '健康']))
  expect(seen.prices.size).toBeGreaterThan(8)
  expect(seen.chances.size).toBeGreaterThan(8)
  await expect(page.getByRole('button', { name: '撤销' })).toBeDisabled()
  await page.mouse.move(x - 200, y)
  await page.mouse.up()
  await expect(page.getByText('已保存')).toBeVisible()
  await expect(field).not.toHaveValue(before)
  await page.keyboard.press('Control+z')
  await expect(field).toHaveValue(before)
  expect(consoleErrors).toEqual([])
  await running.close()
})
