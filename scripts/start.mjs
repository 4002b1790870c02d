// npm start: from a clean clone to the window. Without a display, also to something one can see.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { startVirtualDisplay } from './lib/display.mjs'
import { environmentFor } from './lib/electron-runtime.mjs'
import { prepareWindow, requireBuild } from './lib/prepare.mjs'
import { start, statusOf, stopAll } from './lib/processes.mjs'
import { sandboxSwitches } from './lib/sandbox.mjs'
import { say } from './lib/say.mjs'
import { showSample } from './lib/show-sample.mjs'
import { hasNoDisplay } from './lib/system.mjs'

const electron = await prepareWindow({ statusOnInterrupt: 0 })
await requireBuild()
const env = environmentFor(electron)
const isVirtual = hasNoDisplay()
const folder = isVirtual ? mkdtempSync(join(tmpdir(), 'bidwright-')) : null
if (isVirtual) {
  env.DISPLAY = await startVirtualDisplay()
  env.BIDWRIGHT_SCREENSHOT = join(folder, 'window.png')
  say(`No display was found: the window opens on a virtual one (Xvfb ${env.DISPLAY}). Set DISPLAY to see it.`)
}
// Without a desktop Chromium complains of the missing message bus and graphics card: true, and of no use to anybody.
const noise = /ERROR:(bus|viz_main_impl|object_proxy)\.cc/
const window = start(electron.executable, ['.', ...sandboxSwitches(electron.folder), ...process.argv.slice(2)], { stdio: ['inherit', 'inherit', isVirtual ? 'pipe' : 'inherit'], env })
if (window.stderr) createInterface(window.stderr).on('line', (line) => noise.test(line) || process.stderr.write(`${line}\n`))
const ended = statusOf(window)
if (isVirtual) {
  await showSample(folder, env.BIDWRIGHT_SCREENSHOT)
  if (window.exitCode === null) say('The window is open. Ctrl-C ends it.')
}
const status = await ended
await stopAll()
process.exit(status)
