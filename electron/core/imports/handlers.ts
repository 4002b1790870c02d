import { basename } from 'node:path'
import { z } from 'zod'
import { chosenPlace, orWriteFailed } from '#core/files/chosen-place.ts'
import { arrivedSince } from '#core/imports/arrivals.ts'
import { exportIssues } from '#core/imports/export-issues.ts'
import { importFiles, importReadings } from '#core/imports/import-files.ts'
import { issuesOf } from '#core/imports/import-run-store.ts'
import { forgetMapping, rememberedMappings, rememberMapping } from '#core/imports/mapping-store.ts'
import { os } from '#core/os.ts'
import { detectKind } from '#core/readers/detect-kind.ts'
import { headingsKey, rememberable } from '#shared/tenders/table/table-preview.ts'

const Headings = z.array(z.string())

export const importsHandlers = {
  files: os.imports.files.handler(async function* ({ input, context, errors, signal }) {
    const paths = input.tokens.map((token) => {
      const path = context.files.pathOf(token)
      if (path === undefined) throw errors.FILE_UNKNOWN()
      return path
    })
    yield* importFiles(paths, context, { signal })
  }),

  tables: os.imports.tables.handler(async ({ input, context, errors, signal }) => {
    const mappings = await rememberedMappings(context.workspace.db)
    const doubtful = []
    for (const token of input.tokens) {
      const path = context.files.pathOf(token)
      if (path === undefined) throw errors.FILE_UNKNOWN()
      if ((await detectKind(path)) !== 'table') continue
      const name = basename(path)
      const previews = await context.previewTables({ name, path, mappings }, signal)
      for (const preview of previews) if (preview.doubts.length > 0 && preview.rows.length > 1) doubtful.push({ token, name, preview })
    }
    return doubtful
  }),

  rememberMapping: os.imports.rememberMapping.handler(async ({ input, context }) => {
    const key = headingsKey(input.headings)
    if (key !== '') await rememberMapping(context.workspace.db, key, rememberable(input.mapping, input.headings), context.now().toISOString())
    return { isKept: key !== '' }
  }),

  mappings: os.imports.mappings.handler(async ({ context }) => Object.entries(await rememberedMappings(context.workspace.db)).map(([key, mapping]) => ({ key, headings: Headings.parse(JSON.parse(key)), mapping }))),

  forgetMapping: os.imports.forgetMapping.handler(({ input, context }) => forgetMapping(context.workspace.db, input.key)),

  issues: os.imports.issues.handler(({ input, context }) => issuesOf(context.workspace.db, input.runId, input.offset, input.limit)),

  exportIssues: os.imports.exportIssues.handler(async ({ input: { destination, ...table }, context, errors }) => {
    const path = chosenPlace(destination, context, errors)
    const rows = await orWriteFailed(exportIssues(context.workspace.db, path, table), errors)
    return { fileName: basename(path), rows }
  }),

  indexing: os.imports.indexing.handler(async ({ context }) => ({ waiting: await context.textIndex.waiting() })),

  arrivals: os.imports.arrivals.handler(({ input, context }) => arrivedSince(context.workspace.db, input.since, input.limit)),

  text: os.imports.text.handler(async ({ input, context }) => {
    const { readNoticeText } = await import('#core/readers/notice/read-notice.ts')
    return importReadings([readNoticeText(input.text)], '', 'notice', context)
  }),
}
