import { Worker } from 'node:worker_threads'

type Job<Input, Output> = { input: Input; signal: AbortSignal | undefined; onProgress: ((share: number) => void) | undefined; resolve: (output: Output) => void; reject: (error: unknown) => void }
export type WorkerReply<Output = unknown> = { kind: 'progress'; share: number } | { kind: 'done'; output: Output } | { kind: 'failed'; message: string; stack: string | undefined }

/** `graceMs`: how long a job that was aborted may go on; `idleMs`: how long a thread nobody needs is kept. */
type Patience = { graceMs?: number; idleMs?: number }

const usualIdleMs = 5 * 60_000

/**
 * One thread for one kind of heavy work, started at the first job and kept while it is needed. Jobs run one after the other. A
 * running job that is aborted may still finish within `graceMs`, unheard: a thread that knows its fonts is worth more than the
 * moment; then its thread is ended, and the next job starts a new one. So is a thread without a job for `idleMs`: what it knows
 * takes tens of megabytes.
 */
export class WorkerQueue<Input, Output> {
  readonly #script: string
  readonly #workerData: unknown
  readonly #waiting: Job<Input, Output>[] = []
  #worker: Worker | null = null
  readonly #graceMs: number
  readonly #idleMs: number
  #running: Job<Input, Output> | null = null
  #patience: NodeJS.Timeout | null = null
  #idle: NodeJS.Timeout | null = null

  constructor(script: string, workerData?: unknown, { graceMs = 0, idleMs = usualIdleMs }: Patience = {}) {
    this.#script = script
    this.#workerData = workerData
    this.#graceMs = graceMs
    this.#idleMs = idleMs
  }

  /** `onProgress` hears the share done, 0 to 1, of work that tells it. */
  run(input: Input, signal?: AbortSignal, onProgress?: (share: number) => void): Promise<Output> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(abortError())
      const job: Job<Input, Output> = { input, signal, onProgress, resolve, reject }
      signal?.addEventListener('abort', () => this.#abort(job), { once: true })
      this.#waiting.push(job)
      this.#next()
    })
  }

  close(): void {
    if (this.#idle !== null) clearTimeout(this.#idle)
    void this.#worker?.terminate()
    this.#worker = null
  }

  #next(): void {
    if (this.#running !== null) return
    if (this.#idle !== null) clearTimeout(this.#idle)
    const job = this.#waiting.shift()
    if (!job) {
      this.#idle = setTimeout(() => this.close(), this.#idleMs).unref()
      return
    }
    this.#running = job
    this.#worker ??= this.#start()
    this.#worker.postMessage(job.input)
  }

  #start(): Worker {
    const worker = new Worker(this.#script, { workerData: this.#workerData })
    // A waiting thread must not keep the command line from ending.
    worker.unref()
    // A thread that was ended may have said something on its way out: it is no answer to the job that runs now.
    const isCurrent = () => this.#worker === worker
    worker.on('message', (reply: WorkerReply<Output>) => isCurrent() && this.#hear(reply))
    worker.on('error', (error) => {
      if (!isCurrent()) return
      this.#worker = null
      this.#finish((job) => job.reject(error))
    })
    return worker
  }

  #hear(reply: WorkerReply<Output>): void {
    if (reply.kind !== 'progress') return this.#finish((job) => (reply.kind === 'done' ? job.resolve(reply.output) : job.reject(failure(reply))))
    if (this.#running?.signal?.aborted !== true) this.#running?.onProgress?.(reply.share)
  }

  #finish(settle: (job: Job<Input, Output>) => void): void {
    if (this.#patience !== null) clearTimeout(this.#patience)
    this.#patience = null
    const job = this.#running
    this.#running = null
    if (job) settle(job)
    this.#next()
  }

  #abort(job: Job<Input, Output>): void {
    const place = this.#waiting.indexOf(job)
    if (place >= 0) {
      this.#waiting.splice(place, 1)
      job.reject(abortError())
    } else if (this.#running === job) {
      job.reject(abortError())
      this.#patience = setTimeout(() => {
        this.close()
        this.#finish(() => undefined)
      }, this.#graceMs)
    }
  }
}

function failure({ message, stack }: { message: string; stack: string | undefined }): Error {
  const error = new Error(message)
  if (stack !== undefined) error.stack = stack
  return error
}

const abortError = () => new DOMException('the work was cancelled', 'AbortError')
