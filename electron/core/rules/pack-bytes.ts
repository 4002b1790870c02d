import { readFile, stat } from 'node:fs/promises'
import { mostPackBytes, packIssue, type PackReading, readPack } from '#shared/rules/pack-file.ts'

/** Reads a pack file. Throws what the file system throws; anything wrong with the content is named. */
export async function readPackFile(path: string): Promise<PackReading> {
  const { size } = await stat(path)
  if (size > mostPackBytes) return { ok: false, issues: [packIssue('', 'too-large', { expected: 'limit', options: [`≤ ${mostPackBytes}`], given: String(size) })] }
  const text = (await readFile(path, 'utf8')).replace(/^\uFEFF/, '')
  const json = parse(text)
  return json.ok ? readPack(json.value) : { ok: false, issues: [packIssue('', 'not-json', { given: json.reason })] }
}

function parse(text: string): { ok: true; value: unknown } | { ok: false; reason: string } {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message.slice(0, 200) : '' }
  }
}
