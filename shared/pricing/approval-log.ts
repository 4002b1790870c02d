import { z } from 'zod'
import { Instant } from '#shared/time.ts'

/** Hashes text to hex; the caller brings SHA-256, for shared code has no crypto. */
export type Hash = (text: string) => string

/** One entry of the append-only log; `hash` covers everything else including the hash before it. */
export const LogEntry = z.object({
  index: z.int().min(0),
  at: Instant,
  by: z.string(),
  event: z.string().min(1),
  /** Canonical JSON of what happened. */
  body: z.string(),
  previous: z.string(),
  hash: z.string(),
})
export type LogEntry = z.infer<typeof LogEntry>

/** `previous` of the first entry. */
export const logStart = '0'.repeat(64)

/** JSON with sorted keys, so that equal values have equal text and equal hashes. Throws on what JSON cannot hold. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, field]) => field !== undefined)
    return `{${entries
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`)
      .join(',')}}`
  }
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) return JSON.stringify(value)
  throw new TypeError(`JSON cannot hold a ${typeof value}`)
}

/** The hash a frozen version is known by: what an approval is bound to. */
export function versionHash(version: unknown, hash: Hash): string {
  return hash(canonicalJson(version))
}

function entryHash(entry: Omit<LogEntry, 'hash'>, hash: Hash): string {
  return hash(canonicalJson([entry.index, entry.at, entry.by, entry.event, entry.body, entry.previous]))
}

/** The entry that follows `last` (null: the log is empty). */
export function nextEntry(last: LogEntry | null, happened: { at: string; by: string; event: string; body: unknown }, hash: Hash): LogEntry {
  const entry = { index: last === null ? 0 : last.index + 1, at: happened.at, by: happened.by, event: happened.event, body: canonicalJson(happened.body), previous: last?.hash ?? logStart }
  return { ...entry, hash: entryHash(entry, hash) }
}

export type LogProblem = { index: number; code: 'changed' | 'missing-or-moved' }

/**
 * The first entry that was changed, removed or moved; null: the chain holds. A cut-off end shows only against `head`, the last
 * known hash kept elsewhere.
 */
export function verifyLog(entries: readonly LogEntry[], hash: Hash, head: string | null = null): LogProblem | null {
  let previous = logStart
  for (const [index, entry] of entries.entries()) {
    if (entry.index !== index || entry.previous !== previous) return { index, code: 'missing-or-moved' }
    if (entryHash(entry, hash) !== entry.hash) return { index, code: 'changed' }
    previous = entry.hash
  }
  return head !== null && head !== previous ? { index: entries.length, code: 'missing-or-moved' } : null
}
