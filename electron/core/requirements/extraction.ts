import { basename } from 'node:path'
import type { WorkspaceDb } from '#core/db/workspace.ts'
import { insertRequirement, nextPosition, recordsOf } from '#core/requirements/requirement-store.ts'
import { noticesOf } from '#core/tenders/notice-store.ts'
import { extractRequirements } from '#shared/requirements/extract-requirements.ts'
import { identityOf, type FoundRequirement, type RequirementSource } from '#shared/requirements/requirement.ts'
import { pageAt, type TenderDocument } from '#shared/requirements/tender-document.ts'
import { isTermsText, requirementsInTerms } from '#shared/tenders/eforms/terms-text.ts'
import type { Tender } from '#shared/tenders/tender.ts'

export type Found = FoundRequirement & { source: RequirementSource }
export type StoreDeps = { now: () => Date; newId: () => string }

export function foundInDocument(document: TenderDocument, tender: Tender): Found[] {
  return extractRequirements(document.text, lotNosOf(tender)).map((found) => ({ ...found, source: { kind: 'document', id: document.id, name: basename(document.name), page: pageAt(document.pages, found.start), start: found.start, end: found.end } }))
}

/** The notices that ask for something: those of the tender itself and its corrections. */
export async function foundInNotices(db: WorkspaceDb, tender: Tender): Promise<Found[]> {
  const asking = (await noticesOf(db, tender.id)).filter(({ type, text }) => text !== null && (type === 'tender' || type === 'singleSource' || type === 'planning' || type === 'correction'))
  return asking.flatMap(({ id, title, text }) =>
    requirementsIn(text ?? '', lotNosOf(tender)).map((found): Found => ({ ...found, source: { kind: 'notice', id, name: title, page: null, start: found.start, end: found.end } })),
  )
}

const requirementsIn = (text: string, lotNos: readonly string[]) => (isTermsText(text) ? requirementsInTerms(text, lotNos) : extractRequirements(text, lotNos))

const lotNosOf = (tender: Tender): string[] => tender.lots.map(({ no }) => no)

/** Stores what was not there yet. What a person wrote, changed or took out stays as it is. Call inside a transaction. */
export async function storeFound(db: WorkspaceDb, tenderId: string, found: readonly Found[], deps: StoreDeps): Promise<{ added: number; known: number }> {
  const records = await recordsOf(db, tenderId)
  const seen = new Set(records.flatMap((record) => [record.foundAs, keyOf(record)]))
  const at = deps.now().toISOString()
  let order = await nextPosition(db, tenderId)
  let added = 0
  for (const { start: _start, end: _end, ...requirement } of found) {
    const foundAs = keyOf(requirement)
    if (seen.has(foundAs)) continue
    seen.add(foundAs)
    await insertRequirement(db, { ...requirement, id: deps.newId(), version: 1, createdAt: at, updatedAt: at, tenderId, order: order++, isEdited: false, foundAs, isRemoved: false })
    added++
  }
  return { added, known: found.length - added }
}

const keyOf = (requirement: Pick<FoundRequirement, 'lotNo' | 'text' | 'scoring'>): string => `${requirement.scoring?.factor ?? ''}|${identityOf(requirement)}`
