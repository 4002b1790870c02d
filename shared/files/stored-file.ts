import { z } from 'zod'

/** Largest file taken in, in bytes: a scan of a book, not a film. */
export const maxFileBytes = 50 * 1024 * 1024
/** Most pixels of an image: 100 million take 400 MB to decode. */
export const maxImagePixels = 100_000_000

/** What can be stored; what a file is, its bytes say, never its name. The first three can be printed page by page. */
export const MediaType = z.enum([
  'application/pdf',
  'image/png',
  'image/jpeg',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
])
export type MediaType = z.infer<typeof MediaType>

/** The content hash names the file: the same bytes are stored once. */
export const FileId = z.string().regex(/^[0-9a-f]{64}$/)

/** `width` and `height` in pixels as shown (an EXIF turn is applied), of images only; `pages` of a PDF only. */
export const StoredFile = z.object({
  id: FileId,
  mediaType: MediaType,
  bytes: z.int().min(1),
  width: z.int().min(1).nullable(),
  height: z.int().min(1).nullable(),
  pages: z.int().min(1).nullable(),
})
export type StoredFile = z.infer<typeof StoredFile>

/** A file where it is used: the content, and the name the person knows it by. */
export const Attachment = z.object({ file: StoredFile, name: z.string().min(1).max(255) })
export type Attachment = z.infer<typeof Attachment>

/** Why a file was not taken; `detail` is what the reader said, for a person who wants to know. */
export const FileRefusal = z.enum(['unreadable', 'empty', 'too-large', 'type-unknown', 'locked', 'broken', 'image-too-large'])
export type FileRefusal = z.infer<typeof FileRefusal>
