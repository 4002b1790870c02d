import { z } from 'zod'
import type { BuyerBid } from '#shared/documents/buyer-bid.ts'
import type { PrintDocument } from '#shared/documents/document.ts'
import { businessVolume, technicalVolume } from '#shared/documents/form-volume.ts'
import { nothingToCite, placesOf, type Citing, type Place, type Places } from '#shared/documents/places.ts'
import { priceVolume } from '#shared/documents/price-volume.ts'

/** The volumes the program can print for the buyer, in the order they are handed in. */
export const PrintableVolume = z.enum(['business', 'technical', 'price'])
export type PrintableVolume = z.infer<typeof PrintableVolume>

/** What can be rendered: a volume for the buyer, the internal sheet or the explanation of a low price; these two are never among "all volumes". */
export const Printout = z.enum([...PrintableVolume.options, 'internal', 'defence'])
export type Printout = z.infer<typeof Printout>

const builders: Record<PrintableVolume, (bid: BuyerBid, citing: Citing) => PrintDocument> = { business: businessVolume, technical: technicalVolume, price: priceVolume }

/** Every place of the bid that an answer can cite, volume by volume. */
export function bidPlaces(bid: BuyerBid): Place[] {
  return PrintableVolume.options.flatMap((volume) => placesOf(builders[volume](bid, nothingToCite(volume)), volume))
}

/** One volume for the buyer. `foreignPages`: the pages of what it cites from the other volumes, as far as they are known. */
export function buyerDocument(volume: PrintableVolume, bid: BuyerBid, foreignPages: ReadonlyMap<string, number> = new Map()): PrintDocument {
  return builders[volume](bid, { volume, places: placesByAnchor(bid), foreignPages })
}

const placesByAnchor = (bid: BuyerBid): Places => new Map(bidPlaces(bid).map((place) => [place.anchor, place]))

/** What a volume cites from the others: the anchors whose pages have to be known before it is printed. */
export function citedElsewhere(volume: PrintableVolume, bid: BuyerBid): Place[] {
  const places = placesByAnchor(bid)
  const cited = new Set(bid.responses.flatMap(({ evidence }) => evidence.flatMap((ref) => ('anchor' in ref ? [ref.anchor] : []))))
  return [...cited].flatMap((anchor) => places.get(anchor) ?? []).filter((place) => place.volume !== volume)
}
