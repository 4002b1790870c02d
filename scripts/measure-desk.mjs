// npm run bench:desk: the window at 100,000 tenders: what typing a search costs until its page is drawn, rows that stay empty while scrolling, and the memory of all processes.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { environmentFor } from './lib/electron-runtime.mjs'
import { prepareWindow, requireBenchBuild } from './lib/prepare.mjs'
import { run } from './lib/processes.mjs'
import { fail } from './lib/say.mjs'
import { openWindow } from './lib/window.mjs'

if (process.platform !== 'linux') fail('The memory of a process is read from /proc: this runs on Linux.')
const tenders = process.argv[2] ?? '100000'

const electron = await prepareWindow({})
await requireBenchBuild()
const fill = (userData) => run(electron.executable, ['out/main/bench.cjs', 'fill', join(userData, 'workspace.bidwright'), tenders], { env: { ...environmentFor(electron), ELECTRON_RUN_AS_NODE: '1' } })
const { app, page, close } = await openWindow(electron, fill)
const say = (line) => process.stdout.write(`${line}\n`)

/** Pages that several processes share are counted once (PSS); counted in each of them (RSS) they would be several times what the machine gives. */
async function memory(when) {
  const processes = await app.evaluate(({ app }) => app.getAppMetrics().map(({ pid, type, name }) => ({ pid, name: name ?? type })))
  const sizes = processes.map(({ pid, name }) => {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    const megabytes = (kind) => Number(new RegExp(`^${kind}:\\s+(\\d+)`, 'm').exec(rollup)[1]) / 1024
    return { name, pss: megabytes('Pss'), rss: megabytes('Rss') }
  })
  const sum = (kind) => sizes.reduce((total, size) => total + size[kind], 0).toFixed(0)
  say(`${when}: ${sum('pss')} MB in all (${sizes.map(({ name, pss }) => `${name} ${pss.toFixed(0)}`).join(', ')}); shared pages counted in each: ${sum('rss')} MB; goal: under 450 MB`)
}

/** Milliseconds from the last key of a search to the frame that shows its count. */
async function searchTime(query) {
  const search = page.getByRole('searchbox').first()
  const times = []
  for (let round = 0; round < 9; round++) {
    await search.fill('')
    await page.waitForFunction((all) => document.querySelector('[role=status]')?.textContent?.includes(all), Number(tenders).toLocaleString('en-US'))
    await page.waitForTimeout(300)
    times.push(await search.evaluate(async (input, words) => {
      const status = document.querySelector('[role=status]')
      const before = status.textContent
      const from = performance.now()
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, words)
      input.dispatchEvent(new Event('input', { bubbles: true }))
      while (status.textContent === before) await new Promise((drawn) => requestAnimationFrame(drawn))
      return performance.now() - from
    }, query))
  }
  times.sort((a, b) => a - b)
  say(`search ${query}: ${times[times.length >> 1].toFixed(0)} ms to the drawn page (best ${times[0].toFixed(0)}): ${await page.getByRole('status').first().innerText()}`)
  await search.fill('')
}

/** Scrolls by so many pixels at every frame and looks at what is in sight. */
function scroll(pixels, frames) {
  return page.getByRole('grid').evaluate(async (grid, [pixels, frames]) => {
    const scroller = [grid, ...grid.querySelectorAll('*')].find((element) => element.scrollHeight > element.clientHeight + 100 && /auto|scroll/.test(getComputedStyle(element).overflowY))
    let framesWithEmpty = 0
    for (let frame = 0; frame < frames; frame++) {
      scroller.scrollTop += pixels
      await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))
      const { top, bottom } = scroller.getBoundingClientRect()
      const seen = [...grid.querySelectorAll('[role=row]')].map((row) => ({ box: row.getBoundingClientRect(), text: row.textContent.trim() })).filter(({ box }) => box.bottom > top && box.top < bottom)
      const covered = seen.reduce((height, { box }) => height + Math.min(box.bottom, bottom) - Math.max(box.top, top), 0)
      if (seen.some(({ text }) => text === '') || covered < bottom - top - 4) framesWithEmpty++
    }
    return framesWithEmpty
  }, [pixels, frames])
}

await page.evaluate(() => {
  location.hash = '#/tenders'
})
await page.getByRole('row').nth(5).waitFor()
await page.waitForTimeout(3000)
await memory('list open')
for (const query of ['光伏', '维交', '招标代理']) await searchTime(query)
await page.waitForTimeout(1000)
for (const [pixels, frames] of [[120, 300], [900, 200]]) say(`scrolling by ${pixels} pixels a frame: ${await scroll(pixels, frames)} of ${frames} frames with an empty row; goal: none`)
await memory('searched and scrolled')
await close()
