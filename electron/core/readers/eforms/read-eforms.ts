import { parseXml } from '#core/readers/eforms/parse-xml.ts'
import { openText, rejected, unreadable } from '#core/readers/open-text.ts'
import type { Reading, ReadSource } from '#core/readers/reading.ts'
import { mapNotice } from '#shared/tenders/eforms/map-notice.ts'

/** Characters; the largest notices are below one million. */
const longest = 32 * 1024 * 1024

async function wholeText(pieces: AsyncIterable<string>): Promise<string | null> {
  let text = ''
  for await (const piece of pieces) {
    text += piece
    if (text.length > longest) return null
  }
  return text
}

/** Reads the one notice of an eForms file. */
export async function* readEforms(source: ReadSource): AsyncGenerator<Reading> {
  yield await readNoticeFile(source)
}

async function readNoticeFile(source: ReadSource): Promise<Reading> {
  const opened = await openText(source)
  if (!opened.ok) return rejected(opened.code, opened.message)
  let text: string | null
  try {
    text = await wholeText(opened.text)
  } catch (error) {
    const refused = unreadable(error, source.signal)
    return rejected(refused.code, refused.message)
  }
  if (text === null) return rejected('file-too-large', `longer than ${longest} characters`)
  const parsed = parseXml(text)
  if (!parsed.ok) return rejected('syntax', parsed.message, parsed.line)
  const mapped = mapNotice(parsed.root)
  return mapped.ok ? { ok: true, row: 1, draft: mapped.draft } : rejected(mapped.code, mapped.message, 1, mapped.field, mapped.found)
}
