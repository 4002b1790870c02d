// npm run bench:drag: what a move of the price slider costs the window, beside the same moves where nothing listens.
import { openSampleBid } from './lib/sample-window.mjs'

const moves = 240
const rounds = 5

const { page, close } = await openSampleBid()
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
await close()
