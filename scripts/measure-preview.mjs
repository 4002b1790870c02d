// npm run bench:preview: from leaving a changed field until the page in sight is drawn again, in the real window, for each volume.
import { loadavg } from 'node:os'
import { openSampleBid } from './lib/sample-window.mjs'

const changes = 7

const { page, close } = await openSampleBid()
await page.getByRole('link', { name: /^文件/ }).click()
await page.locator('[data-page="1"] canvas').first().waitFor()

/** Leaves the field of the delivery period with another text in it; when the save was answered, the file was there, and its page was painted, in milliseconds from then. */
async function change(text) {
  const field = page.locator('#terms-deliveryPeriod')
  await field.fill(text)
  return field.evaluate(async (input) => {
    const panel = document.querySelector('[role="tabpanel"][aria-busy]')
    const marks = {}
    const from = performance.now()
    await new Promise((resolve) => {
      const watch = new MutationObserver((changes) => {
        for (const { target, attributeName } of changes) {
          // A canvas is given its size when its page, drawn out of sight, is put into it.
          marks[attributeName === 'width' ? 'painted' : target.ariaBusy === 'true' ? 'saved' : 'set'] ??= performance.now() - from
        }
        if (marks.painted === undefined) return
        watch.disconnect()
        resolve()
      })
      watch.observe(panel, { subtree: true, attributeFilter: ['aria-busy', 'width'] })
      input.blur()
    })
    return marks
  })
}

const settled = () => page.locator('[role="tabpanel"][aria-busy="false"] [data-page="1"] canvas').first().waitFor()
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1].toFixed(0)

process.stdout.write(`load ${loadavg()[0].toFixed(1)}\n`)
for (const volume of ['商务册', '技术册', '价格册']) {
  await page.getByRole('tab', { name: volume }).click()
  await settled()
  const runs = []
  for (let nth = 0; nth < changes; nth++) {
    await page.waitForTimeout(1000)
    runs.push(await change(`合同签订后${100 + nth}日内`))
  }
  const pages = await page.locator('[role="tabpanel"] [data-page]').count()
  const of = (what) => runs.map((run) => run[what])
  process.stdout.write(`${volume}, ${pages} pages: painted after ${median(of('painted'))} ms (worst ${Math.max(...of('painted')).toFixed(0)}), of which saved after ${median(of('saved'))}, file there after ${median(of('set'))}\n`)
}
process.stdout.write(`goal: painted in less than 500 ms; load ${loadavg()[0].toFixed(1)}\n`)
await close()
