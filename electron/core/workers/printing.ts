import { workerData } from 'node:worker_threads'
import { z } from 'zod'
import { renderJob, type PrintJob, type RenderedPdf } from '#core/documents/print-job.ts'
import { answerJobs } from '#core/worker-entry.ts'

const { fontsDirectory } = z.object({ fontsDirectory: z.string() }).parse(workerData)

answerJobs(
  (job: PrintJob) => renderJob(job, fontsDirectory),
  (rendered: RenderedPdf) => [rendered.bytes.buffer],
)
