import { join } from 'node:path'
import { book, bookFiles } from './book.ts'
import { responseBook } from './response-book.ts'
import { openAttachments } from '#core/documents/attachments.ts'
import { openFonts } from '#core/documents/fonts.ts'
import { mayEndLine, mayStartLine } from '#core/documents/kinsoku.ts'
import { layOut } from '#core/documents/layout.ts'
import type { Role, TextItem } from '#core/documents/page.ts'
import { createPrintMemory, renderPdf } from '#core/documents/render-pdf.ts'

// Loaded within the time of the first document: its modules count, as Typst's do.
const fonts = openFonts(join(process.cwd(), 'node_modules/@expo-google-fonts'))
const options = { now: '2026-11-22T00:00:00.000Z', files: bookFiles, fonts }
const memory = createPrintMemory()

export const renderBook = async (changed: string): Promise<number> => (await renderPdf(book(changed), options)).pages
export const previewBook = async (changed: string): Promise<number> => (await renderPdf(book(changed), { ...options, memory })).pages
export const previewResponses = async (changed: string): Promise<number> => (await renderPdf(responseBook(changed), { ...options, memory })).pages
export const wordBook = async (): Promise<Uint8Array> => (await renderPdf(book(), { ...options, format: 'word' })).bytes

/** Lines that begin or end with a mark that may not stand there, counted on the finished pages. */
export const kinsokuFaults = async (): Promise<number> => {
  const { pages } = layOut(book(), fonts, await openAttachments(book(), bookFiles))
  const texts = new Map<Role, TextItem[]>()
  for (const item of pages.flatMap(({ items }) => items)) {
    if (item.kind === 'text' && item.role !== undefined) texts.set(item.role, [...(texts.get(item.role) ?? []), item])
  }
  let faults = 0
  for (const [{ tag }, items] of texts) {
    if (tag === 'TOCI') continue
    items.forEach((item, index) => {
      const previous = items[index - 1]
      if (previous === undefined || previous.baseline === item.baseline) return
      if (!mayStartLine(Array.from(item.text)[0] ?? '')) faults++
      if (!mayEndLine(Array.from(previous.text).at(-1) ?? '')) faults++
    })
  }
  return faults
}
