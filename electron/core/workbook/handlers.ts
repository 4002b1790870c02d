import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { findBid } from '#core/bids/bid-store.ts'
import { chosenPlace, orWriteFailed } from '#core/files/chosen-place.ts'
import { writeWhole } from '#core/files/whole-file.ts'
import { os } from '#core/os.ts'
import { estimateWorkbook, readWorkbook } from '#core/workbook/estimate-file.ts'
import { beijingDay } from '#shared/calendar/beijing-time.ts'
import { readEstimateSheets } from '#shared/workbook/read-sheets.ts'

/** An estimate's workbook has a few hundred kilobytes; what is far larger is something else. */
const mostBytes = 20_000_000

export const workbookHandlers = {
  save: os.workbook.save.handler(async ({ input, context, errors }) => {
    const path = chosenPlace(input.destination, context, errors)
    const stored = await findBid(context.workspace.db, input.bidId)
    if (!stored) throw errors.NOT_FOUND()
    const bytes = await estimateWorkbook(stored.bid.estimate, beijingDay(context.now().toISOString()))
    await orWriteFailed(writeWhole(path, bytes), errors)
    return { fileName: basename(path), bytes: bytes.byteLength }
  }),

  read: os.workbook.read.handler(async ({ input, context, errors }) => {
    const path = context.files.pathOf(input.file)
    const info = path === undefined ? null : await stat(path).catch(() => null)
    if (path === undefined || info === null) throw errors.FILE_UNKNOWN()
    const sheets = info.size > mostBytes ? null : await readWorkbook(new Uint8Array(await readFile(path)))
    if (sheets === null) throw errors.NOT_A_WORKBOOK()
    const read = readEstimateSheets(sheets)
    if (!read.ok) throw errors.INVALID({ data: { issues: read.issues } })
    return { estimate: read.estimate }
  }),
}
