import { z } from 'zod'
import { readLog } from '#core/approvals/audit-log.ts'
import { allBids } from '#core/bids/bid-store.ts'
import type { Workspace } from '#core/db/workspace.ts'
import { damagedFiles } from '#core/files/file-store.ts'
import { reasonOf } from '#core/reason-of.ts'

const IntegrityRows = z.array(z.object({ integrity_check: z.string() }))
const ForeignKeyRows = z.array(z.object({ table: z.string(), rowid: z.number().nullable() }))

/** Looks at every page, key and index of the file, and reads every bid back. */
export async function checkWorkspace({ path, raw, db }: Workspace): Promise<{ ok: boolean; problems: string[] }> {
  const problems: string[] = []
  for (const { integrity_check: finding } of IntegrityRows.parse(raw.prepare('PRAGMA integrity_check').all([]))) {
    if (finding !== 'ok') problems.push(finding)
  }
  for (const { table, rowid } of ForeignKeyRows.parse(raw.prepare('PRAGMA foreign_key_check').all([]))) {
    problems.push(`${table} row ${rowid ?? '?'} points to a record that is not there`)
  }
  try {
    raw.exec("INSERT INTO tenderSearch (tenderSearch) VALUES ('integrity-check')")
  } catch (error) {
    problems.push(`full-text index: ${reasonOf(error)}`)
  }
  try {
    await allBids(db)
  } catch (error) {
    problems.push(`bids: ${reasonOf(error)}`)
  }
  for (const id of await damagedFiles(db)) problems.push(`stored file ${id} is damaged: its bytes are not those that came in`)
  const { problem } = (await readLog({ path, db })).state
  if (problem !== null) problems.push(`approval log entry ${problem.index + 1}: ${problem.code}; its approvals are not to be believed`)
  return { ok: problems.length === 0, problems }
}
