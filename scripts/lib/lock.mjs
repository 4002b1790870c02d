import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

const POLL_MS = 200
const lock = 'out/.lock'

/** The process that holds the lock, as it wrote itself down, when it has ended without giving the lock back. */
function deadHolder() {
  try {
    const holder = readFileSync(lock, 'utf8')
    try {
      process.kill(Number(holder), 0)
    } catch (error) {
      // EPERM: alive, and somebody else's.
      return error.code === 'ESRCH' ? holder : null
    }
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
  return null
}

/** Removes the lock of a dead process, unless somebody else did so first and holds it now. */
function clear(holder) {
  const aside = `${lock}-${process.pid}`
  try {
    renameSync(lock, aside)
    if (readFileSync(aside, 'utf8') === holder) rmSync(aside)
    else renameSync(aside, lock)
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
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
    const holder = deadHolder()
    if (holder === null) await wait(POLL_MS)
    else clear(holder)
  }
  process.once('exit', release)
  try {
    return await work()
  } finally {
    release()
    process.off('exit', release)
  }
}
