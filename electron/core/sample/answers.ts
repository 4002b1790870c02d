import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { WorkspaceDb } from '#core/db/workspace.ts'
import { keepDocument } from '#core/requirements/document-store.ts'
import { foundInDocument, foundInNotices, storeFound, type StoreDeps } from '#core/requirements/extraction.ts'
import { responseRows, writeResponse } from '#core/responses/response-store.ts'
import { findTender } from '#core/tenders/tender-store.ts'
import { anchorOf } from '#shared/documents/buyer-materials.ts'
import type { LibraryItem } from '#shared/library/item.ts'
import type { Bid } from '#shared/bids/bid.ts'
import { answerFromRequirement, Deviation, openResponse } from '#shared/responses/response.ts'

/** What the sample answers to a tender document of its own: by the beginning of the requirement's words. */
const SampleAnswers = z.array(
  z.object({
    tender: z.string(),
    /** Its tender document, where the sample has one beside the notices. */
    document: z.object({ file: z.string(), name: z.string() }).nullable(),
    answers: z.array(z.object({ asked: z.string(), answer: z.string().nullable(), deviation: Deviation.nullable(), evidence: z.array(z.string()) })),
  }),
)
export type SampleAnswers = z.infer<typeof SampleAnswers>

export async function readSampleAnswers(folder: string): Promise<(SampleAnswers[number] & { text: string | null })[]> {
  const answers = SampleAnswers.parse(JSON.parse(await readFile(join(folder, 'answers.json'), 'utf8')))
  return Promise.all(answers.map(async (each) => ({ ...each, text: each.document === null ? null : await readFile(join(folder, each.document.file), 'utf8') })))
}

/** Reads the requirements of a sample bid like any other, from its notices and its tender document, and answers them. */
export async function answerSample(db: WorkspaceDb, bid: Bid, answers: (SampleAnswers[number] & { text: string | null }) | undefined, items: readonly LibraryItem[], deps: StoreDeps): Promise<void> {
  const tender = await findTender(db, bid.tenderId)
  if (tender === null) return
  const at = deps.now().toISOString()
  await storeFound(db, tender.id, await foundInNotices(db, tender), deps)
  if (answers === undefined) return
  if (answers.document !== null && answers.text !== null) {
    const document = await keepDocument(db, { id: deps.newId(), tenderId: tender.id, name: answers.document.name, readAt: at, text: answers.text, pages: [] })
    await storeFound(db, tender.id, foundInDocument(document, tender), deps)
  }
  for (const { requirement, version } of await responseRows(db, bid)) {
    const said = answers.answers.find(({ asked }) => answerFromRequirement(requirement.text).startsWith(asked))
    if (said === undefined) continue
    const evidence = said.evidence.flatMap((place) => anchorFor(place, items) ?? []).map((anchor) => ({ anchor }))
    await writeResponse(db, bid.id, requirement.id, { version: version + 1, response: { ...openResponse, answer: said.answer, deviation: said.deviation, evidence }, at })
  }
}

const libraryPlace = 'library:'

/** A proof names a form by its anchor or an item of the library by its name, whose id no file can know; null where a library of one's own has none of that name. */
function anchorFor(place: string, items: readonly LibraryItem[]): string | null {
  if (!place.startsWith(libraryPlace)) return place
  const item = items.find(({ data }) => data.name === place.slice(libraryPlace.length))
  return item === undefined ? null : anchorOf(item.data.kind, item.id)
}
