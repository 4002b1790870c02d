import { hasCommand, start } from './processes.mjs'
import { fail } from './say.mjs'

const SCREEN = '1440x900x24'

/** Starts a virtual display and answers its name (":99"). It ends with this script, even one killed outright. */
export async function startVirtualDisplay() {
  const xvfb = ['Xvfb', '-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp']
  const [command, ...args] = hasCommand('setpriv') ? ['setpriv', '--pdeathsig', 'TERM', ...xvfb] : xvfb
  // In a group of its own, so that Ctrl-C reaches the window first and the display goes last.
  const child = start(command, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], detached: true })
  const name = await new Promise((done) => {
    child.once('error', () => done(null))
    child.once('exit', () => done(null))
    child.stdio[3].once('data', (line) => done(`:${String(line).trim()}`))
  })
  return name ?? fail('Xvfb, the virtual display, did not start.')
}
