import { pageOf } from '#shared/documents/document.ts'
import type { Block, PrintDocument, Span } from '#shared/documents/document.ts'
import { placeholder } from '#shared/documents/wording.ts'
import type { EvidenceRef } from '#shared/responses/response.ts'
import type { BuyerVolume } from '#shared/documents/volume.ts'

/** A place of the bid that can be cited: an anchor of one of its volumes. */
export type Place = { anchor: string; volume: BuyerVolume; title: string }
export type Places = ReadonlyMap<string, Place>

/** Where a volume is being put together: what can be cited, and the pages known of the other volumes. */
export type Citing = { volume: BuyerVolume; places: Places; foreignPages: ReadonlyMap<string, number> }

export const nothingToCite = (volume: BuyerVolume): Citing => ({ volume, places: new Map(), foreignPages: new Map() })

const titleOf = (block: Block): string | null => {
  if (block.kind === 'heading') return block.text
  if (block.kind === 'picture') return block.caption ?? block.alt
  return block.kind === 'pdfPages' ? block.title : null
}

/** Every named place of a volume, in the order of its pages. */
export const placesOf = ({ sections }: PrintDocument, volume: BuyerVolume): Place[] =>
  sections.flatMap((section) => [
    ...(section.anchor === undefined ? [] : [{ anchor: section.anchor, volume, title: section.title }]),
    ...section.blocks.flatMap((block) => {
      const title = titleOf(block)
      return title === null || !('anchor' in block) || block.anchor === undefined ? [] : [{ anchor: block.anchor, volume, title }]
    }),
  ])

const volumeNames: Record<BuyerVolume, string> = { business: '商务部分', technical: '技术部分', price: '报价部分', book: '本册' }

/** A page of another volume may have up to this many digits before anything is known of it. */
const unknownPage = '000'

const citedPlace = (anchor: string, { volume, places }: Citing): Span[] => {
  const place = places.get(anchor)
  if (place === undefined) return [{ text: placeholder('证明材料所在页') }]
  return place.volume === volume ? [{ text: '第' }, pageOf(anchor), { text: '页' }] : []
}

/** What stands in the other volumes: each is named once, each of its pages too, in their order. */
const citedElsewhere = (evidence: readonly EvidenceRef[], { volume, places, foreignPages }: Citing): Span[][] => {
  const pages = new Map<BuyerVolume, Set<string>>()
  for (const ref of evidence) {
    const place = 'anchor' in ref ? places.get(ref.anchor) : undefined
    if (place === undefined || place.volume === volume) continue
    const known = pages.get(place.volume) ?? new Set<string>()
    pages.set(place.volume, known.add(String(foreignPages.get(place.anchor) ?? unknownPage)))
  }
  return Array.from(pages, ([other, numbers]) => [{ text: `${volumeNames[other]}${Array.from(numbers, (number) => `第${number}页`).toSorted((a, b) => a.length - b.length || a.localeCompare(b)).join('、')}` }])
}

/** As the reader turns the pages; what is no place comes after them. */
const inOrder = (evidence: readonly EvidenceRef[], { places }: Citing): readonly EvidenceRef[] => {
  if (evidence.length < 2) return evidence
  const order = new Map(Array.from(places.keys(), (anchor, index) => [anchor, index]))
  const rank = (ref: EvidenceRef): number => ('anchor' in ref ? (order.get(ref.anchor) ?? order.size) : order.size)
  return evidence.toSorted((a, b) => rank(a) - rank(b))
}

/** The pages of the proof in their order, those of this volume first, the pages of the others after them; a place that is gone prints a placeholder, which stops the final file. */
export const evidenceSpans = (evidence: readonly EvidenceRef[], citing: Citing): Span[] =>
  [...inOrder(evidence, citing).map((ref) => ('words' in ref ? [{ text: ref.words }] : citedPlace(ref.anchor, citing))), ...citedElsewhere(evidence, citing)]
    .filter((spans) => spans.length > 0)
    .flatMap((spans, index) => [...(index === 0 ? [] : [{ text: '、' }]), ...spans])
