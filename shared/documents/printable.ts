import { z } from 'zod'
import type { BuyerBid } from '#shared/documents/buyer-bid.ts'
import type { PrintDocument } from '#shared/documents/document.ts'
import { priceVolume } from '#shared/documents/price-volume.ts'

/** The volumes the program can print for the buyer, in the order they are handed in. */
export const PrintableVolume = z.enum(['price'])
export type PrintableVolume = z.infer<typeof PrintableVolume>

const builders: Record<PrintableVolume, (bid: BuyerBid) => PrintDocument> = { price: priceVolume }

export function buyerDocument(volume: PrintableVolume, bid: BuyerBid): PrintDocument {
  return builders[volume](bid)
}
