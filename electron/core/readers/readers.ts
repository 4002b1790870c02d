import { readNotice } from '#core/readers/notice/read-notice.ts'
import { readOcds } from '#core/readers/ocds/read-ocds.ts'
import type { Reader } from '#core/readers/reading.ts'
import type { ImportKind } from '#shared/imports/contract.ts'

export const readers: Record<ImportKind, Reader> = { notice: readNotice, ocds: readOcds }
