import type { WorkspaceDb } from '#core/db/workspace.ts'
import { BidTemplate } from '#shared/templates/bid-template.ts'
import type { TemplateEntry, TemplateOfBid } from '#shared/templates/contract.ts'
import { builtIn, builtInIds, standardTemplate } from '#shared/templates/standard.ts'

const read = (data: string): BidTemplate => BidTemplate.parse(JSON.parse(data))

/** Those the program brings, then our own by name. */
export async function listTemplates(db: WorkspaceDb): Promise<TemplateEntry[]> {
  const own = await db.selectFrom('documentTemplate').select(['id', 'name']).orderBy('name').execute()
  return [...builtInIds.map((id) => ({ id, name: builtIn[id].name, isBuiltIn: true })), ...own.map((row) => ({ ...row, isBuiltIn: false }))]
}

export async function findTemplate(db: WorkspaceDb, id: string): Promise<BidTemplate | null> {
  const known = builtInIds.find((each) => each === id)
  if (known !== undefined) return builtIn[known]
  const row = await db.selectFrom('documentTemplate').select('data').where('id', '=', id).executeTakeFirst()
  return row ? read(row.data) : null
}

export async function saveTemplate(db: WorkspaceDb, id: string, template: BidTemplate, at: string): Promise<void> {
  const values = { name: template.name, data: JSON.stringify(template), updatedAt: at }
  await db.insertInto('documentTemplate').values({ id, ...values }).onConflict((on) => on.column('id').doUpdateSet(values)).execute()
}

/** Bids that used it are printed by the standard template again; copies changed for one bid stay. */
export async function deleteTemplate(db: WorkspaceDb, id: string): Promise<void> {
  await db.deleteFrom('documentTemplate').where('id', '=', id).execute()
}

export async function templateOfBid(db: WorkspaceDb, bidId: string): Promise<TemplateOfBid> {
  const row = await db.selectFrom('bidTemplate').select(['templateId', 'data']).where('bidId', '=', bidId).executeTakeFirst()
  if (row === undefined) return { templateId: 'standard', isChanged: false, template: standardTemplate }
  if (row.data !== null) return { templateId: row.templateId, isChanged: true, template: read(row.data) }
  const template = await findTemplate(db, row.templateId)
  return template === null ? { templateId: 'standard', isChanged: false, template: standardTemplate } : { templateId: row.templateId, isChanged: false, template }
}

export async function setTemplateOfBid(db: WorkspaceDb, bidId: string, templateId: string, changed: BidTemplate | null, at: string): Promise<void> {
  const values = { templateId, data: changed === null ? null : JSON.stringify(changed), updatedAt: at }
  await db.insertInto('bidTemplate').values({ bidId, ...values }).onConflict((on) => on.column('bidId').doUpdateSet(values)).execute()
}
