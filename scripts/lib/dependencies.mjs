import { existsSync, readFileSync } from 'node:fs'
import { withLock } from './lock.mjs'
import { run } from './processes.mjs'
import { fail, say } from './say.mjs'

const installedLock = 'node_modules/.package-lock.json'

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages

/** Whether node_modules is what package-lock.json says, by npm's own record of what it installed. */
export function areDependenciesInstalled() {
  if (!existsSync(installedLock)) return false
  const installed = packagesOf(installedLock)
  const wanted = Object.entries(packagesOf('package-lock.json')).filter(([path]) => path !== '')
  // Optional packages are those of other systems too, so their absence says nothing.
  return wanted.every(([path, entry]) => installed[path]?.version === entry.version || (!installed[path] && (entry.optional || entry.devOptional || entry.peer)))
}

/** `npm ci` when the lock changed or nothing was installed yet; npm's words go to stderr. */
export async function ensureDependencies() {
  if (areDependenciesInstalled()) return
  await withLock(async () => {
    if (areDependenciesInstalled()) return
    say('Installing dependencies (npm ci): node_modules is missing or out of date.')
    const env = { ...process.env, ELECTRON_SKIP_BINARY_DOWNLOAD: '1' }
    const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
    const status = await run('npm', args, { stdio: ['ignore', 2, 2], env, shell: process.platform === 'win32' })
    if (status !== 0) fail('npm ci failed; its message is above.')
  })
}
