import { expect, test } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { launchApp } from './app.ts'
import { cupsMissing, startCups } from './cups.ts'

const missing = cupsMissing()

test('a volume goes to a real printer as the PDF it is, in the pages and copies asked for', async () => {
  test.skip(missing !== null, `no print service here: ${missing}`)
  const cups = await startCups(18_631)
  const running = await launchApp({ env: { CUPS_SERVER: cups.address } })
  const { page, violations, consoleErrors } = running
  try {
    await page.getByRole('button', { name: '载入示例' }).click()
    await page.evaluate(() => {
      location.hash = '#/bids'
    })
    // The screen being left shows the same title.
    await expect(page.getByRole('heading', { level: 1, name: '投标', exact: true })).toBeVisible()
    await page.getByText('远川能源集团大模型智能客服平台建设项目').first().dblclick()
    await page.getByRole('link', { name: /^文件/ }).click()
    await expect(page.locator('[data-page="3"]')).toBeVisible()

    await test.step('the page shown follows the number typed, and zoom and small pages work by keyboard and button', async () => {
      await page.getByRole('textbox', { name: '页码', exact: true }).fill('4')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('textbox', { name: '页码', exact: true })).toHaveValue('4')
      await page.keyboard.press('Control+-')
      await expect(page.getByRole('button', { name: '87%' })).toBeVisible()
      await page.keyboard.press('Control+0')
      await page.getByRole('button', { name: '缩略图' }).click()
      await page.getByRole('button', { name: '第 2 页' }).click()
      await expect(page.getByRole('textbox', { name: '页码', exact: true })).toHaveValue('2')
    })

    await test.step('it is printed', async () => {
      await page.getByRole('button', { name: '打印', exact: true }).click()
      const dialog = page.getByRole('dialog')
      await expect(dialog.getByRole('combobox', { name: '打印机' })).toHaveValue('PDF')
      await dialog.getByRole('textbox', { name: '页码范围' }).fill('2-3')
      await dialog.getByRole('textbox', { name: '份数' }).fill('2')
      await dialog.getByRole('button', { name: '打印', exact: true }).click()
      await expect(dialog.getByText('已送往打印机。')).toBeVisible({ timeout: 60_000 })
    })

    const [job] = cups.jobs()
    expect(cups.jobs()).toHaveLength(1)
    const text = execFileSync('pdftotext', ['-layout', job ?? '', '-'], { encoding: 'utf8' }).replaceAll(/\s/g, '')
    expect(text).toContain('开标一览表')
    expect(execFileSync('pdffonts', [job ?? ''], { encoding: 'utf8' })).not.toMatch(/Type 3/)
    const spooled = execFileSync('lpstat', ['-W', 'all', '-o'], { encoding: 'utf8', env: { ...process.env, CUPS_SERVER: cups.address } })
    expect(spooled).toContain('PDF-1')
    expect([violations, consoleErrors]).toEqual([[], []])
  } finally {
    await running.close()
    await cups.stop()
  }
})
