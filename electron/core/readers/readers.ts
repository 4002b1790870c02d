import { readEforms } from '#core/readers/eforms/read-eforms.ts'
import { readNotice } from '#core/readers/notice/read-notice.ts'
import { readOcds } from '#core/readers/ocds/read-ocds.ts'
import type { Reader } from '#core/readers/reading.ts'
import { readTable } from '#core/readers/table/read-table.ts'
import type { ImportKind } from '#shared/imports/contract.ts'

export const readers: Record<Exclude<ImportKind, 'prices'>, Reader> = { eforms: readEforms, notice: readNotice, ocds: readOcds, table: readTable }
