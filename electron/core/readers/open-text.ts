import { stat } from 'node:fs/promises'
import type { Reading, ReadSource } from '#core/readers/reading.ts'
import { detectTextEncoding, readText, readUtf8, type TextEncoding } from '#core/readers/text-decoding.ts'
import type { ImportIssueCode } from '#shared/imports/issue.ts'

export type Refused = { ok: false; code: ImportIssueCode; message: string }

/** A reading that says why there is no draft. */
export function rejected(code: ImportIssueCode, message: string, row: number | null = null, field: string | null = null, found: string | null = null): Reading {
  return { ok: false, issue: { code, message, row, field, found } }
}

/** Why a file can't be read at all; an abort is no such reason and goes on. */
export function unreadable(error: unknown, signal?: AbortSignal): Refused {
  if (signal?.aborted === true) throw error
  return { ok: false, code: 'file-unreadable', message: error instanceof Error ? error.message : 'the file cannot be read' }
}

type Opened = { ok: true; encoding: TextEncoding } | Refused

/** The encoding of a file; refuses what is missing, empty or no text. Rejects only when aborted. */
async function encodingOf({ path, signal }: ReadSource): Promise<Opened> {
  try {
    const info = await stat(path)
    if (!info.isFile()) return { ok: false, code: 'file-unreadable', message: 'not a file' }
    if (info.size === 0) return { ok: false, code: 'file-empty', message: 'the file is empty' }
    const encoding = await detectTextEncoding(path, signal)
    return encoding === null ? { ok: false, code: 'encoding-unknown', message: 'the file is not text' } : { ok: true, encoding }
  } catch (error) {
    return unreadable(error, signal)
  }
}

/** Opens a file as text in whatever encoding it is. */
export async function openText(source: ReadSource): Promise<{ ok: true; text: AsyncIterable<string> } | Refused> {
  const opened = await encodingOf(source)
  return opened.ok ? { ok: true, text: readText(source, opened.encoding) } : opened
}

/** All of the pieces as one text; null past so many characters. */
export async function textOf(pieces: AsyncIterable<string>, longest: number): Promise<string | null> {
  let text = ''
  for await (const piece of pieces) {
    text += piece
    if (text.length > longest) return null
  }
  return text
}

/** A file as one text, in whatever encoding it is. */
export async function wholeText(source: ReadSource, longest: number): Promise<{ ok: true; text: string } | Refused> {
  const opened = await openText(source)
  if (!opened.ok) return opened
  try {
    const text = await textOf(opened.text, longest)
    return text === null ? { ok: false, code: 'file-too-large', message: `longer than ${longest} characters` } : { ok: true, text }
  } catch (error) {
    return unreadable(error, source.signal)
  }
}

/** The same as UTF-8 bytes without a mark: what is UTF-8 already is not decoded. */
export async function openUtf8(source: ReadSource): Promise<{ ok: true; bytes: AsyncIterable<Buffer> } | Refused> {
  const opened = await encodingOf(source)
  return opened.ok ? { ok: true, bytes: readUtf8(source, opened.encoding) } : opened
}
