import type { Command } from '#core/cli/command.ts'
import { BadInputError, UsageError } from '#core/cli/outcome.ts'
import { readNoticeFile } from '#core/readers/notice/read-notice.ts'

/** `read-notice PATH…`: reads only, stores nothing. */
export const runReadNotice: Command = async ({ operands }) => {
  if (operands.length === 0) throw new UsageError('usage: cli read-notice PATH…')
  const output: unknown[] = []
  for (const path of operands) {
    const read = await readNoticeFile(path)
    if (!read.ok) throw new BadInputError(read.issue.code, `${path}: ${read.issue.message}`, { path })
    output.push({ path, ...read.reading })
  }
  return { output }
}
