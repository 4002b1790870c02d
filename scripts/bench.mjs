// npm run bench: measures the code that ships, built like it and in the runtime it ships in; bench/main.ts says what is measured.
// BIDWRIGHT_BENCH_NODE=1 runs it in plain Node instead.
import { existsSync } from 'node:fs'
import { loadavg } from 'node:os'
import { requireElectron } from './lib/electron-runtime.mjs'
import { prepare, requireBenchBuild } from './lib/prepare.mjs'
import { run } from './lib/processes.mjs'
import { fail, say } from './lib/say.mjs'
import { requireLibrariesOf } from './lib/system.mjs'

await prepare()
if (!existsSync('bench/main.ts')) fail('bench/main.ts is missing: there is nothing to measure.')
await requireBenchBuild()

async function runtime() {
  if (process.env.BIDWRIGHT_BENCH_NODE === '1') return { executable: process.execPath, name: `Node ${process.versions.node}` }
  const electron = await requireElectron()
  requireLibrariesOf(electron.executable)
  return { executable: electron.executable, name: `Electron ${electron.version}` }
}

const { executable, name } = await runtime()
say(`Measuring in ${name}; load before: ${loadavg().map((load) => load.toFixed(1)).join(', ')}.`)
process.exitCode = await run(executable, ['out/main/bench.cjs', ...process.argv.slice(2)], { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } })
say(`Load after: ${loadavg().map((load) => load.toFixed(1)).join(', ')}.`)
