import { importFiles, importReadings } from '#core/imports/import-files.ts'
import { os } from '#core/os.ts'
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
  text: os.imports.text.handler(({ input, context }) => importReadings([readNoticeText(input.text)], '', 'notice', context)),
}
