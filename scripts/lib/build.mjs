import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withLock } from './lock.mjs'
import { run } from './processes.mjs'
import { say } from './say.mjs'

const sources = ['shared', 'electron', 'renderer', 'package-lock.json', 'package.json', 'electron.vite.config.mts', 'scripts/messages.mjs']
// Written by the message compiler, in the course of the build.
const notSources = new Set(['paraglide', 'project.inlang'])
const note = 'out/.built'

function* filesUnder(path) {
  if (!existsSync(path)) return
  const stat = statSync(path)
  if (!stat.isDirectory()) {
    yield `${path} ${stat.size} ${stat.mtimeMs}`
    return
  }
  for (const name of readdirSync(path).toSorted()) if (!notSources.has(name)) yield* filesUnder(join(path, name))
}

/** One mark for everything the build reads: a changed, new or deleted file changes it. */
function sourceMark() {
  const hash = createHash('sha256')
  for (const path of sources) for (const line of filesUnder(path)) hash.update(line)
  return hash.digest('hex')
}

const isBuilt = (mark) => existsSync('out/main/cli.cjs') && existsSync(note) && readFileSync(note, 'utf8') === mark

async function build(env) {
  return (await run(process.execPath, ['node_modules/electron-vite/bin/electron-vite.js', 'build', '--logLevel', 'warn'], { stdio: ['ignore', 2, 2], env })) === 0
}

/** Builds `out/` unless it is what the sources say; the tools' words go to stderr. Answers whether it is there now. */
export function ensureBuilt() {
  if (isBuilt(sourceMark())) return Promise.resolve(true)
  return withLock(async () => {
    const mark = sourceMark()
    if (isBuilt(mark)) return true
    say('Building.')
    if (!(await build(process.env))) return false
    mkdirSync('out', { recursive: true })
    writeFileSync(note, mark)
    return true
  })
}

/** Builds the program together with the benchmarks. */
export async function buildBench() {
  const isThere = await build({ ...process.env, BIDWRIGHT_BENCH: '1' })
  forgetBuild()
  return isThere
}

/** For whatever else writes to `out/`: the next build starts over. */
export function forgetBuild() {
  rmSync(note, { force: true })
}
