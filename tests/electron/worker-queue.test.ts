import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { WorkerQueue } from '#core/worker-queue.ts'

/** Says back what it is told, 'held' only once it is let go; the flags are shared: 0 let go, 1 held, 2 answered. */
const echo = `
import { parentPort, workerData } from 'node:worker_threads'
const flags = new Int32Array(workerData)
parentPort.on('message', (input) => {
  if (input === 'fault') throw new Error('the thread died')
  if (input === 'held') {
    Atomics.store(flags, 1, 1)
    Atomics.wait(flags, 0, 0)
  }
  parentPort.postMessage({ kind: 'done', output: input })
  Atomics.store(flags, 2, 1)
  Atomics.notify(flags, 2)
})
`

let folder: string
let flags: Int32Array
let queue: WorkerQueue<string, string>
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bidwright-queue-'))
  writeFileSync(join(folder, 'echo.mjs'), echo)
  flags = new Int32Array(new SharedArrayBuffer(12))
  queue = new WorkerQueue(join(folder, 'echo.mjs'), flags.buffer)
})
afterEach(() => {
  queue.close()
  rmSync(folder, { recursive: true })
})

test('jobs are answered one after the other, each with its own answer', async () => {
  expect(await Promise.all([queue.run('first'), queue.run('second'), queue.run('third')])).toEqual(['first', 'second', 'third'])
})

test('a thread that died costs its job, not the next', async () => {
  const [first, second] = await Promise.allSettled([queue.run('fault'), queue.run('second')])
  expect(first).toMatchObject({ status: 'rejected', reason: { message: 'the thread died' } })
  expect(second).toEqual({ status: 'fulfilled', value: 'second' })
})

test('the late answer of a job that was given up is not taken for the next one’s', async () => {
  const given = new AbortController()
  const held = queue.run('held', given.signal)
  const next = queue.run('next')
  while (Atomics.load(flags, 1) === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  // From here on the answer is on its way when the patience with the job ends.
  await new Promise((resolve) => setImmediate(resolve))
  given.abort()
  Atomics.store(flags, 0, 1)
  Atomics.notify(flags, 0)
  Atomics.wait(flags, 2, 0)
  Atomics.wait(flags, 1, 1, 20)
  await expect(held).rejects.toMatchObject({ name: 'AbortError' })
  expect(await next).toBe('next')
})

test('a thread nobody needs is ended, and the next job starts another', async () => {
  const script = join(folder, 'which.mjs')
  writeFileSync(script, "import { parentPort, threadId } from 'node:worker_threads'\nparentPort.on('message', () => parentPort.postMessage({ kind: 'done', output: threadId }))\n")
  const [brief, kept] = [new WorkerQueue<string, number>(script, undefined, { idleMs: 1 }), new WorkerQueue<string, number>(script)]
  try {
    const first = await Promise.all([brief.run('one'), kept.run('one')])
    await new Promise((resolve) => setTimeout(resolve, 50))
    const second = await Promise.all([brief.run('two'), kept.run('two')])
    expect([first[0] === second[0], first[1] === second[1]]).toEqual([false, true])
  } finally {
    brief.close()
    kept.close()
  }
})
