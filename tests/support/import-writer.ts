import { openWorkspace } from '#core/db/workspace.ts'
import { importFiles } from '#core/imports/import-files.ts'
import { readBatches } from '#core/imports/read-batches.ts'
import { newId } from '#core/new-id.ts'
import { createTextIndex } from '#core/tenders/text-index.ts'

/** Imports a file and prints how many of its records are stored after each commit, until it is done or killed. */
const [, , path, file] = process.argv
if (path === undefined || file === undefined) throw new Error('usage: import-writer WORKSPACE FILE')
const now = () => new Date()
const workspace = openWorkspace(path, now)
const textIndex = createTextIndex(workspace)

for await (const event of importFiles([file], { workspace, now, newId, readBatches, textIndex })) {
  if (event.type === 'progress') process.stdout.write(`${event.records}\n`)
}
