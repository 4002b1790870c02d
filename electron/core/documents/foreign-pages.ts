import { createHash } from 'node:crypto'
import { createRecent } from '#core/recent.ts'
import type { PrintDocument } from '#shared/documents/document.ts'
import type { BuyerBid } from '#shared/documents/buyer-bid.ts'
import { buyerDocument, citedElsewhere, printedVolumes } from '#shared/documents/printable.ts'
import type { PrintableVolume } from '#shared/documents/volume.ts'
import type { BidTemplate } from '#shared/templates/bid-template.ts'

/** Lays a volume out for the pages its anchors come to. */
type LayOutVolume = (document: PrintDocument) => Promise<Readonly<Record<string, number>>>

/** Volumes may cite each other, and a page number may move what follows it: passes until nothing moves. */
const maxPasses = 6

/** The pages of what a bid's volumes cite from one another. `isSettled` is false when numbers still moved after the last pass. */
export async function foreignPages(volume: PrintableVolume, bid: BuyerBid, template: BidTemplate, layOut: LayOutVolume): Promise<{ pages: ReadonlyMap<string, number>; isSettled: boolean }> {
  if (citedElsewhere(volume, bid, template).length === 0) return { pages: new Map(), isSettled: true }
  const cited = printedVolumes(template).flatMap((each) => citedElsewhere(each, bid, template))
  const owners = new Set(cited.map((place) => place.volume))
  let pages: ReadonlyMap<string, number> = new Map()
  for (let pass = 0; pass < maxPasses; pass++) {
    const found = new Map<string, number>()
    for (const owner of owners) {
      const anchors = await layOut(buyerDocument(owner, bid, pages, template))
      for (const place of cited) if (place.volume === owner && anchors[place.anchor] !== undefined) found.set(place.anchor, anchors[place.anchor] ?? 0)
    }
    if (isSame(pages, found)) return { pages, isSettled: true }
    pages = found
  }
  return { pages, isSettled: false }
}

const isSame = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean => a.size === b.size && [...a].every(([anchor, page]) => b.get(anchor) === page)

const KEPT_LAYOUTS = 24

/** Remembers the pages of documents laid out before: while one volume is being written, the others stay as they are. */
export function rememberingLayouts(): (layOut: LayOutVolume) => LayOutVolume {
  const kept = createRecent<Readonly<Record<string, number>>>(KEPT_LAYOUTS)
  return (layOut) => async (document) => {
    const key = createHash('sha256').update(JSON.stringify(document)).digest('hex')
    const known = kept.get(key)
    if (known !== undefined) return known
    const anchors = await layOut(document)
    kept.set(key, anchors)
    return anchors
  }
}
