import { expect, test } from '@playwright/test'
import { join } from 'node:path'
import { answerOpenDialog, answerSaveDialog, launchApp, type RunningApp } from './app.ts'

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

test('a backup restored in the window brings back what was deleted since, without starting the program again', async () => {
  const { app, page, userData } = running
  const file = join(userData, '备份.bidwright')
  await page.goto(`${page.url().split('#')[0]}#/settings/workspace`)
  await answerSaveDialog(app, file)
  await page.getByRole('button', { name: '备份到…' }).click()
  await expect(page.getByText(/已备份到 备份\.bidwright/)).toBeVisible()
  await page.getByRole('button', { name: '清除示例' }).first().click()
  await expect(page.getByText('0 个项目，0 份投标')).toBeVisible()
  await answerOpenDialog(app, [file])
  await page.getByRole('button', { name: '从文件恢复…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '恢复' }).click()
  await expect(page.getByText('27 个项目，19 份投标')).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('workspace.png') })
})
