import { startApart } from './processes.mjs'
import { fail } from './say.mjs'

const SCREEN = '1440x900x24'

/** Starts a virtual display and answers its name (":99"). It ends with this script, even one killed outright. */
export async function startVirtualDisplay() {
  const args = ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp']
  const child = startApart('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const name = await new Promise((done) => {
    child.once('error', () => done(null))
    child.once('exit', () => done(null))
    child.stdio[3].once('data', (line) => done(`:${String(line).trim()}`))
  })
  return name ?? fail('Xvfb, the virtual display, did not start.')
}
