import { parseXml } from '#core/readers/eforms/parse-xml.ts'
import { rejected, wholeText } from '#core/readers/open-text.ts'
import type { Reading, ReadSource } from '#core/readers/reading.ts'
import { mapNotice } from '#shared/tenders/eforms/map-notice.ts'

/** Characters; the largest notices are below one million. */
const longest = 32 * 1024 * 1024

/** Reads the one notice of an eForms file. */
export async function* readEforms(source: ReadSource): AsyncGenerator<Reading> {
  yield await readNoticeFile(source)
}

async function readNoticeFile(source: ReadSource): Promise<Reading> {
  const whole = await wholeText(source, longest)
  if (!whole.ok) return rejected(whole.code, whole.message)
  const parsed = parseXml(whole.text)
  if (!parsed.ok) return rejected('syntax', parsed.message, parsed.line)
  const mapped = mapNotice(parsed.root)
  return mapped.ok ? { ok: true, row: 1, draft: mapped.draft } : rejected(mapped.code, mapped.message, 1, mapped.field, mapped.found)
}
