import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { WorkspaceDb } from '#core/db/workspace.ts'
import type { DocumentSummary, TenderDocument } from '#shared/requirements/tender-document.ts'

const Pages = z.array(z.int())

export async function documentsOf(db: WorkspaceDb, tenderId: string): Promise<DocumentSummary[]> {
  const rows = await db.selectFrom('tenderDocument').select(['id', 'name', 'readAt', 'pages']).where('tenderId', '=', tenderId).orderBy('readAt').orderBy('id').execute()
  return rows.map(({ pages, ...row }) => ({ ...row, pageCount: Pages.parse(JSON.parse(pages)).length }))
}

export async function findDocument(db: WorkspaceDb, id: string): Promise<TenderDocument | null> {
  const row = await db.selectFrom('tenderDocument').select(['id', 'tenderId', 'name', 'readAt', 'text', 'pages']).where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : { ...row, pages: Pages.parse(JSON.parse(row.pages)) }
}

/** Stores a document; the same text of the same tender is stored once. Returns what is stored. */
export async function keepDocument(db: WorkspaceDb, document: TenderDocument): Promise<TenderDocument> {
  const contentHash = createHash('sha256').update(document.text).digest('hex')
  const known = await db.selectFrom('tenderDocument').select('id').where('tenderId', '=', document.tenderId).where('contentHash', '=', contentHash).executeTakeFirst()
  if (known !== undefined) return (await findDocument(db, known.id)) ?? document
  await db.insertInto('tenderDocument').values({ ...document, contentHash, pages: JSON.stringify(document.pages) }).execute()
  return document
}
