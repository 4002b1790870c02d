import { contentHashOf } from '#core/imports/content-hash.ts'
import type { Reading } from '#core/readers/reading.ts'

/** A reading as it crosses from the reading thread: what is costly to compute comes along. */
export type HashedReading = Extract<Reading, { ok: false }> | (Extract<Reading, { ok: true }> & { contentHash: string })

export const hashed = (reading: Reading): HashedReading => (reading.ok ? { ...reading, contentHash: contentHashOf(reading.draft) } : reading)
