import { parentPort, type TransferListItem } from 'node:worker_threads'
import type { z } from 'zod'
import type { WorkerReply } from '#core/worker-pool.ts'

/** Answers the jobs of a WorkerQueue: one message in, one reply out. */
export function answerJobs<Input, Output>(schema: z.ZodType<Input>, work: (input: Input) => Output | Promise<Output>, transferOf: (output: Output) => TransferListItem[] = () => []): void {
  if (!parentPort) throw new Error('this file runs in a worker thread')
  const port = parentPort
  const answer = async (message: unknown) => {
    try {
      const output = await work(schema.parse(message))
      port.postMessage({ ok: true, output } satisfies WorkerReply, transferOf(output))
    } catch (error) {
      port.postMessage({ ok: false, message: error instanceof Error ? error.message : String(error), stack: error instanceof Error ? error.stack : undefined } satisfies WorkerReply)
    }
  }
  port.on('message', (message: unknown) => void answer(message))
}
