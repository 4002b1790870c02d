import usualCover from '#assets/templates/cover.json' with { type: 'json' }
import type { BuyerBid } from '#shared/documents/buyer-bid.ts'
import { paragraph, type Block, type PrintDocument, type Section } from '#shared/documents/document.ts'
import { holds, plainText } from '#shared/documents/fill-template.ts'
import { nothingToCite } from '#shared/documents/places.ts'
import { CoverTemplate } from '#shared/documents/template.ts'
import type { BuyerVolume } from '#shared/documents/volume.ts'
import { bidderName, numbered, phraseOf, projectNo } from '#shared/documents/wording.ts'

/** What a volume bears on its cover where its template says nothing else. */
export const standardCover: CoverTemplate = CoverTemplate.parse(usualCover)

/** As many characters as a line of the cover's title holds. */
const titleLine = 16

const words = new Intl.Segmenter('zh-CN', { granularity: 'word' })

/** A title of two lines is parted near its middle, between words: a last line of one word looks like an accident. */
const balancedTitle = (title: string): string => {
  const length = Array.from(title).length
  if (length <= titleLine || length > 2 * titleLine) return title
  const middle = title.length / 2
  const cuts = Array.from(words.segment(title), ({ index }) => index).filter((index) => index > 0)
  const cut = cuts.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0]
  return cut === undefined ? title : `${title.slice(0, cut)}\n${title.slice(cut)}`
}

const centred = { align: 'center', indentEm: 0 } as const

const coverBlocks = (bid: BuyerBid, part: string, { copy, title, name, lines }: CoverTemplate): Block[] => {
  const phrase = phraseOf(bid)
  const scope = { bid, row: null, isBlind: false, anchors: new Set<string>(), citing: nothingToCite('business') }
  return [
    paragraph(copy, { style: 'coverKind', align: 'right', indentEm: 0 }),
    paragraph('\n', { style: 'coverKind', ...centred }),
    paragraph(balancedTitle(plainText(title, scope)), { style: 'coverTitle', ...centred }),
    { kind: 'spacer', heightMm: 22 },
    paragraph(phrase(name), { style: 'coverVolume', ...centred }),
    paragraph(`（${part}）`, { style: 'coverKind', ...centred }),
    { kind: 'spacer', heightMm: 40 },
    ...lines.filter(({ when }) => holds(when, bid)).map(({ label, value }) => paragraph([{ text: `${phrase(label)}：` }, { text: plainText(value, scope), blankEm: 22 }], { style: 'coverText', align: 'left', indentEm: 2.4 })),
  ]
}

/** A paper printed twice (an identity card) is cited where it stands first. */
const citedOnce = (forms: readonly Section[]): Section[] => {
  const seen = new Set<string>()
  const once = (block: Block): Block => {
    if (!('anchor' in block) || block.anchor === undefined) return block
    const { anchor, ...rest } = block
    if (seen.has(anchor)) return rest
    seen.add(anchor)
    return block
  }
  return forms.map((form) => ({ ...form, blocks: form.blocks.map(once) }))
}

type VolumeParts = { volume: BuyerVolume; part: string; cover?: CoverTemplate | undefined }

/** A volume for the buyer: cover, running header, our name as the only author, its forms numbered in order. */
export const buyerVolume = (bid: BuyerBid, { volume, part, cover = standardCover }: VolumeParts, forms: readonly Section[]): PrintDocument => {
  const name = `${phraseOf(bid)('投标文件')}（${part}）`
  return {
    volume,
    info: { title: `${bid.project.title} ${name}`, author: bidderName(bid) },
    header: { left: `${bid.project.title}　${name}`, right: projectNo(bid) },
    watermark: null,
    cover: coverBlocks(bid, part, cover),
    sections: citedOnce(forms).map((form, index) => ({ ...form, title: numbered(index, form.title) })),
  }
}
