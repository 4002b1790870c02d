import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { start } from './processes.mjs'
import { say } from './say.mjs'

const SCREENSHOT_MS = 60_000
const POLL_MS = 200

/** What one call of the command line prints, or null when it fails; its words on stderr are passed on. */
async function ask(...args) {
  const child = start(process.execPath, ['out/main/cli.cjs', ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const chunks = []
  child.stdout.on('data', (chunk) => chunks.push(chunk))
  await new Promise((done) => child.once('close', done))
  try {
    return JSON.parse(Buffer.concat(chunks).toString())
  } catch {
    return null
  }
}

async function waitForFile(file) {
  const until = Date.now() + SCREENSHOT_MS
  while (Date.now() < until) {
    if (existsSync(file) && statSync(file).size > 0) return true
    await wait(POLL_MS)
  }
  return false
}

function describe(bid, printed) {
  const files = printed?.files ?? []
  const blocked = printed?.error?.issues ?? printed?.blocked ?? []
  const pages = files.reduce((sum, file) => sum + file.pages, 0)
  const reasons = blocked.map((reason) => reason.message ?? reason.code).join('; ') || (printed?.error?.message ?? (files.length > 0 ? '' : 'the command failed'))
  const outcome = `${files.length > 0 ? `${files.length} PDF, ${pages} pages` : 'no PDF'}${reasons === '' ? '' : ` · stopped: ${reasons}`}`
  return `  ${bid.title}\n    verdict: ${bid.verdict ?? 'unknown'} · offer: ${bid.offerTotal ?? 'unknown'} · ${outcome}`
}

/** Makes the sample workspace, and a copy of it for the window to open: its user data folder. */
export async function makeSample(folder) {
  const workspace = join(folder, 'sample.bidwright')
  const made = await ask('sample', workspace)
  if (!existsSync(workspace)) say(`The sample could not be made${made?.error ? `: ${made.error.message}` : '.'}`)
  const userData = join(folder, 'user-data')
  mkdirSync(userData)
  if (existsSync(workspace)) copyFileSync(workspace, join(userData, 'workspace.bidwright'))
  return { workspace, userData }
}

/** Prints the sample's open bids with their verdicts, and names the folder with their PDFs and the window's picture. */
export async function showSample({ folder, workspace, screenshot }) {
  const listed = await ask('bid', 'list', '--workspace', workspace)
  // What was handed in or decided long ago is not printed again.
  const bids = Array.isArray(listed) ? listed.filter(({ stage }) => stage === 'draft') : []
  const lines = []
  for (const [index, bid] of bids.entries()) {
    const printed = await ask('document', bid.id, '--out', join(folder, `bid-${index + 1}`), '--workspace', workspace)
    lines.push(describe(bid, printed))
  }
  if (!(await waitForFile(screenshot))) say('The window did not report that it was painted: there is no screenshot.')
  if (lines.length > 0) process.stdout.write(`\nSample bids:\n${lines.join('\n')}\n`)
  const files = readdirSync(folder, { recursive: true }).map(String).filter((file) => /^(window\.png|bid-.*\.pdf)$/.test(file))
  process.stdout.write(`\nThe window's screenshot and the PDFs are in ${folder}\n${files.toSorted((a, b) => a.localeCompare(b)).map((file) => `  ${file}`).join('\n')}\n\n`)
}
