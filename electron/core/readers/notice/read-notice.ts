import { readFile, stat } from 'node:fs/promises'
import { decodeNotice } from '#core/readers/notice/decode.ts'
import { docxText } from '#core/readers/notice/docx-text.ts'
import { pageInMht } from '#core/readers/notice/mht-page.ts'
import { pageAttachments } from '#core/readers/notice/page-attachments.ts'
import { isMarkup, pageText } from '#core/readers/notice/page-text.ts'
import { pdfText } from '#core/readers/notice/pdf-text.ts'
import type { Reader, Reading } from '#core/readers/reading.ts'
import type { ImportIssueCode, Refusal } from '#shared/imports/issue.ts'
import { extractNotice } from '#shared/tenders/notice/extract-notice.ts'
import { isNotice } from '#shared/tenders/notice/is-notice.ts'
import type { NoticeReading } from '#shared/tenders/notice/notice-reading.ts'
import { toDraft } from '#shared/tenders/notice/to-draft.ts'
import type { ListedDocument } from '#shared/tenders/tender.ts'

/** A page of a portal is under a megabyte; more is something else. */
const LARGEST_FILE = 30 * 1024 * 1024

/** `text` is what the evidence points into. */
export type NoticeRead = { ok: true; reading: NoticeReading; text: string; url: string | null; documents: ListedDocument[] } | { ok: false; issue: Refusal }

const issue = (code: ImportIssueCode, message: string): { ok: false; issue: Refusal } => ({ ok: false, issue: { row: null, field: null, code, message } })

const addressIn = (text: string): string | null => /(?:^|\n)(?:URL|网址|原文链接)[:：] ?(https?:\/\/[^\s]{4,1900})/.exec(text.slice(0, 2000))?.[1] ?? null

const readText = (text: string): NoticeRead => {
  if (text.trim() === '') return issue('file-empty', 'the file holds no text')
  const plain = isMarkup(text) ? pageText(text) : text
  const reading = extractNotice(plain)
  if (!isNotice(plain, reading)) return issue('not-a-notice', 'the text is not a procurement notice')
  const url = addressIn(plain)
  return { ok: true, reading, text: plain, url, documents: isMarkup(text) ? pageAttachments(text, url) : [] }
}

const startsWith = (bytes: Uint8Array, mark: string): boolean => Buffer.from(bytes.subarray(0, mark.length)).toString('latin1') === mark

const readPdf = async (bytes: Uint8Array): Promise<NoticeRead> => {
  const text = await pdfText(bytes).catch(() => null)
  if (text === null) return issue('file-unreadable', 'the PDF is broken or locked with a password')
  return text.trim() === '' ? issue('file-empty', 'the PDF holds pictures only, no text') : readText(text)
}

const readDocx = async (bytes: Uint8Array): Promise<NoticeRead> => {
  const text = await docxText(bytes).catch(() => undefined)
  if (text === undefined) return issue('file-unreadable', 'the archive is not a Word document that can be read')
  return text === null ? issue('file-too-large', 'the document unpacks to an unreasonable size') : readText(text)
}

/** Reads the bytes of a saved notice: a page, text in any usual Chinese encoding, PDF or Word (.docx). */
export const readNoticeBytes = async (bytes: Uint8Array): Promise<NoticeRead> => {
  if (startsWith(bytes, '%PDF')) return readPdf(bytes)
  if (startsWith(bytes, 'PK\u0003\u0004')) return readDocx(bytes)
  const decoded = decodeNotice(pageInMht(bytes) ?? bytes)
  if (!decoded.ok) return issue(decoded.code, decoded.code === 'file-empty' ? 'the file is empty' : 'the bytes are no text in UTF-8, UTF-16 or GB18030')
  return readText(decoded.text)
}

/** Reads one notice file. Expected troubles come back as an issue with a code. */
export const readNoticeFile = async (path: string, signal?: AbortSignal): Promise<NoticeRead> => {
  const info = await stat(path).catch(() => null)
  if (!info?.isFile()) return issue('file-unreadable', 'no such file')
  if (info.size > LARGEST_FILE) return issue('file-too-large', `larger than ${LARGEST_FILE / 1024 / 1024} MB`)
  const bytes = await readFile(path, { signal }).catch((error: unknown) => {
    if (signal?.aborted) throw error
    return null
  })
  return bytes ? readNoticeBytes(bytes) : issue('file-unreadable', 'the file cannot be read')
}

const asReading = (read: NoticeRead, name: string): Reading => (read.ok ? { ok: true, row: null, draft: toDraft(read.reading, { text: read.text, name, url: read.url, documents: read.documents }) } : read)

/** Reads a notice pasted as text (or as the source of a page). */
export const readNoticeText = (text: string, name = ''): Reading => asReading(readText(text), name)

/** One notice file, one reading. */
export const readNotice: Reader = async function* ({ path, name, signal }) {
  yield asReading(await readNoticeFile(path, signal), name)
}
