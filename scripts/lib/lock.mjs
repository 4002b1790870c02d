import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

const POLL_MS = 200
const lock = 'out/.lock'

function isAbandoned() {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0)
    return false
  } catch (error) {
    // EPERM: alive, and somebody else's; ENOENT: given back just now.
    return error.code !== 'EPERM' && error.code !== 'ENOENT'
  }
}

function take() {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    return false
  }
}

const release = () => rmSync(lock, { force: true })

/** One at a time per checkout: two commands started together must not install or build over each other. */
export async function withLock(work) {
  mkdirSync('out', { recursive: true })
  while (!take()) {
    if (isAbandoned()) rmSync(lock, { force: true })
    else await wait(POLL_MS)
  }
  process.once('exit', release)
  try {
    return await work()
  } finally {
    release()
    process.off('exit', release)
  }
}
