import type { BuyerBid } from '#shared/documents/buyer-bid.ts'
import type { PrintDocument } from '#shared/documents/document.ts'
import { buyerDocument } from '#shared/documents/printable.ts'

/** The volumes of the standard template. */
export const businessVolume = (bid: BuyerBid): PrintDocument => buyerDocument('business', bid)
export const technicalVolume = (bid: BuyerBid): PrintDocument => buyerDocument('technical', bid)
export const priceVolume = (bid: BuyerBid): PrintDocument => buyerDocument('price', bid)
