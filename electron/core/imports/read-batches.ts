import { stat } from 'node:fs/promises'
import { hashed, type HashedReading } from '#core/imports/hashed-reading.ts'
import { readers } from '#core/readers/readers.ts'
import type { ReadSource } from '#core/readers/reading.ts'
import type { TablePreview } from '#shared/tenders/table/table-preview.ts'
import type { ImportKind } from '#shared/imports/contract.ts'

/** `share` of the file that is read, 0 to 1; null where it can't be told. */
export type ReadBatch = { readings: HashedReading[]; share: number | null }
export type ReadJob = { kind: Exclude<ImportKind, 'prices'>; source: Pick<ReadSource, 'name' | 'path' | 'mappings'> }
/** Looks at the tables of a file without reading it. */
export type PreviewJob = { kind: 'preview'; source: ReadJob['source'] }
export type PreviewTables = (source: ReadJob['source'], signal?: AbortSignal) => Promise<TablePreview[]>
export type ReadBatches = (job: ReadJob, signal?: AbortSignal) => AsyncIterable<ReadBatch>

/** Records at a time: what one transaction stores, and what a kill can cost at most. */
export const batchSize = 400

/** Reads a file in place, batch by batch. */
export async function* readBatches({ kind, source }: ReadJob, signal?: AbortSignal): AsyncGenerator<ReadBatch> {
  const size = await stat(source.path).then((info) => info.size, () => 0)
  let bytes = 0
  const share = () => (bytes === 0 || size === 0 ? null : Math.min(bytes / size, 1))
  const onBytes = (read: number) => {
    bytes += read
  }
  let batch: HashedReading[] = []
  for await (const reading of readers[kind]({ ...source, onBytes, ...(signal ? { signal } : {}) })) {
    batch.push(hashed(reading))
    if (batch.length < batchSize) continue
    yield { readings: batch, share: share() }
    batch = []
    signal?.throwIfAborted()
  }
  if (batch.length > 0) yield { readings: batch, share: share() }
}
