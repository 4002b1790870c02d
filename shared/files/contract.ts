import { oc } from '@orpc/contract'
import { z } from 'zod'
import type { BinaryFile } from '#shared/documents/contract.ts'
import { Attachment, FileId, FileRefusal, StoredFile } from '#shared/files/stored-file.ts'

const Content = z.custom<BinaryFile>((value) => typeof value === 'object' && value !== null && 'arrayBuffer' in value && 'size' in value)

export const AddedFile = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), attachment: Attachment }),
  z.object({ ok: z.literal(false), name: z.string(), code: FileRefusal, detail: z.string().nullable() }),
])
export type AddedFile = z.infer<typeof AddedFile>

export const filesContract = {
  /** Stores files a person dropped or chose, one answer each and in order; the same content twice is stored once. */
  add: oc.errors({ FILE_UNKNOWN: {} }).input(z.object({ tokens: z.array(z.string()).min(1).max(200) })).output(z.array(AddedFile)),
  content: oc.errors({ NOT_FOUND: {} }).input(z.object({ id: FileId })).output(z.object({ file: StoredFile, content: Content })),
}
