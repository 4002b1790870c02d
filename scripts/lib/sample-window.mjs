import { _electron } from 'playwright'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startVirtualDisplay } from './display.mjs'
import { environmentFor } from './electron-runtime.mjs'
import { prepareWindow, requireBuild } from './prepare.mjs'
import { stopAll } from './processes.mjs'
import { sandboxSwitches } from './sandbox.mjs'
import { hasNoDisplay } from './system.mjs'

/** The built program in a window of 1366 by 768 on a fresh folder, its sample loaded and the first bid of it open. */
export async function openSampleBid() {
  const electron = await prepareWindow({})
  await requireBuild()
  const env = environmentFor(electron)
  if (hasNoDisplay()) env.DISPLAY = await startVirtualDisplay()
  const userData = mkdtempSync(join(tmpdir(), 'bidwright-sample-'))
  const app = await _electron.launch({ executablePath: electron.executable, args: ['.', ...sandboxSwitches(electron.folder)], env: { ...env, BIDWRIGHT_USER_DATA: userData } })
  const page = await app.firstWindow()
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.getByRole('button', { name: '载入示例' }).click()
  await page.evaluate(() => {
    location.hash = '#/bids'
  })
  await page.getByText('远川能源集团大模型智能客服平台建设项目').first().dblclick()
  return {
    page,
    close: async () => {
      await app.close()
      rmSync(userData, { recursive: true, force: true })
      await stopAll()
    },
  }
}
