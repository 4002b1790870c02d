import { parentPort, type TransferListItem } from 'node:worker_threads'
import type { z } from 'zod'
import type { WorkerReply } from '#core/worker-queue.ts'

/** Answers the jobs of a WorkerQueue: one message in; how far it is, if it says so, and one reply out. */
export function answerJobs<Input, Output>(schema: z.ZodType<Input>, work: (input: Input, onProgress: (share: number) => void) => Output | Promise<Output>, transferOf: (output: Output) => TransferListItem[] = () => []): void {
  if (!parentPort) throw new Error('this file runs in a worker thread')
  const port = parentPort
  const answer = async (message: unknown) => {
    try {
      const output = await work(schema.parse(message), (share) => port.postMessage({ kind: 'progress', share } satisfies WorkerReply))
      port.postMessage({ kind: 'done', output } satisfies WorkerReply, transferOf(output))
    } catch (error) {
      port.postMessage({ kind: 'failed', message: error instanceof Error ? error.message : String(error), stack: error instanceof Error ? error.stack : undefined } satisfies WorkerReply)
    }
  }
  port.on('message', (message: unknown) => void answer(message))
}
