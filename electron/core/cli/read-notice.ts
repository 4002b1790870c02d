import type { Command } from '#core/cli/command.ts'
import { BadInputError, UsageError } from '#core/cli/outcome.ts'
import { readNoticeFile } from '#core/readers/notice/read-notice.ts'
import type { NoticeReading } from '#shared/tenders/notice/notice-reading.ts'

/** `read-notice PATH…`: reads only, stores nothing. */
export const runReadNotice: Command = async ({ operands }) => {
  if (operands.length === 0) throw new UsageError('usage: cli read-notice PATH…')
  const output: unknown[] = []
  for (const path of operands) {
    const read = await readNoticeFile(path)
    if (!read.ok) throw new BadInputError(read.issue.code, `${path}: ${read.issue.message}`, { path })
    output.push({ path, ...printed(read.reading) })
  }
  return { output }
}

/** The documented fields: the project's name serves the import, which names tenders after it. */
function printed({ projectName: _projectName, evidence, confidence, ...fields }: NoticeReading) {
  const { projectName: _evidence, ...evidenceOf } = evidence
  const { projectName: _confidence, ...confidenceIn } = confidence
  return { ...fields, evidence: evidenceOf, confidence: confidenceIn }
}
