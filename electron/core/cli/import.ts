import type { Command } from '#core/cli/command.ts'
import { UsageError } from '#core/cli/outcome.ts'
import { importFiles, importReport } from '#core/imports/import-files.ts'
import { issuesOf } from '#core/imports/import-run-store.ts'
import { ImportKind } from '#shared/imports/contract.ts'

const usage = 'usage: cli import PATH… [--kind auto|ocds|eforms|notice|table|prices]'
const atATime = 5000

/** `import PATH… [--kind auto|ocds|eforms|notice|table|prices]`: every record read is in one of the four counts, each rejected one is named. */
export const runImport: Command = async ({ operands, options, core, progress }) => {
  if (operands.length === 0) throw new UsageError(usage)
  const kind = options.kind === undefined || options.kind === 'auto' ? undefined : ImportKind.safeParse(options.kind)
  if (kind && !kind.success) throw new UsageError(`--kind ${options.kind}: one of auto, ${ImportKind.options.join(', ')}`)
  const { context } = core()
  const events = importFiles(operands, context, { kind: kind?.data, takePrices: true })
  const { runId, added, updated, unchanged, files, ...report } = await importReport(events, (event) => {
    if (event.type === 'progress' && event.records > 0 && event.records % 10_000 === 0) progress(`${event.file}: ${event.records} records`)
  })
  const rejected: object[] = []
  while (rejected.length < report.rejected) {
    const issues = await issuesOf(context.workspace.db, runId, rejected.length, atATime)
    if (issues.length === 0) break
    for (const { path, row, code, message } of issues) rejected.push({ path, ...(row === null ? {} : { row }), code, message })
  }
  await context.textIndex.catchUp((waiting) => {
    if (waiting % 1000 === 0) progress(`text index: ${waiting} tenders to go`)
  })
  return { output: { added, updated, unchanged, rejected, files } }
}
