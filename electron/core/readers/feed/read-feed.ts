import { feedItems, readItem } from '#core/readers/feed/feed-items.ts'
import { rejected, wholeText } from '#core/readers/open-text.ts'
import type { ReadSource, Reading } from '#core/readers/reading.ts'

/** Characters; a feed lists the newest few hundred. */
const longest = 32 * 1024 * 1024

/** Reads the notices a feed lists, one row an item. */
export async function* readFeed(source: ReadSource): AsyncGenerator<Reading> {
  const whole = await wholeText(source, longest)
  const items = whole.ok ? feedItems(whole.text) : whole
  if (!items.ok) yield rejected(items.code, items.message)
  else if (items.items.length === 0) yield rejected('file-empty', 'the feed lists nothing')
  else for (const [index, item] of items.items.entries()) yield readItem(item, index + 1)
}
