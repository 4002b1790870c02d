// npm run dev: the window with changes applied as they are saved.
import { resolve } from 'node:path'
import { forgetBuild } from './lib/build.mjs'
import { startVirtualDisplay } from './lib/display.mjs'
import { environmentFor } from './lib/electron-runtime.mjs'
import { prepareWindow } from './lib/prepare.mjs'
import { run } from './lib/processes.mjs'
import { sandboxSwitches } from './lib/sandbox.mjs'
import { say } from './lib/say.mjs'
import { hasNoDisplay } from './lib/system.mjs'

const electron = await prepareWindow()
const env = environmentFor(electron)
// Half-written code must not meet anybody's real workspace.
env.BIDWRIGHT_USER_DATA ??= resolve('node_modules/.cache/dev-user-data')
if (hasNoDisplay()) {
  env.DISPLAY = await startVirtualDisplay()
  say(`No display was found: the window opens on a virtual one (Xvfb ${env.DISPLAY}).`)
}
forgetBuild()
const sandbox = sandboxSwitches(electron.folder).length > 0 ? ['--noSandbox'] : []
const args = ['node_modules/electron-vite/bin/electron-vite.js', 'dev', '--watch', ...sandbox, ...process.argv.slice(2)]
process.exitCode = await run(process.execPath, args, { env })
