import type { Sheet } from '#core/documents/pdf-sheets.ts'
import { barePicture } from '#core/files/bare-picture.ts'
import { imageFacts, type ImageSize } from '#core/files/image-facts.ts'
import { createRecent, type Recent } from '#core/recent.ts'
import { documentFiles } from '#shared/documents/document.ts'
import type { PrintDocument } from '#shared/documents/document.ts'
import type { DocumentProblem } from '#shared/documents/problem.ts'

/** The bytes of the files a document embeds, by SHA-256. */
export type DocumentFiles = ReadonlyMap<string, Uint8Array>

export type Attachment = { kind: 'picture'; bytes: Uint8Array; info: ImageSize } | { kind: 'pdf'; bytes: Uint8Array; sheets: readonly Sheet[] } | { kind: 'fault'; code: DocumentProblem['code'] }
export type Attachments = ReadonlyMap<string, Attachment>

/** Files read for documents before, by their SHA-256: under a hash stands the same content for ever. */
export type ReadFiles = Recent<{ attachment: Attachment; bytes: number }>

/** Bytes of files as they came in; read, they take two or three times as much. */
const keptBytes = 32 * 1024 * 1024

export const createReadFiles = (): ReadFiles => createRecent(keptBytes, ({ bytes }) => bytes)

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

/** Reads every file a document embeds, or takes it from those read before; a broken one becomes a fault with its reason. */
export const openAttachments = async (document: PrintDocument, files: DocumentFiles, readBefore: ReadFiles | null = null): Promise<Attachments> => {
  const open = async (hash: string): Promise<Attachment> => {
    const bytes = files.get(hash)
    if (bytes === undefined) return { kind: 'fault', code: 'file-missing' }
    const known = readBefore?.get(hash)
    if (known !== undefined) return known.attachment
    const attachment = await readFile(bytes)
    readBefore?.set(hash, { attachment, bytes: bytes.byteLength })
    return attachment
  }
  const opened = new Map<string, Attachment>()
  for (const hash of documentFiles(document)) opened.set(hash, await open(hash))
  return opened
}
