import { expect, test } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { dropFiles, fillField, typeRow } from './actions.ts'
import { answerSaveDialog, launchApp } from './app.ts'
import { inspectPdf, missingPdfTools } from '../support/pdf-tools.ts'

const notice = resolve(import.meta.dirname, '../fixtures/notices/n11_ccgp_layout.html')
const title = '示例市公共数据授权运营大模型标注服务项目'

test('from a dropped notice to a Chinese price volume, and everything is there after a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bidwright-thread-'))
  const userData = join(folder, 'user-data')
  const pdf = join(folder, '报价册.pdf')
  const first = await launchApp({ userData })
  const { page, app } = first

  await test.step('a notice page is dropped and becomes a tender in the table', async () => {
    await page.getByRole('button', { name: '从空白开始' }).click()
    await dropFiles(page, [notice])
    await expect(page.getByRole('dialog', { name: '导入结果' })).toContainText('新增1')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('row').filter({ hasText: title })).toContainText('SLSJ-2026-CS-0107')
  })

  await test.step('it is opened, its facts point into the notice, and a bid is started', async () => {
    await page.getByText(title).first().dblclick()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    await expect(page.getByText('¥980,000.00').first()).toBeVisible()
    await page.getByRole('button', { name: '开始投标' }).click()
    await expect(page.getByText('无法判断').first()).toBeVisible()
  })

  await test.step('offer and cost lines are typed, and the verdict follows', async () => {
    await page.getByRole('link', { name: /^成本/ }).click()
    await page.getByRole('button', { name: /添加报价项/ }).click()
    await typeRow(page, ['数据标注服务', '含两轮质检', '1', '项', '90万', null, '6%', '120万'])
    await page.getByRole('button', { name: /添加成本项/ }).click()
    await typeRow(page, ['标注工程师', null, '300', '人天', '1500', '-10/+20'])
    await expect(page.getByRole('region', { name: '判定', exact: true })).toContainText('健康')
    await expect(page.getByText('已保存')).toBeVisible()
  })

  await test.step('the price is moved with the keyboard and the sentence moves with it', async () => {
    await page.getByRole('link', { name: /^报价/ }).click()
    const slider = page.getByRole('slider')
    await expect(slider).toHaveAttribute('aria-valuetext', /90\.00 万元/)
    await slider.focus()
    for (let press = 0; press < 45; press++) await slider.press('Shift+ArrowLeft')
    await expect(page.getByRole('region', { name: '判定', exact: true })).toContainText('亏损中标')
    await expect(page.getByText('已保存')).toBeVisible()
    await page.keyboard.press('Control+z')
    await expect(page.getByRole('region', { name: '判定', exact: true })).toContainText('健康')
    const price = page.getByLabel('含税报价', { exact: true })
    await price.fill('８８８０００元')
    await price.press('Enter')
    await expect(page.getByText('捌拾捌万捌仟元整')).toBeVisible()
    await expect(page.getByText('已保存')).toBeVisible()
  })

  await test.step('the export is refused with reasons while a form has holes', async () => {
    await page.getByRole('link', { name: /^文件/ }).click()
    await expect(page.getByRole('region', { name: '递交前检查' })).toContainText('公司名称')
    await page.goto(`${page.url().split('#')[0]}#/company`)
    for (const [label, text] of Object.entries({ 公司名称: '启衡智能科技（杭州）有限公司', 统一社会信用代码: '91330100MA0000000X', 地址: '杭州市示例区知行路18号', 法定代表人: '沈示例', 电话: '0571-00000000', 电子邮箱: 'bid@example.invalid', 开户银行: '示例银行', 银行账号: '0000000000' })) await fillField(page, label, text)
    await page.getByRole('button', { name: '保存' }).click()
    await expect(page.getByText('公司资料已保存')).toBeVisible()
    await page.goBack()
    await fillField(page, '交付期', '合同签订后60日历天')
    await fillField(page, '质保期', '验收合格后12个月')
    await fillField(page, '投标有效期（天）', '90')
    await fillField(page, '落款日期', '2026-06-15')
    await page.getByLabel('保证金形式').selectOption({ label: '无需保证金' })
  })

  await test.step('the price volume is seen page by page and saved', async () => {
    await page.getByRole('tab', { name: '价格册' }).click()
    await expect(page.getByRole('img', { name: /第 1 页/ })).toBeVisible()
    await page.getByRole('button', { name: /二、.*一览表/ }).click()
    await expect(page.getByRole('img', { name: /第 4 页/ })).toBeInViewport()
    await answerSaveDialog(app, pdf)
    await page.getByRole('button', { name: '导出 PDF' }).click()
    await expect(page.getByText(/已导出|已保存到/).first()).toBeVisible()
  })

  await test.step('the program is closed and started again: everything is as it was', async () => {
    expect(first.violations).toEqual([])
    expect(first.consoleErrors).toEqual([])
    await first.close()
    const second = await launchApp({ userData })
    await second.page.getByRole('link', { name: '投标' }).click()
    await expect(second.page.getByRole('row').filter({ hasText: title })).toContainText('88.80')
    await second.page.getByText(title).first().dblclick()
    await expect(second.page.getByText('捌拾捌万捌仟元整')).toBeVisible()
    await second.close()
  })

  await test.step('the file is what the buyer may read, and nothing of what it costs us', () => {
    test.info().annotations.push({ type: 'pdf tools', description: missingPdfTools.length === 0 ? 'present' : `missing: ${missingPdfTools.join(', ')}` })
    if (missingPdfTools.length > 0) return
    const report = inspectPdf(readFileSync(pdf))
    const text = report.pages.join('\n').replaceAll(/\s/g, '')
    for (const expected of [title, 'SLSJ-2026-CS-0107', '888,000.00', '捌拾捌万捌仟元整', '启衡智能科技（杭州）有限公司', '数据标注服务', '第2页共5页']) expect(text).toContain(expected)
    for (const secret of ['标注工程师', '450,000', '1,500', '毛利', '完全成本', '亏损']) expect(text).not.toContain(secret)
    expect(report.info['Title']).not.toMatch(/成本|毛利/)
    expect(report.fonts.every(({ isEmbedded, hasUnicode }) => isEmbedded && hasUnicode)).toBe(true)
    execFileSync('pdftoppm', ['-r', '60', '-png', '-f', '4', '-l', '4', '-singlefile', pdf, join(folder, 'opening-form')])
    expect(readFileSync(join(folder, 'opening-form.png'))).toMatchSnapshot('opening-form.png', { maxDiffPixelRatio: 0.01 })
  })
  rmSync(folder, { recursive: true, force: true })
})
