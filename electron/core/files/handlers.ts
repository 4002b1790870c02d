import { addFile } from '#core/files/add-file.ts'
import { findFile, readFileContent } from '#core/files/file-store.ts'
import { os } from '#core/os.ts'
import type { AddedFile } from '#shared/files/contract.ts'

export const filesHandlers = {
  add: os.files.add.handler(async ({ input, context, errors, signal }) => {
    const paths = input.tokens.map((token) => {
      const path = context.files.pathOf(token)
      if (path === undefined) throw errors.FILE_UNKNOWN()
      return path
    })
    const added: AddedFile[] = []
    // One after the other: a hundred scans are never in memory together.
    for (const path of paths) {
      signal?.throwIfAborted()
      added.push(await addFile(path, context))
    }
    return added
  }),
  content: os.files.content.handler(async ({ input, context, errors }) => {
    const { db } = context.workspace
    const [file, content] = [await findFile(db, input.id), await readFileContent(db, input.id)]
    if (file === null || content === null) throw errors.NOT_FOUND()
    return { file, content: new Blob([content], { type: file.mediaType }) }
  }),
}
