// npm run bench: measures the code that ships, so it is built like it; bench/main.ts says what is measured.
import { existsSync } from 'node:fs'
import { forgetBuild } from './lib/build.mjs'
import { prepare } from './lib/prepare.mjs'
import { run } from './lib/processes.mjs'
import { fail } from './lib/say.mjs'

await prepare()
if (!existsSync('bench/main.ts')) fail('bench/main.ts is missing: there is nothing to measure.')
const env = { ...process.env, BIDWRIGHT_BENCH: '1' }
const built = await run(process.execPath, ['node_modules/electron-vite/bin/electron-vite.js', 'build', '--logLevel', 'warn'], { stdio: ['ignore', 2, 2], env })
forgetBuild()
if (built !== 0) fail('The build failed; its message is above.')
process.exitCode = await run(process.execPath, ['out/main/bench.cjs', ...process.argv.slice(2)])
