import { createRouterClient, EventPublisher } from '@orpc/server'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CoreContext } from '#core/context.ts'
import { renderJob } from '#core/documents/print-job.ts'
import { readBatches } from '#core/imports/read-batches.ts'
import { previewTables } from '#core/readers/table/read-table.ts'
import { suspectedPairs } from '#core/duplicates/suspects.ts'
import { createFeedSchedule } from '#core/feeds/schedule.ts'
import { createTextIndex } from '#core/tenders/text-index.ts'
import { openWorkspace } from '#core/db/workspace.ts'
import { router } from '#core/router.ts'
import type { CoreClient } from '#shared/contract.ts'
import { simulateContest } from '#shared/contests/win-request.ts'
import { simulate } from '#shared/estimate/simulate.ts'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

export const assetsDirectory = join(root, 'assets')
export const fontsDirectory = join(root, 'node_modules/@expo-google-fonts')
export const pdfium = join(root, 'node_modules/@embedpdf/pdfium/dist/pdfium.wasm')

export type TestCore = {
  client: CoreClient
  context: CoreContext
  /** Lets the client use a real path, as if a person had dropped the file or chosen the place. */
  grant: (path: string) => string
  folder: string
  /** Puts a secret into the key store, as the shell would. */
  keep: (name: string, value: string) => void
  /** How long feeds would have waited between tries: nobody waits in a test. */
  waits: number[]
  /** How often core asked to be started again. */
  restarts: () => number
  close: () => void
}

/**
 * The real router on a real workspace file in a folder of its own. Only the clock and the ids are fixed, and heavy
 * work runs in place instead of in worker threads.
 */
export function openTestCore(options: { now?: () => Date } = {}): TestCore {
  const folder = mkdtempSync(join(tmpdir(), 'bidwright-test-'))
  const now = options.now ?? (() => new Date('2026-11-22T02:00:00.000Z'))
  const workspace = openWorkspace(join(folder, 'test.bidwright'), now)
  const textIndex = createTextIndex(workspace)
  const paths = new Map<string, string>()
  let ids = 0
  let restarts = 0
  const newId = () => `id-${String(++ids).padStart(6, '0')}`
  const secretValues = new Map<string, string>()
  const secrets = { get: (name: string) => secretValues.get(name) }
  const waits: number[] = []
  const wait = (ms: number) => {
    waits.push(ms)
    return Promise.resolve()
  }
  const feeds = createFeedSchedule({ workspace, now, newId, readBatches, textIndex, secrets, wait }, { isRunning: false, log: () => undefined })
  const printing: CoreContext['printing'] = new EventPublisher()
  const context: CoreContext = {
    workspace,
    now,
    newId,
    simulate: ({ estimate, ...settings }) => Promise.resolve(simulate(estimate, settings)),
    simulateContest: (request) => Promise.resolve(simulateContest(request)),
    renderPdf: (job) => renderJob(job, { fontsDirectory, pdfium }, (share) => printing.publish('progress', { volume: job.document.volume, share })),
    printing,
    readBatches,
    previewTables: (source) => previewTables(source),
    findSuspects: () => suspectedPairs(workspace.db),
    textIndex,
    feeds,
    secrets,
    files: { pathOf: (token) => paths.get(token) },
    assetsDirectory,
    restart: () => {
      restarts++
    },
  }
  return {
    client: createRouterClient(router, { context }),
    context,
    folder,
    keep: (name, value) => secretValues.set(name, value),
    waits,
    restarts: () => restarts,
    grant(path) {
      const token = `token-${paths.size + 1}`
      paths.set(token, path)
      return token
    },
    close() {
      feeds.close()
      textIndex.close()
      workspace.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
