import type { BuyerBid } from '#shared/documents/buyer-bid.ts'
import { check, orPass } from '#shared/documents/check.ts'
import { leftoverChecks, type OtherProject } from '#shared/documents/leftover-checks.ts'
import { printedPriceChecks } from '#shared/documents/printed-price-checks.ts'
import type { Check } from '#shared/documents/check.ts'
import { documentTexts, sectionTexts } from '#shared/documents/document.ts'
import type { Block, Inline, PrintDocument, Section } from '#shared/documents/document.ts'
import { priceSummary } from '#shared/documents/price-summary.ts'
import { printedCapital } from '#shared/documents/price-words.ts'
import { mayShowPrice } from '#shared/documents/volume.ts'
import { bidderName, hasPlaceholder } from '#shared/documents/wording.ts'
import { formatDecimal, formatMoney, moneyText } from '#shared/money.ts'

const placeholderPattern = /【待填[：:]?([^】]*)】/g

const namesOfPlaceholders = (texts: readonly string[]): string[] => [...new Set(texts.filter(hasPlaceholder).flatMap((text) => Array.from(text.matchAll(placeholderPattern), (match) => match[1] ?? '')))]

/** The last net: whatever the fields say, no page with 【待填…】 leaves the house. Cover and header are the first place. */
const placeholderChecks = (document: PrintDocument): Check[] => {
  const inForms = document.sections.map((section) => ({ form: section.title, texts: sectionTexts(section) }))
  const all = documentTexts(document).filter(hasPlaceholder).length
  const formed = inForms.flatMap(({ texts }) => texts).filter(hasPlaceholder).length
  const cover = all > formed ? [{ form: '', texts: documentTexts({ ...document, sections: [] }) }] : []
  const found = [...cover, ...inForms].flatMap(({ form, texts }) => {
    const names = namesOfPlaceholders(texts)
    return texts.some(hasPlaceholder) ? [check('stop', 'placeholder-printed', 'documents', {}, { form, count: String(names.length), names: names.join('、') })] : []
  })
  return orPass(found, 'placeholders-none', 'documents', { forms: String(document.sections.length) })
}

const isRuleToFill = (inline: Inline): number => (typeof inline === 'string' ? 0 : inline.filter((span) => span.blankEm !== undefined && span.text === '').length)

const rulesIn = (block: Block): number => {
  if (block.kind === 'paragraph') return isRuleToFill(block.text)
  if (block.kind === 'table') return block.rows.flat().reduce((sum, cell) => sum + isRuleToFill(cell.text), 0)
  return 0
}

const handWorkChecks = (section: Section): Check[] => {
  const blanks = section.blocks.reduce((sum, block) => sum + rulesIn(block), 0)
  const attachments = section.blocks.filter((block) => block.kind === 'imagePlaceholder').length
  return [
    ...(blanks > 0 ? [check('warn', 'blank-to-fill', 'documents', {}, { form: section.title, count: String(blanks) })] : []),
    ...(attachments > 0 ? [check('warn', 'attachment-to-add', 'documents', {}, { form: section.title, count: String(attachments) })] : []),
  ]
}

const shortestPriceText = 5

/** The figures of the offer in every form a text might carry them; short ones ("12.00") would be found by chance. */
const priceTexts = (bid: BuyerBid): string[] => {
  const summary = priceSummary(bid.lines)
  const amounts = [summary.gross, summary.net, ...summary.lines.flatMap(({ gross, net }) => [gross, net])].filter((amount) => amount.isPositive() && !amount.isZero())
  const units = bid.lines.map(({ unitPrice }) => formatDecimal(unitPrice, 2))
  const capital = printedCapital(moneyText(summary.gross))
  const texts = [...amounts.flatMap((amount) => [formatMoney(amount), moneyText(amount)]), ...units, ...(capital === null ? [] : [capital.replace('人民币', '')])]
  return [...new Set(texts)].filter((text) => text.length > shortestPriceText)
}

/** A price outside of the price volume rejects a bid whose volumes are opened apart (procurement rules 6). */
const leakedPriceChecks = (document: PrintDocument, bid: BuyerBid): Check[] => {
  if (mayShowPrice(document.volume)) return []
  const prices = priceTexts(bid)
  const found = document.sections.flatMap((section) => {
    const text = sectionTexts(section).join('\n')
    const price = prices.find((candidate) => text.includes(candidate))
    return price === undefined ? [] : [check('stop', 'price-outside-price-volume', 'documents', {}, { form: section.title, price })]
  })
  return orPass(found, 'price-absent', 'documents', { forms: String(document.sections.length) })
}

/** The file says that it is ours and of this project, or, blind, nothing at all. */
const metadataChecks = ({ info, format }: PrintDocument, bid: BuyerBid): Check[] => {
  const isBlind = (format?.blind ?? null) !== null
  const isOwn = isBlind ? info.author === '' && info.title === '' : info.author === bidderName(bid) && info.title.includes(bid.project.title)
  return orPass(isOwn ? [] : [check('stop', 'metadata-foreign', 'company', { field: 'name' }, { author: info.author })], 'metadata-own', 'documents', { author: info.author })
}

/** What the finished volume itself shows: placeholders, prices where none may stand, blanks and attachments left for hands. */
export const documentChecks = (document: PrintDocument, bid: BuyerBid, others: readonly OtherProject[] = []): Check[] => [
  ...placeholderChecks(document),
  ...leftoverChecks(document, bid, others),
  ...leakedPriceChecks(document, bid),
  ...printedPriceChecks(document, bid),
  ...metadataChecks(document, bid),
  ...document.sections.flatMap(handWorkChecks),
]

/** Platforms take a single PDF of 20 MB at least and some no larger one (procurement rules 6.2); bytes. */
const largestEverywhere = 20_000_000

/** A file some platform may refuse. */
export const sizeChecks = (bytes: number): Check[] => {
  const megabytes = (bytes / 1_000_000).toFixed(1)
  return orPass(bytes > largestEverywhere ? [check('warn', 'file-large', 'documents', { field: 'materials' }, { megabytes })] : [], 'file-fits', 'documents', { megabytes })
}
