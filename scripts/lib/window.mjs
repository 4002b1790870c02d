import { _electron } from 'playwright'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startVirtualDisplay } from './display.mjs'
import { environmentFor } from './electron-runtime.mjs'
import { stopAll } from './processes.mjs'
import { sandboxSwitches } from './sandbox.mjs'
import { hasNoDisplay } from './system.mjs'

/** Opens the built program at the smallest size it is made for, on an empty folder that `fill` may write to before and `close` removes. */
export async function openWindow(electron, fill = async () => {}) {
  const env = environmentFor(electron)
  if (hasNoDisplay()) env.DISPLAY = await startVirtualDisplay()
  const userData = mkdtempSync(join(tmpdir(), 'bidwright-window-'))
  await fill(userData)
  const app = await _electron.launch({ executablePath: electron.executable, args: ['.', ...sandboxSwitches(electron.folder)], env: { ...env, BIDWRIGHT_USER_DATA: userData } })
  const page = await app.firstWindow()
  await page.setViewportSize({ width: 1366, height: 768 })
  return {
    app,
    page,
    close: async () => {
      await app.close()
      rmSync(userData, { recursive: true, force: true })
      await stopAll()
    },
  }
}
