import { workerData } from 'node:worker_threads'
import { z } from 'zod'
import { renderJob, type PrintJob } from '#core/documents/print-job.ts'
import { answerJobs } from '#core/worker-entry.ts'

const tools = z.object({ fontsDirectory: z.string(), pdfium: z.string() }).parse(workerData)

answerJobs(
  // Made by our own code a thread away: its shape is the compiler's matter.
  z.custom<PrintJob>(),
  (job, onProgress) => renderJob(job, tools, onProgress),
  (rendered) => [rendered.bytes.buffer],
)
