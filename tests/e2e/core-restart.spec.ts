import { expect, test } from '@playwright/test'
import { launchApp, type RunningApp } from './app.ts'

let running: RunningApp
test.beforeAll(async () => {
  running = await launchApp()
})
test.afterAll(() => running.close())

test('when core is killed the window says so, goes on, and nothing is lost', async () => {
  const { app, page } = running
  await page.getByRole('button', { name: '载入示例' }).click()
  await expect(page.getByText('远川能源集团大模型智能客服平台建设项目')).toBeVisible()
  const pids = await app.evaluate(({ app: electron }) => electron.getAppMetrics().filter(({ type }) => type === 'Utility').map(({ pid, name }) => ({ pid, name })))
  const core = pids.find(({ name }) => name === 'Bidwright core')
  expect(core).toBeDefined()
  process.kill(core?.pid ?? 0, 'SIGKILL')
  await expect(page.getByText('后台服务已重启')).toBeVisible()
  await page.getByRole('searchbox').first().fill('污水')
  await expect(page.getByText('远川能源集团大模型智能客服平台建设项目')).toBeHidden()
  await page.getByRole('searchbox').first().fill('智能客服')
  await expect(page.getByText('远川能源集团大模型智能客服平台建设项目')).toBeVisible()
})
