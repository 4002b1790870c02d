import { createHash } from 'node:crypto'
import type { WorkspaceDb } from '#core/db/workspace.ts'
import { StoredFile } from '#shared/files/stored-file.ts'

/** Files in parts of this many bytes: a row stays small enough to be read and written without copying a whole scan. */
const partBytes = 1024 * 1024

const columns = ['id', 'mediaType', 'bytes', 'width', 'height', 'pages'] as const

export async function findFile(db: WorkspaceDb, id: string): Promise<StoredFile | null> {
  const row = await db.selectFrom('storedFile').select(columns).where('id', '=', id).executeTakeFirst()
  return row ? StoredFile.parse(row) : null
}

/** Which of the files are there. */
export async function knownFiles(db: WorkspaceDb, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db.selectFrom('storedFile').select('id').where('id', 'in', ids).execute()
  return new Set(rows.map(({ id }) => id))
}

/** Writes the file and all its parts, or nothing; content already there is left as it is. */
export async function insertFile(db: WorkspaceDb, file: StoredFile, content: Buffer, addedAt: string): Promise<void> {
  await db.transaction().execute(async (write) => {
    const { numInsertedOrUpdatedRows } = await write.insertInto('storedFile').values({ ...file, addedAt }).onConflict((on) => on.column('id').doNothing()).executeTakeFirst()
    if (numInsertedOrUpdatedRows !== 1n) return
    for (let no = 0; no * partBytes < content.length; no++) {
      await write.insertInto('storedFilePart').values({ fileId: file.id, no, content: content.subarray(no * partBytes, (no + 1) * partBytes) }).execute()
    }
  })
}

/** The bytes as they came in; null when there is no such file. */
export async function readFileContent(db: WorkspaceDb, id: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const file = await findFile(db, id)
  if (file === null) return null
  const content = new Uint8Array(file.bytes)
  for (let no = 0; no * partBytes < file.bytes; no++) {
    const part = await db.selectFrom('storedFilePart').select('content').where('fileId', '=', id).where('no', '=', no).executeTakeFirstOrThrow()
    content.set(new Uint8Array(part.content), no * partBytes)
  }
  return content
}

/** Files whose bytes are no longer what they were when they came in. */
export async function damagedFiles(db: WorkspaceDb): Promise<string[]> {
  const damaged: string[] = []
  for (const { id } of await db.selectFrom('storedFile').select('id').execute()) {
    const content = await readFileContent(db, id).catch(() => null)
    if (content === null || createHash('sha256').update(content).digest('hex') !== id) damaged.push(id)
  }
  return damaged
}
