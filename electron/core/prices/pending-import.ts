import { basename } from 'node:path'
import type { CoreContext } from '#core/context.ts'
import type { Workspace } from '#core/db/workspace.ts'
import { diffWithBook, readPriceFile, takeChanges } from '#core/prices/price-import.ts'
import { type PriceIssue, type PricePreview } from '#shared/prices/contract.ts'
import { type PriceChange, withoutRepeats } from '#shared/prices/diff.ts'
import type { PriceReading } from '#shared/prices/lists/reading.ts'
import type { PriceDraft } from '#shared/prices/price-item.ts'

/** The comparison a person is looking at: one a workspace, the last. What they saw is what is taken. */
const pending = new WeakMap<Workspace, { importId: string; changes: ReadonlyMap<string, PriceChange> }>()

const mostIssues = 1000

const statedOf = ({ unitPrice, per, unit, unitName, currency, validUntil, source }: PriceDraft) => ({ unitPrice, per, unit, unitName, currency, validUntil, sourceDate: source.date })

/** Reads the files and compares them with the book. */
export async function previewImport(paths: readonly string[], context: CoreContext, signal?: AbortSignal): Promise<PricePreview> {
  const read: { file: string; reading: PriceReading }[] = []
  for (const path of paths) {
    const file = basename(path)
    for (const reading of await readPriceFile({ path, name: file, ...(signal === undefined ? {} : { signal }) })) read.push({ file, reading })
  }
  const readings = withoutRepeats(read.map(({ reading }) => reading))
  const issues = readings.flatMap((reading, index): PriceIssue[] => (reading.ok ? [] : [{ file: read[index]?.file ?? '', row: reading.row, field: reading.field, code: reading.code, message: reading.message }]))
  const changes = await diffWithBook(readings, context)
  const importId = context.newId()
  pending.set(context.workspace, { importId, changes: new Map(changes.map((change) => [change.code, change])) })
  const count = (wanted: PriceChange['status']) => changes.filter(({ status }) => status === wanted).length
  return {
    importId,
    counts: { new: count('new'), changed: count('changed'), unchanged: count('unchanged'), gone: count('gone'), rejected: issues.length },
    rows: changes.flatMap(({ status, code, before, after, change, isImplausible, fields }) =>
      status === 'unchanged' ? [] : [{ code, name: (after ?? before)?.name ?? code, status, before: before === null ? null : statedOf(before), after: after === null ? null : statedOf(after), change, isImplausible, fields }],
    ),
    issues: issues.slice(0, mostIssues),
  }
}

/** Takes the chosen prices of the comparison; null: it is no longer known. */
export async function takeImport(importId: string, codes: readonly string[], context: CoreContext): Promise<number | null> {
  const known = pending.get(context.workspace)
  if (known?.importId !== importId) return null
  pending.delete(context.workspace)
  const chosen = codes.flatMap((code) => {
    const change = known.changes.get(code)
    return change === undefined ? [] : [change]
  })
  return takeChanges(chosen, context)
}
