import { imageFacts } from '#core/files/image-facts.ts'
import { loadPdfjs } from '#core/readers/notice/pdf-text.ts'
import { reasonOf } from '#core/reason-of.ts'
import type { FileRefusal, MediaType, StoredFile } from '#shared/files/stored-file.ts'

export type FileFacts = { ok: true; facts: Pick<StoredFile, 'mediaType' | 'width' | 'height' | 'pages'> } | { ok: false; code: FileRefusal; detail: string | null }

const refused = (code: FileRefusal, detail: string | null = null): FileFacts => ({ ok: false, code, detail })

const office = 'application/vnd.openxmlformats-officedocument'

/** What a file is by its bytes alone; null: nothing that is stored. */
export function mediaTypeOf(bytes: Buffer): MediaType | null {
  if (bytes.subarray(0, 1024).includes('%PDF-')) return 'application/pdf'
  if (bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'image/png'
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg'
  if (!bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]))) return null
  if (!bytes.includes('[Content_Types].xml')) return null
  if (bytes.includes('word/document.xml')) return `${office}.wordprocessingml.document`
  return bytes.includes('xl/workbook.xml') ? `${office}.spreadsheetml.sheet` : null
}

/** Looks into a file far enough to know that it can be shown and printed later. */
export async function inspectFile(bytes: Buffer): Promise<FileFacts> {
  const mediaType = mediaTypeOf(bytes)
  if (mediaType === null) return refused('type-unknown')
  if (mediaType === 'application/pdf') return inspectPdf(bytes)
  if (mediaType !== 'image/png' && mediaType !== 'image/jpeg') return { ok: true, facts: { mediaType, width: null, height: null, pages: null } }
  const image = imageFacts(bytes)
  return image.ok ? { ok: true, facts: { mediaType, width: image.width, height: image.height, pages: null } } : image
}

/** A PDF that asks for a password, or forbids its pages to be copied, can't become part of a bid. */
async function inspectPdf(bytes: Buffer): Promise<FileFacts> {
  const { getDocument } = await loadPdfjs()
  const task = getDocument({ data: new Uint8Array(bytes), disableFontFace: true, useSystemFonts: false, isEvalSupported: false, verbosity: 0 })
  try {
    const document = await task.promise
    const { info } = await document.getMetadata()
    if ('EncryptFilterName' in info && info.EncryptFilterName !== null) return refused('locked')
    await document.getPage(document.numPages)
    return { ok: true, facts: { mediaType: 'application/pdf', width: null, height: null, pages: document.numPages } }
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    return name === 'PasswordException' ? refused('locked') : refused('broken', reasonOf(error))
  } finally {
    await task.destroy()
  }
}
