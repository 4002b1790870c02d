import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { CoreContext } from '#core/context.ts'
import { storeContent } from '#core/files/add-file.ts'
import { insertItem } from '#core/library/library-store.ts'
import { addDays } from '#shared/calendar/day.ts'
import type { Attachment } from '#shared/files/stored-file.ts'
import { Certificate, LibraryData, Person, Reference, TextBlock } from '#shared/library/item.ts'

/** assets/sample/library.json: days are offsets from the day it is loaded, scans are files in assets/sample/scans. */
const SampleLibrary = z.object({
  certificates: z.array(Certificate.pick({ type: true, name: true, number: true, issuer: true, isPermanent: true, owner: true }).extend({ issuedDaysAgo: z.int(), validInDays: z.int().nullable(), scan: z.string() })),
  people: z.array(Person.omit({ kind: true, socialInsuranceMonth: true, note: true, attachments: true }).extend({ insuredMonthsAgo: z.int() })),
  references: z.array(Reference.pick({ name: true, buyer: true, amount: true, useCase: true, content: true, contact: true }).extend({ signedDaysAgo: z.int(), scan: z.string().nullable() })),
  texts: z.array(TextBlock.pick({ name: true, topic: true, useCase: true, body: true, owner: true }).extend({ reviewInDays: z.int() })),
})

/** Fills an empty library with invented papers, people, references and texts. */
export async function loadSampleLibrary(context: CoreContext, today: string): Promise<void> {
  const folder = join(context.assetsDirectory, 'sample')
  const sample = SampleLibrary.parse(JSON.parse(await readFile(join(folder, 'library.json'), 'utf8')))
  const scan = async (name: string): Promise<Attachment> => {
    const stored = await storeContent(await readFile(join(folder, 'scans', name)), context)
    if (!stored.ok) throw new Error(`sample scan ${name}: ${stored.code}`)
    return { file: stored.file, name }
  }
  const items: LibraryData[] = []
  for (const { issuedDaysAgo, validInDays, scan: file, ...facts } of sample.certificates) {
    items.push({ kind: 'certificate', ...facts, issuedOn: addDays(today, -issuedDaysAgo), validUntil: validInDays === null ? null : addDays(today, validInDays), note: null, attachments: [await scan(file)] })
  }
  for (const { insuredMonthsAgo, ...facts } of sample.people) items.push({ kind: 'person', ...facts, socialInsuranceMonth: monthBefore(today, insuredMonthsAgo), note: null, attachments: [] })
  for (const { signedDaysAgo, scan: file, ...facts } of sample.references) {
    items.push({ kind: 'reference', ...facts, signedOn: addDays(today, -signedDaysAgo), owner: null, note: null, contract: file === null ? [] : [await scan(file)], acceptance: [], invoice: [] })
  }
  for (const { reviewInDays, ...facts } of sample.texts) items.push({ kind: 'text', ...facts, reviewOn: addDays(today, reviewInDays), note: null })
  const at = context.now().toISOString()
  await context.workspace.db.transaction().execute(async (db) => {
    for (const data of items) await insertItem(db, { id: context.newId(), version: 1, createdAt: at, updatedAt: at, isSample: true, data: LibraryData.parse(data) })
  })
}

function monthBefore(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const index = year * 12 + month - 1 - months
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}
