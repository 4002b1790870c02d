import { statSync } from 'node:fs'
import { join } from 'node:path'
import { outputOf } from './processes.mjs'
import { fail, say } from './say.mjs'

function hasSandboxHelper(folder) {
  try {
    const { uid, mode } = statSync(join(folder, 'chrome-sandbox'))
    return uid === 0 && (mode & 0o4755) === 0o4755
  } catch {
    return false
  }
}

/** The switches Electron needs here. Root has no sandbox and is told so; for anybody else it is never off. */
export function sandboxSwitches(folder) {
  if (process.platform !== 'linux') return []
  if (process.getuid() === 0) {
    say("Running as root: Chromium's sandbox is off. Run as an ordinary user to have it on.")
    return ['--no-sandbox']
  }
  if (hasSandboxHelper(folder) || outputOf('unshare', ['--user', 'true']) !== null) return []
  const helper = join(folder, 'chrome-sandbox')
  return fail(`Chromium's sandbox can't start here: user namespaces are off and its helper is not installed. As root, either\n\n  sysctl -w kernel.unprivileged_userns_clone=1   (on Ubuntu: kernel.apparmor_restrict_unprivileged_userns=0)\n\nor\n\n  chown root:root '${helper}' && chmod 4755 '${helper}'`)
}
