// npm run test:e2e [-- Playwright's arguments]: the built program, driven as a person would.
import { needsVirtualDisplay, runEndToEnd } from './lib/end-to-end.mjs'
import { prepareWindow, requireBuild } from './lib/prepare.mjs'
import { stopAll } from './lib/processes.mjs'

const electron = await prepareWindow({ display: needsVirtualDisplay(), tests: true })
await requireBuild()
const args = process.argv.slice(2)
const isPackage = args.includes('--project=packaged')
const status = await runEndToEnd(electron, { result: process.env.BIDWRIGHT_RESULT_NAME ?? (isPackage ? 'packaged' : 'e2e'), args: args.some((arg) => arg.startsWith('--project')) ? args : ['--project=app', ...args] })
await stopAll()
process.exit(status)
