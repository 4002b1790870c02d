import { powerMonitor } from 'electron'
import { clockJump } from '#shared/reminders/reminders.ts'

const everyMs = 20_000

/** Tells when the computer's clock was set while the program runs. Sleep is no jump: the steady clock may stand still in it. */
export function watchClock(onJump: (ms: number) => void): void {
  const read = () => ({ wall: Date.now(), steady: performance.now() })
  let last = read()
  powerMonitor.on('suspend', () => {
    last = read()
  })
  powerMonitor.on('resume', () => {
    last = read()
  })
  setInterval(() => {
    const next = read()
    const jump = clockJump(last, next)
    last = next
    if (jump !== null) onJump(jump)
  }, everyMs).unref()
}
