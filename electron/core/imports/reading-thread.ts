import { on, once } from 'node:events'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import type { TablePreview } from '#shared/tenders/table/table-preview.ts'
import type { PreviewTables, ReadBatch, ReadBatches } from '#core/imports/read-batches.ts'

export type ReadingReply = { type: 'preview'; previews: TablePreview[] } | { type: 'batch'; batch: ReadBatch } | { type: 'end' } | { type: 'failed'; message: string; stack: string | undefined }

/** Megabytes of the reading thread's heap: a file that needs more is refused, and core lives on. Packages are cut while they are read and need little. */
const largestHeap = { streamed: 128, whole: 512 } as const

/** Megabytes for what lives as long as one release does; roomier means fewer collections. */
const youngHeap = 24

/** On two cores the threads that help a collection take the core that stores what was read: 32 MB of OCDS take a sixth longer with them. */
if (availableParallelism() <= 2) setFlagsFromString('--no-parallel-scavenge')

/** The thread ran out of memory on the file it was reading. */
export class FileTooLargeError extends Error {}

const ReplyEvent = z.tuple([z.custom<ReadingReply>()])

async function* repliesOf(worker: Worker, signal?: AbortSignal): AsyncGenerator<ReadBatch> {
  // An error of the thread ends this iteration with that error, an abort with an abort.
  for await (const event of on(worker, 'message', { signal })) {
    const [reply] = ReplyEvent.parse(event)
    if (reply.type === 'end' || reply.type === 'preview') return
    if (reply.type === 'failed') throw Object.assign(new Error(reply.message), reply.stack === undefined ? {} : { stack: reply.stack })
    worker.postMessage('more')
    yield reply.batch
  }
}

const isOutOfMemory = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

function startWorker(workersDirectory: string, need: keyof typeof largestHeap): Worker {
  return new Worker(join(workersDirectory, 'reading.cjs'), { resourceLimits: { maxOldGenerationSizeMb: largestHeap[need], maxYoungGenerationSizeMb: youngHeap } })
}

/** Reads files in a thread of its own, so that core answers the window meanwhile. A hostile file can cost the thread, not core. */
export function createReadingThread(workersDirectory: string): { read: ReadBatches; preview: PreviewTables; close(): void } {
  const idle: { streamed: Worker | null; whole: Worker | null } = { streamed: null, whole: null }

  async function* read(...[job, signal]: Parameters<ReadBatches>): AsyncGenerator<ReadBatch> {
    signal?.throwIfAborted()
    const need = job.kind === 'ocds' ? 'streamed' : 'whole'
    const worker = idle[need] ?? startWorker(workersDirectory, need)
    idle[need] = null
    let isReusable = false
    try {
      worker.postMessage(job)
      yield* repliesOf(worker, signal)
      isReusable = idle[need] === null
    } catch (error) {
      throw isOutOfMemory(error) ? new FileTooLargeError('reading this file takes more memory than there is') : error
    } finally {
      if (isReusable) idle[need] = worker
      else await worker.terminate()
    }
  }

  /** In a thread of its own, ended afterwards: what a hostile workbook unfolds into goes with it. */
  const preview: PreviewTables = async (source, signal) => {
    const worker = startWorker(workersDirectory, 'whole')
    try {
      worker.postMessage({ kind: 'preview', source })
      const [reply] = ReplyEvent.parse(await once(worker, 'message', { signal }))
      return reply.type === 'preview' ? reply.previews : []
    } catch (error) {
      // It is refused by name when it is imported.
      if (isOutOfMemory(error)) return []
      throw error
    } finally {
      await worker.terminate()
    }
  }

  return {
    read,
    preview,
    close() {
      void idle.streamed?.terminate()
      void idle.whole?.terminate()
    },
  }
}
