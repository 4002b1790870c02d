import type { Workspace } from '#core/db/workspace.ts'
import type { EventPublisher } from '@orpc/server'
import type { WinCurveResult, WinRequest } from '#shared/contests/win-request.ts'
import type { PrintProgress } from '#shared/documents/print-progress.ts'
import type { Estimate } from '#shared/estimate/estimate.ts'
import type { Simulation } from '#shared/estimate/simulation.ts'
import type { PreviewTables, ReadBatches } from '#core/imports/read-batches.ts'
import type { Suspects } from '#core/duplicates/suspects.ts'
import type { FeedSchedule } from '#core/feeds/schedule.ts'
import type { TextIndex } from '#core/tenders/text-index.ts'
import type { RenderedPdf, PrintJob } from '#core/documents/print-job.ts'

export type SimulationRequest = { estimate: Estimate; seed: number; samples: number; today: string }

/** What every handler is given: the workspace, the clock, ids, and the kinds of heavy work done off the thread. */
export type CoreContext = {
  workspace: Workspace
  now: () => Date
  newId: () => string
  simulate: (request: SimulationRequest, signal?: AbortSignal) => Promise<Simulation>
  /** The competition at several own prices. */
  simulateContest: (request: WinRequest, signal?: AbortSignal) => Promise<WinCurveResult>
  renderPdf: (job: PrintJob, signal?: AbortSignal) => Promise<RenderedPdf>
  /** Says how far the document being rendered is. */
  printing: EventPublisher<{ progress: PrintProgress }>
  /** Reads a file into drafts, off the thread. */
  readBatches: ReadBatches
  /** The first rows of a file's tables, off the thread. */
  previewTables: PreviewTables
  /** Pairs of tenders that may be one, looked for off the thread. */
  findSuspects: (signal?: AbortSignal) => Promise<Suspects[]>
  textIndex: TextIndex
  feeds: Pick<FeedSchedule, 'run'>
  /** What the key store of the system holds for feeds; core has it in memory only. */
  secrets: { get(name: string): string | undefined }
  /** Files a person dropped or chose, and places a person chose to save to; the window knows only their tokens. */
  files: FileTokens
  /** Where the program's own data files lie (sample data, templates, rule packs). */
  assetsDirectory: string
  /** Ends core once the answer is out; the shell starts it again, on the workspace file as it then lies there. */
  restart: () => void
}

export type FileTokens = { pathOf(token: string): string | undefined }
