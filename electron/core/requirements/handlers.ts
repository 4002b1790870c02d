import { os } from '#core/os.ts'
import type { CoreContext } from '#core/context.ts'
import type { DocumentRead } from '#core/readers/tender-document/read-tender-document.ts'
import { documentsOf, findDocument, keepDocument } from '#core/requirements/document-store.ts'
import { foundInDocument, foundInNotices, storeFound } from '#core/requirements/extraction.ts'
import { fieldsOf, findRequirement, insertRequirement, nextPosition, recordsOf, setPosition, shown, updateRequirement, type RequirementRecord } from '#core/requirements/requirement-store.ts'
import { findTender } from '#core/tenders/tender-store.ts'
import { basename } from 'node:path'
import { byImportance } from '#shared/requirements/requirement.ts'
import type { TenderDocument } from '#shared/requirements/tender-document.ts'
import type { Tender } from '#shared/tenders/tender.ts'

export const requirementsHandlers = {
  list: os.requirements.list.handler(async ({ input, context }) => {
    const { db } = context.workspace
    const records = await recordsOf(db, input.tenderId)
    return { requirements: records.filter(({ isRemoved }) => !isRemoved).map(shown).toSorted(byImportance), documents: await documentsOf(db, input.tenderId) }
  }),

  add: os.requirements.add.handler(async ({ input, context, errors }) => {
    const { workspace, now, newId } = context
    return workspace.db.transaction().execute(async (db) => {
      if ((await findTender(db, input.tenderId)) === null) throw errors.NOT_FOUND()
      const at = now().toISOString()
      const record: RequirementRecord = { ...input.requirement, id: newId(), version: 1, createdAt: at, updatedAt: at, tenderId: input.tenderId, order: await nextPosition(db, input.tenderId), source: null, isEdited: true, foundAs: null, isRemoved: false }
      await insertRequirement(db, record)
      return shown(record)
    })
  }),

  save: os.requirements.save.handler(async ({ input, context, errors }) => {
    const { workspace, now } = context
    return workspace.db.transaction().execute(async (db) => {
      const known = await findRequirement(db, input.id)
      if (known === null) throw errors.NOT_FOUND()
      if (known.version !== input.version) throw errors.STALE({ data: { version: known.version } })
      const isSame = JSON.stringify(fieldsOf(known)) === JSON.stringify(fieldsOf(input.requirement))
      if (isSame) return shown(known)
      const record = { ...known, ...input.requirement, version: known.version + 1, updatedAt: now().toISOString(), isEdited: true }
      await updateRequirement(db, record)
      return shown(record)
    })
  }),

  remove: os.requirements.remove.handler(async ({ input, context, errors }) => {
    if ((await setRemoved(context, input.id, true)) === null) throw errors.NOT_FOUND()
    return { id: input.id }
  }),

  restore: os.requirements.restore.handler(async ({ input, context, errors }) => {
    const record = await setRemoved(context, input.id, false)
    if (record === null) throw errors.NOT_FOUND()
    return shown(record)
  }),

  reorder: os.requirements.reorder.handler(async ({ input, context }) => {
    await context.workspace.db.transaction().execute(async (db) => {
      const records = await recordsOf(db, input.tenderId)
      const known = new Set(records.map(({ id }) => id))
      const named = [...new Set(input.ids)].filter((id) => known.has(id))
      const rest = records.map(({ id }) => id).filter((id) => !named.includes(id))
      for (const [position, id] of [...named, ...rest].entries()) await setPosition(db, id, position)
    })
    return { tenderId: input.tenderId }
  }),

  extract: os.requirements.extract.handler(async ({ input, context, errors, signal }) => {
    const { workspace, now, newId } = context
    const tender = await findTender(workspace.db, input.tenderId)
    if (tender === null) throw errors.NOT_FOUND()
    if (input.from.type === 'notices') {
      const found = await foundInNotices(workspace.db, tender)
      return { documentId: null, ...(await workspace.db.transaction().execute((db) => storeFound(db, tender.id, found, context))) }
    }
    const path = input.from.type === 'file' ? context.files.pathOf(input.from.token) : null
    if (path === undefined) throw errors.FILE_UNKNOWN()
    const { readDocumentText, readTenderDocument } = await import('#core/readers/tender-document/read-tender-document.ts')
    const read = path === null ? readDocumentText(input.from.type === 'text' ? input.from.text : '') : await readTenderDocument(path, signal)
    if (!read.ok) throw errors.UNREADABLE({ data: { reason: read.reason } })
    const name = input.from.type === 'text' ? input.from.name : basename(path ?? '')
    return storeDocument({ id: newId(), tenderId: tender.id, name, readAt: now().toISOString(), ...textOf(read) }, tender, context)
  }),

  document: os.requirements.document.handler(async ({ input, context, errors }) => {
    const document = await findDocument(context.workspace.db, input.id)
    if (document === null) throw errors.NOT_FOUND()
    return document
  }),
}

const textOf = ({ text, pages }: Extract<DocumentRead, { ok: true }>) => ({ text, pages })

async function storeDocument(read: TenderDocument, tender: Tender, context: CoreContext) {
  return context.workspace.db.transaction().execute(async (db) => {
    const document = await keepDocument(db, read)
    return { documentId: document.id, ...(await storeFound(db, tender.id, foundInDocument(document, tender), context)) }
  })
}

async function setRemoved(context: CoreContext, id: string, isRemoved: boolean): Promise<RequirementRecord | null> {
  return context.workspace.db.transaction().execute(async (db) => {
    const known = await findRequirement(db, id)
    if (known === null) return null
    const record = { ...known, isRemoved, version: known.version + 1, updatedAt: context.now().toISOString() }
    await updateRequirement(db, record)
    return record
  })
}
