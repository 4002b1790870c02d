import { expect, test } from '@playwright/test'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dropFiles } from './actions.ts'
import { launchApp } from './app.ts'

/** 24 here; 500 by hand: BIDWRIGHT_LARGE_MB=500. */
const megabytes = Number(process.env['BIDWRIGHT_LARGE_MB'] ?? 24)
const largestCoreMb = 300

const release = (number: number) => ({
  ocid: `ocds-large-${number}`,
  id: `release-${number}`,
  date: '2026-11-01T00:00:00Z',
  tag: ['tender'],
  buyer: { id: 'b1', name: '示例城市供水有限公司' },
  tender: { id: `T-${number}`, title: `知识助手项目第${number}期`, description: '语料治理与私有化部署 '.repeat(20), value: { amount: 1_000_000 + number, currency: 'CNY' }, items: Array.from({ length: 40 }, (_, i) => ({ id: `${i}`, description: `设备 ${i}`, quantity: i, classification: { scheme: 'CPV', id: '72000000' } })) },
})

/** Writes one package of about that size; returns how many releases it holds. */
function writePackage(path: string): number {
  const file = openSync(path, 'w')
  let written = writeSync(file, '{"uri":"https://example.invalid/p","version":"1.1","releases":[')
  let count = 0
  while (written < megabytes * 1e6) written += writeSync(file, `${count === 0 ? '' : ','}${JSON.stringify(release(count++))}`)
  writeSync(file, ']}')
  closeSync(file)
  return count
}

const residentMb = (pid: number): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

test('a large package is read in the background while the window works on, within bounded memory', async () => {
  test.skip(process.platform !== 'linux', 'the memory of a process is read from /proc')
  test.setTimeout(30 * 60_000)
  const folder = mkdtempSync(join(tmpdir(), 'bidwright-large-'))
  const file = join(folder, 'package.json')
  const count = writePackage(file)
  const running = await launchApp({ userData: join(folder, 'user-data') })
  const { page, app } = running
  await page.getByRole('button', { name: '从空白开始' }).click()
  const corePid = await app.evaluate(({ app }) => app.getAppMetrics().find((process) => process.name === 'Bidwright core' || process.serviceName?.includes('node.mojom') === true)?.pid ?? 0)
  await page.evaluate(() => {
    const longest = { ms: 0, last: performance.now() }
    Object.assign(window, { longest })
    setInterval(() => {
      const now = performance.now()
      longest.ms = Math.max(longest.ms, now - longest.last - 20)
      longest.last = now
    }, 20)
  })
  const idle = residentMb(corePid)
  let peak = idle
  const watch = setInterval(() => {
    peak = Math.max(peak, residentMb(corePid))
  }, 100)
  await dropFiles(page, [file])
  await page.getByRole('button', { name: '在后台继续' }).click()
  await expect(page.getByText(/导入中 \d+%/)).toBeVisible()
  const answers: number[] = []
  const result = page.getByRole('dialog', { name: '导入结果' })
  const search = page.getByRole('searchbox').first()
  for (let round = 0; !(await result.isVisible()); round++) {
    const asked = Date.now()
    await page.keyboard.press('Control+1')
    await page.keyboard.press('Control+2')
    await search.fill(`第${round}期`, { timeout: 60_000 }).catch(() => {})
    if (!(await result.isVisible())) answers.push(Date.now() - asked)
    await page.waitForTimeout(200)
  }
  clearInterval(watch)
  await expect(result).toContainText(`新增${count.toLocaleString('en-US')}`)
  const longest = await page.evaluate(() => JSON.stringify(Reflect.get(window, 'longest')))
  process.stdout.write(`large import: ${megabytes} MB, ${count} releases; core ${idle.toFixed(0)} MB at rest, at most ${peak.toFixed(0)} MB; screens and search answered in ${answers.toSorted((a, b) => a - b).at(answers.length >> 1)} ms (median of ${answers.length}), at most ${Math.max(...answers)} ms; longest pause of the page ${longest}\n`)
  expect(peak).toBeLessThan(largestCoreMb)
  await running.close()
  rmSync(folder, { recursive: true, force: true })
})
