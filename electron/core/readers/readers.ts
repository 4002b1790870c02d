import { readEforms } from '#core/readers/eforms/read-eforms.ts'
import { isFeed } from '#core/readers/feed/is-feed.ts'
import { readFeed } from '#core/readers/feed/read-feed.ts'
import { readNotice } from '#core/readers/notice/read-notice.ts'
import { readOcds } from '#core/readers/ocds/read-ocds.ts'
import type { Reader } from '#core/readers/reading.ts'
import { readTable } from '#core/readers/table/read-table.ts'
import type { ImportKind } from '#shared/imports/contract.ts'

/** A saved notice, or a feed that lists several. */
const readNotices: Reader = async function* (source) {
  yield* (await isFeed(source.path)) ? readFeed(source) : readNotice(source)
}

export const readers: Record<Exclude<ImportKind, 'prices'>, Reader> = { eforms: readEforms, notice: readNotices, ocds: readOcds, table: readTable }
