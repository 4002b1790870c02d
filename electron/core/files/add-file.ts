import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import type { CoreContext } from '#core/context.ts'
import { findFile, insertFile } from '#core/files/file-store.ts'
import { inspectFile } from '#core/files/inspect-file.ts'
import { reasonOf } from '#core/reason-of.ts'
import type { AddedFile } from '#shared/files/contract.ts'
import { maxFileBytes, type FileRefusal, type StoredFile } from '#shared/files/stored-file.ts'

type Deps = Pick<CoreContext, 'workspace' | 'now'>

const longestName = 255

/** Stores one file from disk, or says why not. */
export async function addFile(path: string, deps: Deps): Promise<AddedFile> {
  const name = basename(path).slice(-longestName)
  const refused = (code: FileRefusal, detail: string | null = null): AddedFile => ({ ok: false, name, code, detail })
  let content: Buffer | null
  try {
    content = await readCapped(path)
  } catch (error) {
    return refused('unreadable', reasonOf(error))
  }
  if (content === null) return refused('too-large')
  if (content.length === 0) return refused('empty')
  const stored = await storeContent(content, deps)
  return stored.ok ? { ok: true, attachment: { file: stored.file, name } } : refused(stored.code, stored.detail)
}

export type StoredContent = { ok: true; file: StoredFile } | { ok: false; code: FileRefusal; detail: string | null }

/** Stores bytes however they came (a file, a mail, the sample's drawing). */
export async function storeContent(content: Buffer, { workspace: { db }, now }: Deps): Promise<StoredContent> {
  const id = createHash('sha256').update(content).digest('hex')
  const known = await findFile(db, id)
  if (known !== null) return { ok: true, file: known }
  const inspected = await inspectFile(content)
  if (!inspected.ok) return inspected
  const file: StoredFile = { id, bytes: content.length, ...inspected.facts }
  await insertFile(db, file, content, now().toISOString())
  return { ok: true, file }
}

/** Reads as a stream and stops at the cap, so that a device or a growing file can't fill the memory; null: over the cap. */
async function readCapped(path: string): Promise<Buffer | null> {
  const parts: Buffer[] = []
  let length = 0
  const stream: AsyncIterable<Buffer> = createReadStream(path, { highWaterMark: 256 * 1024 })
  for await (const part of stream) {
    length += part.length
    if (length > maxFileBytes) return null
    parts.push(part)
  }
  return Buffer.concat(parts, length)
}
