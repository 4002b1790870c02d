import { rename, rm, writeFile } from 'node:fs/promises'
import type { CoreContext } from '#core/context.ts'
import type { RenderedPdf } from '#core/documents/print-job.ts'
import { buyerBidOf } from '#shared/documents/buyer-bid.ts'
import type { Check } from '#shared/documents/check.ts'
import { documentChecks } from '#shared/documents/document-checks.ts'
import { gateChecks, glyphChecks, isBlocked } from '#shared/documents/gate.ts'
import { buyerDocument, type PrintableVolume } from '#shared/documents/printable.ts'
import type { BidFile } from '#shared/bids/bid-file.ts'

export type BidPapers = Pick<BidFile, 'bid' | 'tender' | 'company'>
export type PrintedVolume = { rendered: RenderedPdf; checks: Check[]; isBlocked: boolean }

/** Lays out one volume for the buyer and says what stands between it and being handed in. */
export async function printVolume(volume: PrintableVolume, { bid, tender, company }: BidPapers, context: Pick<CoreContext, 'renderPdf' | 'now'>, signal?: AbortSignal): Promise<PrintedVolume> {
  const buyerBid = buyerBidOf(bid, tender, company)
  const document = buyerDocument(volume, buyerBid)
  const rendered = await context.renderPdf({ document, now: context.now().toISOString() }, signal)
  const checks = [...glyphChecks(rendered.missingGlyphs), ...documentChecks(document, buyerBid), ...gateChecks(buyerBid)]
  return { rendered, checks, isBlocked: isBlocked(checks) }
}

/** Writes a file whole or not at all: a full disk never leaves half a bid under its final name. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const partial = `${path}.part`
  try {
    await writeFile(partial, bytes)
    await rename(partial, path)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}
