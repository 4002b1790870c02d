import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measure, measureBetween, type Row } from './measure.ts'
import { sampleRelease } from './ocds-sample.ts'
import { openWorkspace } from '#core/db/workspace.ts'
import { importFiles, importReport } from '#core/imports/import-files.ts'
import { createReadingThread } from '#core/imports/reading-thread.ts'
import { newId } from '#core/new-id.ts'
import { createTextIndex } from '#core/tenders/text-index.ts'

const RELEASES = Number(process.env['BIDWRIGHT_BENCH_RELEASES'] ?? 10_000)

const packageOf = (releases: number) => JSON.stringify({ uri: 'https://example.invalid/p', version: '1.1', publishedDate: '2026-11-01T00:00:00Z', publisher: { name: 'bench' }, releases: Array.from({ length: releases }, (_, i) => sampleRelease(i)) })

/** Reading, validating, merging and storing a package in a workspace that is open, as the program's is, against parsing the same bytes and keeping nothing. */
export async function benchImport(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bidwright-bench-'))
  const reading = createReadingThread(join(__dirname, 'workers'))
  try {
    const file = join(folder, 'package.json')
    writeFileSync(file, packageOf(RELEASES))
    const bytes = readFileSync(file)
    let imports = 0
    const into = (path: string) => {
      const workspace = openWorkspace(path, () => new Date())
      const textIndex = createTextIndex(workspace)
      const release = textIndex.rest()
      imports += 1
      return {
        work: () => importReport(importFiles([file], { workspace, now: () => new Date(), newId, readBatches: reading.read, textIndex })),
        after: () => {
          textIndex.close()
          release()
          workspace.close()
        },
      }
    }
    const baseline = { what: 'JSON.parse of the same bytes', measured: await measure(() => JSON.parse(bytes.toString('utf8')), 5) }
    const what = `${(bytes.length / 1e6).toFixed(0)} MB of OCDS, ${RELEASES} releases`
    const known = join(folder, 'again.bidwright')
    const { work, after } = into(known)
    const first = await work()
    after()
    if (first.added !== RELEASES) throw new Error(`expected ${RELEASES} added, got ${first.added}`)
    const goal = 'within 5 times JSON.parse'
    return [
      { what: `import of ${what}`, ours: await measureBetween(() => into(join(folder, `${imports}.bidwright`)), 5), baseline, goal },
      { what: 'the same again: nothing new', ours: await measureBetween(() => into(known), 3), baseline, goal },
    ]
  } finally {
    reading.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
