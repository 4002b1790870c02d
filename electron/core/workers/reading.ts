import { parentPort } from 'node:worker_threads'
import { z } from 'zod'
import { readBatches, type PreviewJob, type ReadJob } from '#core/imports/read-batches.ts'
import { previewTables } from '#core/readers/table/read-table.ts'
import type { ReadingReply } from '#core/imports/reading-thread.ts'
import { reasonOf } from '#core/reason-of.ts'

if (!parentPort) throw new Error('this file runs in a worker thread')
const port = parentPort
const post = (reply: ReadingReply) => port.postMessage(reply)

/** Made by our own code a thread away: its shape is the compiler's matter. */
const Job = z.custom<ReadJob | PreviewJob>()

/** Batches may be sent ahead, so that reading and storing overlap; so many, that a slow disk doesn't fill the memory. */
const ahead = 12
let credit = 0
let wake: () => void = () => {}

async function read(job: ReadJob | PreviewJob): Promise<void> {
  credit = ahead
  try {
    if (job.kind === 'preview') return post({ type: 'preview', previews: await previewTables(job.source) })
    for await (const batch of readBatches(job)) {
      if (credit === 0) await new Promise<void>((resolve) => (wake = resolve))
      credit -= 1
      post({ type: 'batch', batch })
    }
    post({ type: 'end' })
  } catch (error) {
    post({ type: 'failed', message: reasonOf(error), stack: error instanceof Error ? error.stack : undefined })
  }
}

port.on('message', (message: unknown) => {
  if (message !== 'more') return void read(Job.parse(message))
  credit += 1
  wake()
})
