import { expect, test } from '@playwright/test'
import ExcelJS from 'exceljs'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { formatBeijing } from '#shared/calendar/beijing-time.ts'
import { answerSaveDialog, launchApp, type RunningApp } from './app.ts'

let running: RunningApp
test.beforeEach(async () => {
  running = await launchApp()
  await running.page.getByRole('button', { name: '载入示例' }).click()
  await expect(running.page.getByRole('grid')).toBeVisible()
})
test.afterEach(async () => {
  expect(running.violations).toEqual([])
  expect(running.consoleErrors).toEqual([])
  await running.close()
})

test('all that match get an owner, are found by him, and go to a workbook and a calendar', async () => {
  const { app, page, userData } = running
  await page.getByRole('button', { name: '投标中' }).click()
  await expect(page.getByText('4 项', { exact: true })).toBeVisible()
  await page.getByRole('checkbox', { name: '选择全部符合条件的行' }).click()
  await page.getByRole('button', { name: '分配负责人' }).click()
  await page.getByRole('dialog').getByRole('combobox', { name: '负责人' }).fill('李明')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '分配给 李明' }).click()
  await expect(page.getByText('4 项已分配给李明。')).toBeVisible()
  await page.getByRole('button', { name: '清除筛选' }).click()
  await page.getByRole('search').getByRole('button', { name: '负责人' }).click()
  await page.getByRole('checkbox', { name: '李明' }).click()
  await expect(page.getByText('4 项', { exact: true })).toBeVisible()
  await page.keyboard.press('Escape')

  const workbook = join(userData, 'out.xlsx')
  await answerSaveDialog(app, workbook)
  await page.getByRole('button', { name: '导出', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Excel 工作簿（.xlsx）' }).click()
  await expect(page.getByText('已导出 4 项到 out.xlsx。')).toBeVisible()
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(workbook)
  expect(book.worksheets[0]?.rowCount).toBe(5)
  expect(book.worksheets[0]?.getRow(2).getCell(4).value).toBeInstanceOf(Date)

  const calendar = join(userData, 'out.ics')
  await answerSaveDialog(app, calendar)
  await page.getByRole('button', { name: '导出', exact: true }).click()
  await page.getByRole('menuitem', { name: '日历：投标截止（.ics）' }).click()
  await expect(page.getByText(/已导出 4 条到 out.ics/)).toBeVisible()
  expect(readFileSync(calendar, 'utf8').match(/BEGIN:VEVENT/g)).toHaveLength(4)
})

test('the desktop reminds of what we follow, once, and a click opens it', async () => {
  const { app, page } = running
  // The desktop of a test machine shows no notices: what would be shown is kept instead.
  const shown = await app.evaluateHandle(({ Notification }) => {
    const kept: Electron.Notification[] = []
    Notification.isSupported = () => true
    Notification.prototype.show = function show(this: Electron.Notification) {
      kept.push(this)
      this.emit('show')
    }
    return kept
  })
  const titles = () => shown.evaluate((notices) => notices.map(({ title }) => title))
  const followed = '知识助手服务采购'
  await page.getByRole('button', { name: '新建项目' }).click()
  await page.getByRole('textbox', { name: '项目名称' }).fill(followed)
  await page.getByRole('textbox', { name: '投标截止（北京时间）' }).fill(formatBeijing(new Date(Date.now() + 2 * 86_400_000).toISOString()))
  await page.getByRole('button', { name: '建立项目' }).click()
  await page.getByRole('combobox', { name: '阶段' }).click()
  await page.getByRole('option', { name: '跟踪' }).click()
  await expect(page.getByText('阶段已改为“跟踪”')).toBeVisible()

  await page.reload()
  await expect.poll(titles).toEqual(['距投标截止不足 3 天'])
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await titles()).toHaveLength(1)
  await page.getByRole('link', { name: '今日' }).click()
  await shown.evaluate((notices) => notices[0]?.emit('click'))
  await expect(page.getByRole('heading', { level: 1, name: followed })).toBeVisible()
})
