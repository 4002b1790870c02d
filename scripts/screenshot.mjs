// npm run screenshot: the picture of the README, taken of the built program on its sample data.
import { _electron } from 'playwright'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startVirtualDisplay } from './lib/display.mjs'
import { environmentFor } from './lib/electron-runtime.mjs'
import { prepareWindow, requireBuild } from './lib/prepare.mjs'
import { stopAll } from './lib/processes.mjs'
import { sandboxSwitches } from './lib/sandbox.mjs'
import { hasNoDisplay } from './lib/system.mjs'

const electron = await prepareWindow({})
await requireBuild()
const env = environmentFor(electron)
if (hasNoDisplay()) env.DISPLAY = await startVirtualDisplay()
const userData = mkdtempSync(join(tmpdir(), 'bidwright-screenshot-'))
const app = await _electron.launch({ executablePath: electron.executable, args: ['.', ...sandboxSwitches(electron.folder)], env: { ...env, BIDWRIGHT_USER_DATA: userData } })
const page = await app.firstWindow()
await page.setViewportSize({ width: 1366, height: 768 })
await page.getByRole('button', { name: '载入示例' }).click()
await page.evaluate(() => {
  location.hash = '#/bids'
})
await page.getByText('远川能源集团大模型智能客服平台建设项目').first().dblclick()
await page.getByText('成本可能落点').waitFor()
await page.waitForTimeout(500)
await page.screenshot({ path: 'docs/price.png' })
await app.close()
rmSync(userData, { recursive: true, force: true })
await stopAll()
