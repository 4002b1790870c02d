import { m } from '#renderer/paraglide/messages.js'
import type { AddedFile } from '#shared/files/contract.ts'
import { maxFileBytes, maxImagePixels, type StoredFile } from '#shared/files/stored-file.ts'

const mega = 1024 * 1024

/** '1.4 MB', '320 KB'. */
export function sizeWords(bytes: number): string {
  return bytes < mega ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / mega).toFixed(1)} MB`
}

/** Pages or pixels, and size. */
export function factsWords({ bytes, pages, width, height }: StoredFile): string {
  const size = sizeWords(bytes)
  if (pages !== null) return m.files_pdf_facts({ pages, size })
  return width === null || height === null ? size : m.files_image_facts({ width, height, size })
}

/** Why a file was not taken, and what to do. */
export function refusalWords({ name, code, detail }: Extract<AddedFile, { ok: false }>): string {
  switch (code) {
    case 'unreadable': return m.files_unreadable({ name })
    case 'empty': return m.files_empty({ name })
    case 'too-large': return m.files_too_large({ name, limit: maxFileBytes / mega })
    case 'type-unknown': return m.files_type_unknown({ name })
    case 'locked': return m.files_locked({ name })
    case 'broken': return m.files_broken({ name, detail: detail ?? '' })
    case 'image-too-large': return m.files_image_too_large({ name, size: detail ?? '', limit: maxImagePixels / 1_000_000 })
  }
}
