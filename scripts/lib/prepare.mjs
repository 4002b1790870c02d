import { buildBench, ensureBuilt } from './build.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { requireElectron } from './electron-runtime.mjs'
import { requireNode } from './node-version.mjs'
import { endOnSignal } from './processes.mjs'
import { enterRoot } from './root.mjs'
import { fail, say } from './say.mjs'
import { requireLibrariesOf, requireSystem } from './system.mjs'

/** What every script needs, from a clean clone on: a Node that will do, and the dependencies. */
export async function prepare({ statusOnInterrupt = 130 } = {}) {
  enterRoot()
  requireNode()
  endOnSignal(statusOnInterrupt)
  await ensureDependencies()
}

/** The same for what opens a window, in the order in which a person would want to hear what is missing. */
export async function prepareWindow({ display, tests, statusOnInterrupt } = {}) {
  enterRoot()
  requireNode()
  requireSystem({ display, tests })
  await prepare({ statusOnInterrupt })
  const electron = await requireElectron()
  requireLibrariesOf(electron.executable)
  if (electron.source === 'registry') say(`Using Electron ${electron.version} from the package registry; a build for customers needs the official one.`)
  return electron
}

export async function requireBuild() {
  if (!(await ensureBuilt())) fail('The build failed; its message is above.')
}

/** The program and what measures it, `out/main/bench.cjs`. */
export async function requireBenchBuild() {
  if (!(await buildBench())) fail('The build failed; its message is above.')
}
