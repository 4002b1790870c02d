import { readFile, stat } from 'node:fs/promises'
import { decodeNotice } from '#core/readers/notice/decode.ts'
import { docxText } from '#core/readers/notice/docx-text.ts'
import { pageInMht } from '#core/readers/notice/mht-page.ts'
import { isMarkup, pageText } from '#core/readers/notice/page-text.ts'
import { pdfPages } from '#core/readers/notice/pdf-text.ts'
import type { UnreadableReason } from '#shared/requirements/contract.ts'
import { LONGEST_DOCUMENT } from '#shared/requirements/extract-requirements.ts'

/** Tender documents with drawings reach a hundred megabytes; more is no document. */
const LARGEST_FILE = 100 * 1024 * 1024
const MOST_PAGES = 2000

export type DocumentRead = { ok: true; text: string; pages: number[] } | { ok: false; reason: UnreadableReason }

const unreadable = (reason: UnreadableReason): DocumentRead => ({ ok: false, reason })
const read = (text: string, pages: number[] = []): DocumentRead => (text.trim() === '' ? unreadable('file-empty') : { ok: true, text: text.slice(0, LONGEST_DOCUMENT), pages })

/** A pasted text, or the source of a page. */
export const readDocumentText = (text: string): DocumentRead => read(isMarkup(text) ? pageText(text) : text)

const readBytes = async (bytes: Uint8Array, signal: AbortSignal | undefined): Promise<DocumentRead> => {
  const mark = Buffer.from(bytes.subarray(0, 4)).toString('latin1')
  if (mark === '%PDF') {
    const pdf = await pdfPages(bytes, MOST_PAGES, signal)
    return read(pdf.text, pdf.pages)
  }
  if (mark === 'PK\u0003\u0004') {
    const text = await docxText(bytes)
    return text === null ? unreadable('file-too-large') : read(text)
  }
  const decoded = decodeNotice(pageInMht(bytes) ?? bytes)
  return decoded.ok ? readDocumentText(decoded.text) : unreadable(decoded.code)
}

/** The text of a tender document: PDF with its pages, Word (.docx), a saved page or text. Rejects only when aborted. */
export const readTenderDocument = async (path: string, signal?: AbortSignal): Promise<DocumentRead> => {
  try {
    const info = await stat(path)
    if (!info.isFile()) return unreadable('file-unreadable')
    if (info.size > LARGEST_FILE) return unreadable('file-too-large')
    return await readBytes(await readFile(path, { signal }), signal)
  } catch {
    signal?.throwIfAborted()
    return unreadable('file-unreadable')
  }
}
