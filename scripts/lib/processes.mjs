import { spawn, spawnSync } from 'node:child_process'
import { say } from './say.mjs'

const GRACE_MS = 5000
const running = []
let isStopping = false

/** What a command prints on stdout, or null when it is missing or fails. */
export function outputOf(command, args, options = {}) {
  const result = spawnSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], ...options })
  return result.status === 0 ? result.stdout : null
}

export function hasCommand(name) {
  return outputOf('sh', ['-c', `command -v ${name}`]) !== null
}

/** Starts a program that must not outlive this script. */
export function start(command, args, options = {}) {
  const child = spawn(command, args, options)
  running.push(child)
  child.once('exit', () => running.splice(running.indexOf(child), 1))
  return child
}

/**
 * Starts a program in a group of its own: Ctrl-C reaches us alone, so that we end it, in our order.
 * It still ends with this script, even one killed outright.
 */
export function startApart(command, args, options = {}) {
  const guard = process.platform === 'linux' && hasCommand('setpriv') ? ['setpriv', '--pdeathsig', 'TERM', '--'] : []
  const [program, ...rest] = [...guard, command, ...args]
  return start(program, rest, { ...options, detached: true })
}

/**
 * Waits for a program started here: its exit status, 1 when it could not start or was ended by a signal.
 * After Ctrl-C it is never answered: nothing goes on, the script is being ended.
 */
export function statusOf(child) {
  return new Promise((done) => {
    child.once('error', (error) => {
      say(`${child.spawnfile} did not start: ${error.message}`)
      done(1)
    })
    child.once('exit', (status) => {
      if (!isStopping) done(status ?? 1)
    })
  })
}

/** Runs a program to its end with our own input and output. */
export function run(command, args, options = {}) {
  return statusOf(start(command, args, { stdio: 'inherit', ...options }))
}

/** Ends what was started, last first, so that the window goes before the display it is on. */
export async function stopAll() {
  for (const child of running.toReversed()) {
    const ended = new Promise((done) => child.once('exit', done))
    child.kill('SIGTERM')
    const timer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS)
    await ended
    clearTimeout(timer)
  }
}

/** Ctrl-C and its kin end everything this script started, then the script. */
export function endOnSignal(status) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (isStopping) return
      isStopping = true
      void stopAll().then(() => process.exit(signal === 'SIGINT' ? status : 143))
    })
  }
  process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')))
}
