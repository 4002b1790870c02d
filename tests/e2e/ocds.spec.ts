import { expect, test } from '@playwright/test'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dropFiles } from './actions.ts'
import { launchApp } from './app.ts'

const release = (number: number, title: string) => ({
  ocid: `ocds-e2e-${number}`,
  id: `release-${number}`,
  date: '2026-11-01T00:00:00Z',
  tag: ['tender'],
  buyer: { id: 'b1', name: '示例城市供水有限公司' },
  tender: { id: `T-${number}`, title, value: { amount: 1_000_000 + number, currency: 'CNY' }, tenderPeriod: { endDate: '2027-01-15T01:30:00Z' } },
})

test('an OCDS package of thousands is dropped, found by two characters, and dropping it again adds nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bidwright-ocds-'))
  const file = join(folder, 'package.json')
  const releases = Array.from({ length: 3000 }, (_, i) => release(i, i === 1234 ? '污水处理厂智能加药项目' : `知识助手项目第${i}期`))
  writeFileSync(file, JSON.stringify({ uri: 'https://example.invalid/p', version: '1.1', releases: [...releases, { ...release(9999, ''), ocid: '' }] }))
  const running = await launchApp({ userData: join(folder, 'user-data') })
  const { page } = running
  await page.getByRole('button', { name: '从空白开始' }).click()
  await dropFiles(page, [file])
  const result = page.getByRole('dialog', { name: '导入结果' })
  await expect(result).toContainText('新增3,000', { timeout: 30_000 })
  await expect(result).toContainText('未存入1')
  await page.keyboard.press('Escape')
  await expect(page.getByText('3,000 项')).toBeVisible()
  await page.getByRole('searchbox').first().fill('污水')
  await expect(page.getByText('污水处理厂智能加药项目')).toBeVisible()
  await expect(page.getByText('1 项', { exact: true })).toBeVisible()
  await dropFiles(page, [file])
  await expect(result).toContainText('无变化3,000', { timeout: 30_000 })
  expect(running.violations).toEqual([])
  await running.close()
  rmSync(folder, { recursive: true, force: true })
})
