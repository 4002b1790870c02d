import { z } from 'zod'
import type { BuyerBid } from '#shared/documents/buyer-bid.ts'
import { buyerVolume } from '#shared/documents/buyer-volume.ts'
import type { PrintDocument } from '#shared/documents/document.ts'
import { anchorsIn, fillTemplate } from '#shared/documents/fill-template.ts'
import { usualBlindFormat } from '#shared/documents/page-format.ts'
import { nothingToCite, placesOf, type Citing, type Place, type Places } from '#shared/documents/places.ts'
import { PrintableVolume } from '#shared/documents/volume.ts'
import { volumeOf, type BidTemplate, type VolumeTemplate } from '#shared/templates/bid-template.ts'
import { standardTemplate } from '#shared/templates/standard.ts'

/** What can be rendered: a volume for the buyer, the internal sheet, the explanation of a low price or the list of seals and signatures; these three are never among "all volumes". */
export const Printout = z.enum([...PrintableVolume.options, 'internal', 'defence', 'seals'])
export type Printout = z.infer<typeof Printout>

/** The volumes a template prints, in the order they are handed in. */
export const printedVolumes = ({ volumes }: BidTemplate): PrintableVolume[] => volumes.map(({ volume }) => volume)

/** A file of a blind volume tells nothing of its author, its project's name included. */
const blindDocument = (document: PrintDocument): PrintDocument => ({ ...document, info: { title: '', author: '' }, header: { left: '', right: '' }, cover: [], format: { ...document.format, blind: usualBlindFormat } })

const documentOf = (template: VolumeTemplate, bid: BuyerBid, citing: Citing): PrintDocument => {
  const options = { isBlind: template.isBlind, anchors: anchorsIn(template.forms, bid), citing }
  const document = buyerVolume(bid, template, template.forms.flatMap((form) => fillTemplate(form, bid, options) ?? []))
  return template.isBlind ? blindDocument(document) : document
}

/** Every place of the bid that an answer can cite, volume by volume. */
export const bidPlaces = (bid: BuyerBid, template: BidTemplate = standardTemplate): Place[] => template.volumes.flatMap((each) => placesOf(documentOf(each, bid, nothingToCite(each.volume)), each.volume))

/** Kept with the bid they are of: every volume asks for those of all, and a bid that changes is another object. */
const knownPlaces = new WeakMap<BuyerBid, WeakMap<BidTemplate, Places>>()

const placesByAnchor = (bid: BuyerBid, template: BidTemplate): Places => {
  const ofBid = knownPlaces.get(bid) ?? new WeakMap<BidTemplate, Places>()
  knownPlaces.set(bid, ofBid)
  const places = ofBid.get(template) ?? new Map(bidPlaces(bid, template).map((place) => [place.anchor, place]))
  ofBid.set(template, places)
  return places
}

/** One volume for the buyer. `foreignPages`: the pages of what it cites from the other volumes, as far as they are known. Throws where the template has no such volume. */
export function buyerDocument(volume: PrintableVolume, bid: BuyerBid, foreignPages: ReadonlyMap<string, number> = new Map(), template: BidTemplate = standardTemplate): PrintDocument {
  const found = volumeOf(template, volume)
  if (found === null) throw new Error(`the template ${template.name} prints no ${volume} volume`)
  return documentOf(found, bid, { volume, places: placesByAnchor(bid, template), foreignPages })
}

/** What a volume cites from the others: the anchors whose pages have to be known before it is printed. */
export function citedElsewhere(volume: PrintableVolume, bid: BuyerBid, template: BidTemplate = standardTemplate): Place[] {
  const places = placesByAnchor(bid, template)
  const cited = new Set(bid.responses.flatMap(({ evidence }) => evidence.flatMap((ref) => ('anchor' in ref ? [ref.anchor] : []))))
  return [...cited].flatMap((anchor) => places.get(anchor) ?? []).filter((place) => place.volume !== volume)
}
