import type { BuyerBid } from '#shared/documents/buyer-bid.ts'
import type { PrintDocument } from '#shared/documents/document.ts'
import { itemisedPriceForm } from '#shared/documents/itemised-price-form.ts'
import { openingForm } from '#shared/documents/opening-form.ts'
import { priceWords } from '#shared/documents/price-words.ts'
import { tenderLetter } from '#shared/documents/tender-letter.ts'
import { buyerVolume } from '#shared/documents/wording.ts'

/** The price volume: 封面, 目录, 投标函, 开标一览表, 投标分项报价表. What is not known is printed as 【待填：…】. */
export const priceVolume = (bid: BuyerBid): PrintDocument => {
  const words = priceWords(bid)
  return buyerVolume(bid, 'price', '报价部分', [tenderLetter(bid, words), openingForm(bid, words), itemisedPriceForm(bid, words)])
}
