// npm run bench:drag: what a move of the price slider costs the window, beside the same moves where nothing listens.
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

const moves = 240
const rounds = 5

const electron = await prepareWindow({})
await requireBuild()
const env = environmentFor(electron)
if (hasNoDisplay()) env.DISPLAY = await startVirtualDisplay()
const userData = mkdtempSync(join(tmpdir(), 'bidwright-drag-'))
const app = await _electron.launch({ executablePath: electron.executable, args: ['.', ...sandboxSwitches(electron.folder)], env: { ...env, BIDWRIGHT_USER_DATA: userData } })
const page = await app.firstWindow()
await page.setViewportSize({ width: 1366, height: 768 })
await page.getByRole('button', { name: '载入示例' }).click()
await page.evaluate(() => { location.hash = '#/bids' })
await page.getByText('远川能源集团大模型智能客服平台建设项目').first().dblclick()
await page.getByText('价格分（满分 30）').waitFor()
const devtools = await page.context().newCDPSession(page)
// The thread's own time: other programs on the machine don't count.
await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })

const counters = async () => Object.fromEntries((await devtools.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value]))

async function cost(y) {
  const before = await counters()
  for (let move = 0; move < moves; move++) {
    await page.mouse.move(540 + 380 * Math.sin((2 * Math.PI * move) / moves), y)
    await page.waitForTimeout(8)
  }
  const after = await counters()
  return { script: ((after.ScriptDuration - before.ScriptDuration) * 1000) / moves, layout: ((after.LayoutDuration + after.RecalcStyleDuration - before.LayoutDuration - before.RecalcStyleDuration) * 1000) / moves }
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1].toFixed(2)
const [dragged, idle] = [[], []]
for (let round = 0; round < rounds; round++) {
  const box = await page.getByRole('slider').boundingBox()
  idle.push(await cost(150))
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  dragged.push(await cost(box.y + box.height / 2))
  await page.keyboard.press('Escape')
  await page.mouse.up()
}
const say = (what, runs) => process.stdout.write(`${what}: script ${median(runs.map(({ script }) => script))} ms, style and layout ${median(runs.map(({ layout }) => layout))} ms per move (median of ${rounds} × ${moves})\n`)
say('dragging the price', dragged)
say('moving where nothing listens', idle)
process.stdout.write('goal: script at most 3 ms per move\n')
await app.close()
rmSync(userData, { recursive: true, force: true })
await stopAll()
