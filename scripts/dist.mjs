// npm run dist [-- deb …]: the package to hand over; a folder when nothing is named.
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { requireElectron } from './lib/electron-runtime.mjs'
import { prepare, requireBuild } from './lib/prepare.mjs'
import { outputOf, run } from './lib/processes.mjs'
import { fail, say } from './lib/say.mjs'

await prepare()
const electron = await requireElectron()
await requireBuild()
if (!electron.version) fail(`${electron.folder} holds no file named version: which Electron is that?`)
const declared = JSON.parse(readFileSync('package.json', 'utf8')).devDependencies.electron
if (electron.version !== declared) say(`This package holds Electron ${electron.version}, not ${declared}: for trying out, not for customers.`)

const env = { ...process.env }
if (electron.source !== 'official') {
  // electron-builder's own helpers are downloads; where the official Electron can't be had, neither can they.
  const archiver = ['7zz', '7za', '7z'].map((name) => outputOf('sh', ['-c', `command -v ${name}`])?.trim()).find(Boolean)
  if (archiver) env.ELECTRON_BUILDER_7ZIP_PATH ??= archiver
  env.CUSTOM_FPM_PATH ??= resolve('scripts/fpm-deb.mjs')
  env.ELECTRON_BUILDER_COMPRESSION_LEVEL ??= '5'
}
const targets = process.argv.slice(2)
const args = ['node_modules/electron-builder/cli.js', '--publish', 'never', '--linux', ...(targets.length > 0 ? targets : ['dir'])]
const status = await run(process.execPath, [...args, `-c.electronDist=${electron.folder}`, `-c.electronVersion=${electron.version}`], { env, stdio: ['ignore', 2, 2] })
if (status !== 0 || !existsSync('release')) fail('electron-builder failed; its message is above.')
say('The package is in release/.')
