import { z } from 'zod'
import type { BuyerBid } from '#shared/documents/buyer-bid.ts'
import type { PrintDocument } from '#shared/documents/document.ts'
import { businessVolume, technicalVolume } from '#shared/documents/form-volume.ts'
import { priceVolume } from '#shared/documents/price-volume.ts'

/** The volumes the program can print for the buyer, in the order they are handed in. */
export const PrintableVolume = z.enum(['business', 'technical', 'price'])
export type PrintableVolume = z.infer<typeof PrintableVolume>

/** What can be rendered: a volume for the buyer, the internal sheet or the explanation of a low price; these two are never among "all volumes". */
export const Printout = z.enum([...PrintableVolume.options, 'internal', 'defence'])
export type Printout = z.infer<typeof Printout>

const builders: Record<PrintableVolume, (bid: BuyerBid) => PrintDocument> = { business: businessVolume, technical: technicalVolume, price: priceVolume }

export function buyerDocument(volume: PrintableVolume, bid: BuyerBid): PrintDocument {
  return builders[volume](bid)
}
