import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { findBid } from '#core/bids/bid-store.ts'
import { loadPapers } from '#core/documents/bid-papers.ts'
import { chosenPlace, orWriteFailed } from '#core/files/chosen-place.ts'
import { writeWhole } from '#core/files/whole-file.ts'
import { os } from '#core/os.ts'
import { reasonOf } from '#core/reason-of.ts'
import { previewVolume } from '#core/templates/preview.ts'
import { deleteTemplate, findTemplate, listTemplates, saveTemplate, setTemplateOfBid, templateOfBid } from '#core/templates/template-store.ts'
import { BidTemplate } from '#shared/templates/bid-template.ts'
import { templateProblems, unreadable } from '#shared/templates/problems.ts'
import { builtInIds } from '#shared/templates/standard.ts'

const isBuiltIn = (id: string): boolean => builtInIds.some((known) => known === id)
const maxTemplateBytes = 4 * 1024 * 1024

export const templatesHandlers = {
  list: os.templates.list.handler(({ context }) => listTemplates(context.workspace.db)),
  get: os.templates.get.handler(async ({ input, context, errors }) => {
    const template = await findTemplate(context.workspace.db, input.id)
    if (template === null) throw errors.NOT_FOUND()
    return template
  }),
  save: os.templates.save.handler(async ({ input, context, errors }) => {
    if (input.id !== null && isBuiltIn(input.id)) throw errors.BUILT_IN()
    const problems = templateProblems(input.template)
    if (problems.length > 0) throw errors.INVALID({ data: { problems } })
    const id = input.id ?? context.newId()
    await saveTemplate(context.workspace.db, id, input.template, context.now().toISOString())
    return { id, name: input.template.name, isBuiltIn: false }
  }),
  remove: os.templates.remove.handler(async ({ input, context, errors }) => {
    if (isBuiltIn(input.id)) throw errors.BUILT_IN()
    const template = await findTemplate(context.workspace.db, input.id)
    if (template === null) throw errors.NOT_FOUND()
    await deleteTemplate(context.workspace.db, input.id)
    return template
  }),
  ofBid: os.templates.ofBid.handler(async ({ input, context, errors }) => {
    if ((await findBid(context.workspace.db, input.bidId)) === null) throw errors.NOT_FOUND()
    return templateOfBid(context.workspace.db, input.bidId)
  }),
  choose: os.templates.choose.handler(async ({ input, context, errors }) => {
    const { db } = context.workspace
    if ((await findBid(db, input.bidId)) === null || (await findTemplate(db, input.templateId)) === null) throw errors.NOT_FOUND()
    await setTemplateOfBid(db, input.bidId, input.templateId, null, context.now().toISOString())
    return templateOfBid(db, input.bidId)
  }),
  change: os.templates.change.handler(async ({ input, context, errors }) => {
    const { db } = context.workspace
    if ((await findBid(db, input.bidId)) === null) throw errors.NOT_FOUND()
    const problems = input.template === null ? [] : templateProblems(input.template)
    if (problems.length > 0) throw errors.INVALID({ data: { problems } })
    const { templateId } = await templateOfBid(db, input.bidId)
    await setTemplateOfBid(db, input.bidId, templateId, input.template, context.now().toISOString())
    return templateOfBid(db, input.bidId)
  }),
  preview: os.templates.preview.handler(async ({ input, context, errors, signal }) => {
    const papers = input.bidId === null ? null : await loadPapers(input.bidId, context)
    if (input.bidId !== null && papers === null) throw errors.NOT_FOUND()
    return previewVolume(input.template, input.volume, papers, context, signal)
  }),
  readFile: os.templates.readFile.handler(async ({ input, context, errors }) => {
    const path = context.files.pathOf(input.token)
    if (path === undefined) throw errors.FILE_UNKNOWN()
    const parsed = BidTemplate.safeParse(await readJson(path).catch((error: unknown) => {
      throw errors.FILE_UNREADABLE({ data: { reason: reasonOf(error) } })
    }))
    const problems = parsed.success ? templateProblems(parsed.data) : unreadable(parsed.error.issues)
    if (!parsed.success || problems.length > 0) throw errors.INVALID({ data: { problems } })
    return parsed.data
  }),
  writeFile: os.templates.writeFile.handler(async ({ input, context, errors }) => {
    const path = chosenPlace(input.destination, context, errors)
    await orWriteFailed(writeWhole(path, Buffer.from(`${JSON.stringify(input.template, null, 2)}\n`, 'utf8')), errors)
    return { fileName: basename(path) }
  }),
}

async function readJson(path: string): Promise<unknown> {
  const { size } = await stat(path)
  if (size > maxTemplateBytes) throw new Error(`${size} bytes; a template has at most ${maxTemplateBytes}`)
  return JSON.parse(await readFile(path, 'utf8'))
}
