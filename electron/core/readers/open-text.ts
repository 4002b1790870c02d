import { stat } from 'node:fs/promises'
import type { Reading, ReadSource } from '#core/readers/reading.ts'
import { detectTextEncoding, readText } from '#core/readers/text-decoding.ts'
import type { ImportIssueCode } from '#shared/imports/issue.ts'

export type Refused = { ok: false; code: ImportIssueCode; message: string }

/** A reading that says why there is no draft. */
export function rejected(code: ImportIssueCode, message: string, row: number | null = null, field: string | null = null): Reading {
  return { ok: false, issue: { code, message, row, field } }
}

/** Why a file can't be read at all; an abort is no such reason and goes on. */
export function unreadable(error: unknown, signal?: AbortSignal): Refused {
  if (signal?.aborted === true) throw error
  return { ok: false, code: 'file-unreadable', message: error instanceof Error ? error.message : 'the file cannot be read' }
}

/** Opens a file as text in whatever encoding it is; refuses what is missing, empty or no text. Rejects only when aborted. */
export async function openText({ path, signal }: ReadSource): Promise<{ ok: true; text: AsyncIterable<string> } | Refused> {
  try {
    const info = await stat(path)
    if (!info.isFile()) return { ok: false, code: 'file-unreadable', message: 'not a file' }
    if (info.size === 0) return { ok: false, code: 'file-empty', message: 'the file is empty' }
    const encoding = await detectTextEncoding(path, signal)
    if (encoding === null) return { ok: false, code: 'encoding-unknown', message: 'the file is not text' }
    return { ok: true, text: readText(path, encoding, signal) }
  } catch (error) {
    return unreadable(error, signal)
  }
}
