import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Reader, Reading } from '#core/readers/reading.ts'

/** Third-party files for tests; they live beside the repository and are not part of it. */
const sharedData = join(dirname(fileURLToPath(import.meta.url)), '../../../../../shared/data')

export type RealFile = { path: string; folder: string; name: string }

/** The real files of a folder; null when they are not there. */
export function realFiles(folder: string): RealFile[] | null {
  const root = join(sharedData, folder)
  if (!existsSync(root)) return null
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.md'))
    .map((entry) => ({ path: join(entry.parentPath, entry.name), folder: relative(root, entry.parentPath) || '.', name: entry.name }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
}

export async function readAll(reader: Reader, path: string): Promise<Reading[]> {
  const readings: Reading[] = []
  for await (const reading of reader({ name: basename(path), path })) readings.push(reading)
  return readings
}

/** Gives the content a file of that name for as long as the work takes. */
export async function withFile<T>(content: string | Uint8Array, name: string, work: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'reader-'))
  try {
    await writeFile(join(folder, name), content)
    return await work(join(folder, name))
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Reads content as if it were a file of that name. */
export function readContent(reader: Reader, content: string | Uint8Array, name = 'file.json'): Promise<Reading[]> {
  return withFile(content, name, (path) => readAll(reader, path))
}

/** What became of each record, short enough to compare. */
export function outcomes(readings: readonly Reading[]): string[] {
  return readings.map((reading) => (reading.ok ? `${reading.row} ${reading.draft.title}` : `${reading.issue.row} ${reading.issue.code} ${reading.issue.field}`))
}

/** Counts per folder: drafts, and issues by code. */
export function tallyOf(results: readonly { folder: string; readings: readonly Reading[] }[]): Record<string, Record<string, number>> {
  const tally: Record<string, Record<string, number>> = {}
  for (const { folder, readings } of results) {
    const counts = (tally[folder] ??= {})
    for (const reading of readings) {
      const key = reading.ok ? 'read' : reading.issue.code
      counts[key] = (counts[key] ?? 0) + 1
    }
  }
  return tally
}
