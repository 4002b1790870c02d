import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { findBid } from '#core/bids/bid-store.ts'
import { writeWhole } from '#core/documents/print-volume.ts'
import { os } from '#core/os.ts'
import { estimateWorkbook, readWorkbook } from '#core/workbook/estimate-file.ts'
import { beijingDay } from '#shared/calendar/beijing-time.ts'
import { readEstimateSheets } from '#shared/workbook/read-sheets.ts'

/** An estimate's workbook has a few hundred kilobytes; what is far larger is something else. */
const mostBytes = 20_000_000

export const workbookHandlers = {
  save: os.workbook.save.handler(async ({ input, context, errors }) => {
    const path = context.files.pathOf(input.destination)
    if (path === undefined) throw errors.DESTINATION_UNKNOWN()
    const stored = await findBid(context.workspace.db, input.bidId)
    if (!stored) throw errors.NOT_FOUND()
    const bytes = await estimateWorkbook(stored.bid.estimate, beijingDay(context.now().toISOString()))
    await writeWhole(path, bytes).catch((error: unknown) => {
      throw errors.WRITE_FAILED({ data: { reason: error instanceof Error ? error.message : String(error) } })
    })
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
