import type { BuyerBid } from '#shared/documents/buyer-bid.ts'
import { check } from '#shared/documents/check.ts'
import type { Check } from '#shared/documents/check.ts'
import { documentTexts, sectionTexts } from '#shared/documents/document.ts'
import type { Block, Inline, PrintDocument, Section } from '#shared/documents/document.ts'
import { priceSummary } from '#shared/documents/price-summary.ts'
import { printedCapital } from '#shared/documents/price-words.ts'
import { mayShowPrice } from '#shared/documents/volume.ts'
import { hasPlaceholder } from '#shared/documents/wording.ts'
import { formatDecimal, formatMoney, moneyText } from '#shared/money.ts'

const placeholderPattern = /【待填[：:]?([^】]*)】/g

/** The last net: whatever the fields say, no page with 【待填…】 leaves the house. */
const placeholderChecks = (document: PrintDocument): Check[] => {
  const texts = documentTexts(document).filter(hasPlaceholder)
  const names = new Set(texts.flatMap((text) => Array.from(text.matchAll(placeholderPattern), (match) => match[1] ?? '')))
  return texts.length === 0 ? [] : [check('stop', 'placeholder-printed', 'documents', {}, { count: String(names.size), names: [...names].join('、') })]
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
  return document.sections.flatMap((section) => {
    const text = sectionTexts(section).join('\n')
    const price = prices.find((candidate) => text.includes(candidate))
    return price === undefined ? [] : [check('stop', 'price-outside-price-volume', 'documents', {}, { form: section.title, price })]
  })
}

/** Names of another purchase: what is left over from an older bid (procurement rules 6.3). */
export type OtherProject = { title: string; projectNo: string | null; buyer: string | null }

const shortestName = 5

/**
 * Another project's number or title stops the file; another buyer's name may be a reference, so a person looks. What our own
 * project's names contain is not another's.
 */
const leftoverChecks = (document: PrintDocument, { project }: BuyerBid, others: readonly OtherProject[]): Check[] => {
  const own = [project.title, project.projectNo, project.buyer, project.agency].join('\n')
  const names = (pick: (other: OtherProject) => (string | null)[]) => [...new Set(others.flatMap(pick))].filter((name): name is string => name !== null && name.length >= shortestName && !own.includes(name))
  const numbers = names(({ title, projectNo }) => [title, projectNo])
  const buyers = names(({ buyer }) => [buyer])
  return document.sections.flatMap((section) => {
    const text = sectionTexts(section).join('\n')
    const found = (list: readonly string[], level: Check['level'], code: Check['code']) => list.filter((name) => text.includes(name)).map((name) => check(level, code, 'documents', {}, { form: section.title, name }))
    return [...found(numbers, 'stop', 'other-project-named'), ...found(buyers, 'warn', 'other-buyer-named')]
  })
}

/** What the finished volume itself shows: placeholders, prices where none may stand, blanks and attachments left for hands. */
export const documentChecks = (document: PrintDocument, bid: BuyerBid, others: readonly OtherProject[] = []): Check[] => [
  ...leftoverChecks(document, bid, others),
  ...placeholderChecks(document),
  ...leakedPriceChecks(document, bid),
  ...document.sections.flatMap(handWorkChecks),
]

/** Platforms take a single PDF of 20 MB at least and some no larger one (procurement rules 6.2); bytes. */
const largestEverywhere = 20_000_000

/** A file some platform may refuse. */
export const sizeChecks = (bytes: number): Check[] => (bytes > largestEverywhere ? [check('warn', 'file-large', 'documents', {}, { megabytes: (bytes / 1_000_000).toFixed(1) })] : [])
