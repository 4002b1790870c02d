import { parentPort, type TransferListItem } from 'node:worker_threads'
import type { WorkerReply } from '#core/worker-pool.ts'

/** Answers the jobs of a WorkerQueue: one message in, one reply out. */
export function answerJobs<Input, Output>(work: (input: Input) => Output | Promise<Output>, transferOf: (output: Output) => TransferListItem[] = () => []): void {
  if (!parentPort) throw new Error('this file runs in a worker thread')
  const port = parentPort
  port.on('message', (input: Input) => {
    void Promise.resolve()
      .then(() => work(input))
      .then(
        (output) => port.postMessage({ ok: true, output } satisfies WorkerReply, transferOf(output)),
        (error: unknown) => port.postMessage({ ok: false, message: error instanceof Error ? error.message : String(error), stack: error instanceof Error ? error.stack : undefined } satisfies WorkerReply),
      )
  })
}
