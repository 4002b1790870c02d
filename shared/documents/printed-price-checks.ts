import { readCapitalAmount } from '#shared/capital-amount.ts'
import type { BuyerBid } from '#shared/documents/buyer-bid.ts'
import { check, orPass, type Check } from '#shared/documents/check.ts'
import { sectionTexts, type PrintDocument, type Section } from '#shared/documents/document.ts'
import { priceSummary } from '#shared/documents/price-summary.ts'
import { mayShowPrice } from '#shared/documents/volume.ts'
import { formatMoney, moneyText } from '#shared/money.ts'

/** An amount in capitals, from its first digit to its last unit. */
const capitalAmount = /[零壹贰叁肆伍陆柒捌玖][零壹贰叁肆伍陆柒捌玖拾佰仟万亿]*[元圆](?:零?[壹贰叁肆伍陆柒捌玖]角)?(?:零?[壹贰叁肆伍陆柒捌玖]分)?[整正]?/g

const capitalsIn = (section: Section): string[] => sectionTexts(section).flatMap((text) => text.match(capitalAmount) ?? [])

const amountOf = (capital: string): string | null => {
  const read = readCapitalAmount(capital)
  return read.ok ? moneyText(read.amount) : null
}

/**
 * What the pages say, whoever wrote it: every amount in capitals is the total, or another figure of the offer or the bond (capitals prevail over figures, 87号令 59条), and the
 * forms that state the total state the same, to the fen.
 */
export const printedPriceChecks = (document: PrintDocument, bid: BuyerBid): Check[] => {
  if (!mayShowPrice(document.volume) || bid.lines.length === 0) return []
  const summary = priceSummary(bid.lines)
  const total = moneyText(summary.gross)
  const known = new Set([summary.gross, summary.net, summary.vat, ...summary.lines.map(({ gross }) => gross), bid.terms.bondAmount ?? summary.gross].map(moneyText))
  const stating = document.sections.map((section) => ({ section, capitals: capitalsIn(section).map((text) => ({ text, amount: amountOf(text) })) }))
  const found = stating.flatMap(({ section, capitals }) => {
    const wrong = capitals.find(({ amount }) => amount === null || !known.has(amount))
    if (wrong !== undefined) return [check('stop', 'price-mismatch', 'documents', {}, { form: section.title, printed: wrong.text, total })]
    const states = capitals.some(({ amount }) => amount === total)
    return !states || sectionTexts(section).some((text) => text.includes(formatMoney(total))) ? [] : [check('stop', 'price-mismatch', 'documents', {}, { form: section.title, printed: '', total })]
  })
  const forms = stating.filter(({ capitals }) => capitals.some(({ amount }) => amount === total))
  if (forms.length === 0) return found
  return orPass(found, 'price-agrees', 'price', { total, forms: forms.map(({ section }) => section.title.replace(/^[一二三四五六七八九十]+、/, '')).join('、') })
}
