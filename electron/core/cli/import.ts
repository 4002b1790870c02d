import type { Command } from '#core/cli/command.ts'
import { UsageError } from '#core/cli/outcome.ts'
import { importFiles, importReport } from '#core/imports/import-files.ts'
import { ImportKind } from '#shared/imports/contract.ts'

/** `import PATH… [--kind auto|ocds|eforms|notice|table]` */
export const runImport: Command = async ({ operands, options, core, progress }) => {
  if (operands.length === 0) throw new UsageError('usage: cli import PATH… [--kind auto|ocds|eforms|notice|table]')
  const kind = options.kind === undefined || options.kind === 'auto' ? undefined : ImportKind.safeParse(options.kind)
  if (kind && !kind.success) throw new UsageError(`--kind ${options.kind}: one of auto, ${ImportKind.options.join(', ')}`)
  const events = importFiles(operands, core().context, { kind: kind?.data })
  const report = await importReport(events, (event) => {
    if (event.type === 'progress' && event.records > 0 && event.records % 10_000 === 0) progress(`${event.file}: ${event.records} records`)
  })
  const { added, updated, unchanged, issues, files } = report
  return { output: { added, updated, unchanged, rejected: issues.map(({ path, row, code, message }) => ({ path, ...(row === null ? {} : { row }), code, message })), files } }
}
