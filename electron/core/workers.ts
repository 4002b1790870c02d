import { EventPublisher } from '@orpc/server'
import { join } from 'node:path'
import type { CoreContext, SimulationRequest } from '#core/context.ts'
import type { PrintJob, PrintTools, RenderedPdf } from '#core/documents/print-job.ts'
import type { Suspects } from '#core/duplicates/suspects.ts'
import { WorkerQueue } from '#core/worker-queue.ts'
import type { WinCurveResult, WinRequest } from '#shared/contests/win-request.ts'
import type { Simulation } from '#shared/estimate/simulation.ts'
import type { AutomaticBackup } from '#shared/workspace/contract.ts'

export type Workers = Pick<CoreContext, 'simulate' | 'simulateContest' | 'renderPdf' | 'printing'> & { backUp(workspacePath: string, now: Date): Promise<AutomaticBackup>; findSuspects(workspacePath: string, signal?: AbortSignal): Promise<Suspects[]>; close(): void }

/** A preview overtaken by the next keystroke is let finish; a book of hundreds of pages is not waited for. */
const printingGraceMs = 1500

/** The threads that keep core answering while a simulation runs or a book is laid out. */
export function createWorkers({ workersDirectory, fontsDirectory }: { workersDirectory: string; fontsDirectory: string }): Workers {
  const simulation = new WorkerQueue<SimulationRequest, Simulation>(join(workersDirectory, 'simulation.cjs'))
  const contest = new WorkerQueue<WinRequest, WinCurveResult>(join(workersDirectory, 'contest.cjs'))
  const printer = new WorkerQueue<PrintJob, RenderedPdf>(join(workersDirectory, 'printing.cjs'), { fontsDirectory, pdfium: join(workersDirectory, '..', 'pdfium.wasm') } satisfies PrintTools, { graceMs: printingGraceMs })
  const printing: CoreContext['printing'] = new EventPublisher({ maxBufferedEvents: 1 })
  const backup = new WorkerQueue<{ workspacePath: string; now: Date }, AutomaticBackup>(join(workersDirectory, 'backup.cjs'))
  const duplicates = new WorkerQueue<{ workspacePath: string }, Suspects[]>(join(workersDirectory, 'duplicates.cjs'))
  return {
    simulate: (request, signal) => simulation.run(request, signal),
    simulateContest: (request, signal) => contest.run(request, signal),
    renderPdf: (job, signal) => printer.run(job, signal, (share) => printing.publish('progress', { volume: job.document.volume, share })),
    printing,
    backUp: (workspacePath, now) => backup.run({ workspacePath, now }),
    findSuspects: (workspacePath, signal) => duplicates.run({ workspacePath }, signal),
    close() {
      simulation.close()
      contest.close()
      printer.close()
      backup.close()
      duplicates.close()
    },
  }
}
