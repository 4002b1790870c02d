import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import type { Workspace, WorkspaceDb } from '#core/db/workspace.ts'
import type { LogState } from '#shared/approvals/contract.ts'
import { type DeskEvent, eventOf } from '#shared/approvals/desk-event.ts'
import { LogEntry, logStart, nextEntry, verifyLog } from '#shared/pricing/approval-log.ts'

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** How much of a hash people compare by eye. */
const sealLength = 12

export type CheckedLog = { entries: LogEntry[]; state: LogState }

/** The log with the answer whether it can be believed: its chain, the versions it names, and what this computer last saw of it. */
export async function readLog({ path, db }: Pick<Workspace, 'path' | 'db'>): Promise<CheckedLog> {
  const rows = await db.selectFrom('auditLog').selectAll().orderBy('position').execute()
  const found = rows.map(({ position, ...entry }) => ({ index: position, ...entry }))
  const seal = readSeal(path)
  const problem = verifyLog(found, sha256) ?? problemWithSeal(found, seal) ?? (await problemWithVersions(db, found))
  // What is no entry at all is a problem that is named, and nothing to be shown or counted.
  const entries = found.filter((entry) => LogEntry.safeParse(entry).success)
  return { entries, state: { entries: found.length, seal: (found.at(-1)?.hash ?? logStart).slice(0, sealLength), isSealed: seal !== null || found.length === 0, problem } }
}

/** Adds one entry and returns its hash; called inside the transaction that does what the entry says. */
export async function appendToLog(db: WorkspaceDb, happened: { at: string; by: string } & DeskEvent): Promise<string> {
  const row = await db.selectFrom('auditLog').selectAll().orderBy('position', 'desc').limit(1).executeTakeFirst()
  const last = row === undefined ? null : { index: row.position, at: row.at, by: row.by, event: row.event, body: row.body, previous: row.previous, hash: row.hash }
  const { index, ...entry } = nextEntry(last, happened, sha256)
  await db.insertInto('auditLog').values({ position: index, ...entry }).execute()
  return entry.hash
}

/** `next`: the hash of an entry about to be written, should the program end between the entry and its note. */
const Seal = z.object({ entries: z.int().min(0), hash: z.string(), next: z.string().optional() })
type Seal = z.infer<typeof Seal>

const sealPath = (workspacePath: string): string => `${workspacePath}.seal`

/**
 * Notes the log's length and last hash beside the workspace file, with the entry announced where one is about to follow. A log
 * that was rewritten with a fresh chain, lost its end or gained an entry behind the program's back no longer fits the note.
 */
export async function sealLog({ path, db }: Pick<Workspace, 'path' | 'db'>, next?: string): Promise<void> {
  const last = await db.selectFrom('auditLog').select(['position', 'hash']).where('hash', '!=', next ?? '').orderBy('position', 'desc').limit(1).executeTakeFirst()
  writeSeal(path, { ...(last === undefined ? { entries: 0, hash: logStart } : { entries: last.position + 1, hash: last.hash }), next })
}

/** The note of a log nobody has written to: without it a first entry could come from anywhere. */
export function sealNewLog({ path, raw }: Pick<Workspace, 'path' | 'raw'>): void {
  const isEmpty = raw.prepare('SELECT 1 FROM auditLog LIMIT 1').all([]).length === 0
  if (isEmpty && !existsSync(sealPath(path))) writeSeal(path, { entries: 0, hash: logStart })
}

/** For a log of which many entries are written or taken away at once: a program that ends in between leaves it without a note. */
export function unsealLog({ path }: Pick<Workspace, 'path'>): void {
  rmSync(sealPath(path), { force: true })
}

/** How long the log is, and its last hash. */
export async function logHead(db: WorkspaceDb): Promise<{ entries: number; hash: string }> {
  const last = await db.selectFrom('auditLog').select(['position', 'hash']).orderBy('position', 'desc').limit(1).executeTakeFirst()
  return last === undefined ? { entries: 0, hash: logStart } : { entries: last.position + 1, hash: last.hash }
}

function writeSeal(workspacePath: string, seal: Partial<Seal>): void {
  writeFileSync(`${sealPath(workspacePath)}.part`, JSON.stringify(seal))
  renameSync(`${sealPath(workspacePath)}.part`, sealPath(workspacePath))
}

function readSeal(workspacePath: string): Seal | null {
  const file = sealPath(workspacePath)
  if (!existsSync(file)) return null
  const parsed = Seal.safeParse(parseJson(readFileSync(file, 'utf8')))
  // A note nobody can read is a note somebody changed.
  return parsed.success ? parsed.data : { entries: 0, hash: '' }
}

function problemWithSeal(entries: readonly LogEntry[], seal: Seal | null): LogState['problem'] {
  if (seal === null) return null
  if (entries.length < seal.entries) return { index: entries.length, code: 'cut-off' }
  const sealed = seal.entries === 0 ? logStart : entries[seal.entries - 1]?.hash
  if (sealed !== seal.hash) return { index: Math.max(0, seal.entries - 1), code: 'rewritten' }
  const [first, ...more] = entries.slice(seal.entries)
  return first === undefined || (more.length === 0 && first.hash === seal.next) ? null : { index: seal.entries, code: 'added' }
}

async function problemWithVersions(db: WorkspaceDb, entries: readonly LogEntry[]): Promise<LogState['problem']> {
  const versions = await db.selectFrom('frozenVersion').select(['hash', 'content']).execute()
  const sound = new Set(versions.filter(({ hash, content }) => sha256(content) === hash).map(({ hash }) => hash))
  for (const entry of entries) {
    const happened = eventOf(entry)
    if (happened?.event === 'submitted' && !sound.has(happened.body.versionHash)) return { index: entry.index, code: 'version-changed' }
  }
  return null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
