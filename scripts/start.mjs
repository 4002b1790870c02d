// npm start: from a clean clone to the window. Without a display, also to something one can see.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { startVirtualDisplay } from './lib/display.mjs'
import { environmentFor } from './lib/electron-runtime.mjs'
import { prepareWindow, requireBuild } from './lib/prepare.mjs'
import { startApart, statusOf, stopAll } from './lib/processes.mjs'
import { sandboxSwitches } from './lib/sandbox.mjs'
import { say } from './lib/say.mjs'
import { makeSample, showSample } from './lib/show-sample.mjs'
import { hasNoDisplay } from './lib/system.mjs'

const electron = await prepareWindow({ statusOnInterrupt: 0 })
await requireBuild()
const env = environmentFor(electron)
const sample = hasNoDisplay() ? await withoutDisplay() : null
// Without a desktop Chromium complains of the missing message bus and graphics card: true, and of no use to anybody.
const noise = /ERROR:(bus|viz_main_impl|object_proxy)\.cc/
const window = startApart(electron.executable, ['.', ...sandboxSwitches(electron.folder), ...process.argv.slice(2)], { stdio: ['inherit', 'inherit', sample ? 'pipe' : 'inherit'], env })
if (window.stderr) createInterface(window.stderr).on('line', (line) => noise.test(line) || process.stderr.write(`${line}\n`))
const ended = statusOf(window)
if (sample) {
  await showSample(sample)
  if (window.exitCode === null) say('The window is open. Ctrl-C ends it.')
}
const status = await ended
await stopAll()
process.exit(status)

/** A display for the window, and a sample in a folder of its own, so that the main job can be looked at. */
async function withoutDisplay() {
  const folder = mkdtempSync(join(tmpdir(), 'bidwright-'))
  const screenshot = join(folder, 'window.png')
  const { workspace, userData } = await makeSample(folder)
  env.BIDWRIGHT_USER_DATA ??= userData
  env.BIDWRIGHT_SCREENSHOT = screenshot
  env.DISPLAY = await startVirtualDisplay()
  say(`No display was found: the window opens on a virtual one (Xvfb ${env.DISPLAY}), with the sample. Set DISPLAY to see it.`)
  return { folder, workspace, screenshot }
}
