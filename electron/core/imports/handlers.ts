import { importFiles, importReadings } from '#core/imports/import-files.ts'
import { os } from '#core/os.ts'
import { issuesOf } from '#core/imports/import-run-store.ts'
import { readNoticeText } from '#core/readers/notice/read-notice.ts'

export const importsHandlers = {
  files: os.imports.files.handler(async function* ({ input, context, errors, signal }) {
    const paths = input.tokens.map((token) => {
      const path = context.files.pathOf(token)
      if (path === undefined) throw errors.FILE_UNKNOWN()
      return path
    })
    yield* importFiles(paths, context, { signal })
  }),
  issues: os.imports.issues.handler(({ input, context }) => issuesOf(context.workspace.db, input.runId, input.offset, input.limit)),
  indexing: os.imports.indexing.handler(async ({ context }) => ({ waiting: await context.textIndex.waiting() })),
  text: os.imports.text.handler(({ input, context }) => importReadings([readNoticeText(input.text)], '', 'notice', context)),
}
