// npm test, npm run check: everything that must hold before a change is shared, in the order that finds faults soonest.
import { ensureBuilt } from './lib/build.mjs'
import { needsVirtualDisplay, runEndToEnd } from './lib/end-to-end.mjs'
import { prepareWindow } from './lib/prepare.mjs'
import { run, stopAll } from './lib/processes.mjs'
import { clearResults, noteFailedStep, resultFile } from './lib/results.mjs'
import { say } from './lib/say.mjs'

const node = (script, ...args) => run(process.execPath, [`node_modules/${script}`, ...args])
const folders = ['electron', 'renderer', 'shared', 'tests', 'scripts', 'bench']

const electron = await prepareWindow({ display: needsVirtualDisplay(), tests: true })
clearResults()
const failed = new Set()
const steps = {
  messages: () => run(process.execPath, ['scripts/messages.mjs']),
  types: () => node('typescript/bin/tsc', '-b'),
  lint: () => node('oxlint/bin/oxlint', '--type-aware', '--deny-warnings', ...folders),
  unit: () => node('vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${resultFile('unit')}`),
  build: async () => ((await ensureBuilt()) ? 0 : 1),
  e2e: () => (failed.has('build') ? 1 : runEndToEnd(electron, { result: 'e2e', args: ['--project=app'] })),
}
for (const [name, step] of Object.entries(steps)) {
  say(`${name} …`)
  const status = await step()
  if (status !== 0) {
    failed.add(name)
    if (name !== 'unit' && name !== 'e2e') noteFailedStep(name)
  }
}
say(Object.keys(steps).map((name) => `${name} ${failed.has(name) ? 'FAILED' : 'ok'}`).join(' · '))
await stopAll()
process.exit(failed.size > 0 ? 1 : 0)
