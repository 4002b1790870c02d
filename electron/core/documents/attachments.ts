import type { Sheet } from '#core/documents/pdf-sheets.ts'
import { barePicture } from '#core/files/bare-picture.ts'
import { imageFacts, type ImageSize } from '#core/files/image-facts.ts'
import { documentFiles } from '#shared/documents/document.ts'
import type { PrintDocument } from '#shared/documents/document.ts'
import type { DocumentProblem } from '#shared/documents/problem.ts'

/** The bytes of the files a document embeds, by SHA-256. */
export type DocumentFiles = ReadonlyMap<string, Uint8Array>

export type Attachment = { kind: 'picture'; bytes: Uint8Array; info: ImageSize } | { kind: 'pdf'; bytes: Uint8Array; sheets: readonly Sheet[] } | { kind: 'fault'; code: DocumentProblem['code'] }
export type Attachments = ReadonlyMap<string, Attachment>

const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')

const readFile = async (bytes: Uint8Array): Promise<Attachment> => {
  if (isPdf(bytes)) {
    // The reader is as large as all the rest, and few documents need it.
    const { readSheets } = await import('#core/documents/pdf-sheets.ts')
    const sheets = await readSheets(bytes)
    return typeof sheets === 'string' ? { kind: 'fault', code: sheets } : { kind: 'pdf', bytes, sheets }
  }
  const facts = imageFacts(bytes)
  if (facts.ok) return { kind: 'picture', bytes: barePicture(bytes), info: facts }
  return { kind: 'fault', code: facts.code === 'image-too-large' ? 'picture-too-large' : 'picture-unreadable' }
}

/** Reads every file a document embeds; a broken one becomes a fault with its reason. */
export const openAttachments = async (document: PrintDocument, files: DocumentFiles): Promise<Attachments> => {
  const opened = new Map<string, Attachment>()
  for (const hash of documentFiles(document)) {
    const bytes = files.get(hash)
    opened.set(hash, bytes === undefined ? { kind: 'fault', code: 'file-missing' } : await readFile(bytes))
  }
  return opened
}
