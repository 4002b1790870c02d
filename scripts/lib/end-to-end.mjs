import { startVirtualDisplay } from './display.mjs'
import { environmentFor } from './electron-runtime.mjs'
import { hasNoDisplay } from './system.mjs'
import { run } from './processes.mjs'
import { resultFile } from './results.mjs'

/** On Linux the tests always have a display of their own, so that no window opens in anybody's way. */
export const needsVirtualDisplay = () => process.platform === 'linux' && (hasNoDisplay() || !process.env.BIDWRIGHT_SHOW)

/** Runs Playwright on the built program: exit status. `result` names the file its counts go to. */
export async function runEndToEnd(electron, { result, args = [] }) {
  const env = { ...environmentFor(electron), BIDWRIGHT_RESULTS: resultFile(result) }
  if (needsVirtualDisplay()) env.DISPLAY = await startVirtualDisplay()
  return run(process.execPath, ['node_modules/@playwright/test/cli.js', 'test', ...args], { env })
}
