import { Decimal } from '#shared/decimal.ts'
import { beijingDay } from '#shared/calendar/beijing-time.ts'
import { readCapitalAmount } from '#shared/capital-amount.ts'
import type { BuyerBid, BuyerOfferLine } from '#shared/documents/buyer-bid.ts'
import { check, orPass } from '#shared/documents/check.ts'
import type { Check, CheckCode, CheckScreen, CheckWhere } from '#shared/documents/check.ts'
import { responseChecks } from '#shared/documents/response-checks.ts'
import { priceSummary } from '#shared/documents/price-summary.ts'
import type { PriceSummary } from '#shared/documents/price-summary.ts'
import { printedCapital } from '#shared/documents/price-words.ts'
import type { DocumentProblem } from '#shared/documents/problem.ts'
import { hasPlaceholder } from '#shared/documents/wording.ts'
import { moneyText } from '#shared/money.ts'

const isUnknown = (value: string | number | null): boolean => value === null || String(value).trim() === ''

/** Usual minimum where a document names none; a person decides. */
const usualValidityDays = 90
/** A bid bond is at most 2 % of the budget (实施条例 26条; 87号令 38条). */
const maxBondShare = '0.02'
/** Unit prices are printed with at most this many decimals. */
const maxUnitPriceDecimals = 6

const companyFields = ['name', 'creditCode', 'address', 'legalRepresentative', 'phone', 'email', 'bankName', 'bankAccount'] as const

const companyChecks = ({ company }: BuyerBid): Check[] =>
  orPass(companyFields.filter((field) => isUnknown(company[field])).map((field) => check('stop', 'company-field-missing', 'company', { field })), 'company-complete', 'company')

const tenderChecks = ({ project }: BuyerBid): Check[] => [
  ...(['projectNo', 'buyer'] as const).filter((field) => isUnknown(project[field])).map((field) => check('stop', 'tender-field-missing', 'tender', { field })),
  ...(project.currency !== null && project.currency !== 'CNY' ? [check('stop', 'currency-not-cny', 'tender', { field: 'currency' }, { currency: project.currency })] : []),
]

const bondChecks = ({ project, terms }: BuyerBid): Check[] => {
  const limitOf = project.budget ?? project.ceiling
  if (terms.bondForm === null) return [check('stop', 'terms-field-missing', 'documents', { field: 'bondForm' })]
  const asked = project.asks.bondAmount
  if (terms.bondForm === 'none') return asked === null ? [] : [check('stop', 'bond-asked', 'documents', { field: 'bondForm' }, { asked })]
  if (terms.bondAmount === null) return [check('stop', 'terms-field-missing', 'documents', { field: 'bondAmount' })]
  if (asked !== null && new Decimal(terms.bondAmount).lt(asked)) return [check('stop', 'bond-below-asked', 'documents', { field: 'bondAmount' }, { amount: moneyText(terms.bondAmount), asked })]
  const limit = limitOf === null ? null : new Decimal(limitOf).times(maxBondShare)
  const isHigh = limit !== null && new Decimal(terms.bondAmount).gt(limit)
  return orPass(isHigh ? [check('warn', 'bond-too-high', 'documents', { field: 'bondAmount' }, { amount: moneyText(terms.bondAmount), limit: moneyText(limit) })] : [], 'bond-met', 'documents', { amount: moneyText(terms.bondAmount), ...(asked === null ? {} : { asked }) })
}

const signingChecks = ({ project, terms }: BuyerBid): Check[] => {
  if (terms.signedOn === null) return [check('warn', 'signing-day-open', 'documents', { field: 'signedOn' })]
  if (project.bidDeadline === null) return []
  const deadlineDay = beijingDay(project.bidDeadline)
  return terms.signedOn > deadlineDay ? [check('stop', 'signed-after-deadline', 'documents', { field: 'signedOn' }, { signedOn: terms.signedOn, deadline: deadlineDay })] : []
}

/** A tender that asks for less than is usual is content with it. */
const validityChecks = ({ project, terms: { validityDays: days } }: BuyerBid): Check[] => {
  const { validityDays: asked } = project.asks
  if (days === null) return [check('stop', 'terms-field-missing', 'documents', { field: 'validityDays' })]
  const at = { field: 'validityDays' }
  if (asked !== null && days < asked) return [check('stop', 'validity-below-asked', 'documents', at, { days: String(days), asked: String(asked) })]
  const isShort = asked === null && days < usualValidityDays
  return orPass(isShort ? [check('warn', 'validity-short', 'documents', at, { days: String(days), usual: String(usualValidityDays) })] : [], 'validity-met', 'documents', { days: String(days), ...(asked === null ? {} : { asked: String(asked) }) })
}

const termsChecks = (bid: BuyerBid): Check[] => {
  const missing = (['deliveryPeriod', 'warranty'] as const).filter((field) => isUnknown(bid.terms[field])).map((field) => check('stop', 'terms-field-missing', 'documents', { field }))
  return [...missing, ...validityChecks(bid), ...bondChecks(bid), ...signingChecks(bid)]
}

const lineChecks = (line: BuyerOfferLine): Check[] => {
  const price = new Decimal(line.unitPrice)
  const missing = (['name', 'unit'] as const).filter((field) => isUnknown(line[field])).map((field) => check('stop', 'line-field-missing', 'price', { field, lineId: line.id }))
  const at = { field: 'unitPrice', lineId: line.id }
  if (price.isNegative() && !price.isZero()) return [...missing, check('stop', 'line-price-negative', 'price', at, { unitPrice: line.unitPrice })]
  if (price.isZero()) return [...missing, check('warn', 'line-price-zero', 'price', at)]
  if (price.decimalPlaces() > maxUnitPriceDecimals) return [...missing, check('stop', 'unit-price-too-fine', 'price', at, { unitPrice: line.unitPrice })]
  return missing
}

const limitChecks = ({ project }: BuyerBid, total: Decimal): Check[] => {
  const figures = (limit: string): Check['figures'] => ({ total: moneyText(total), limit: moneyText(limit), difference: moneyText(total.minus(limit).abs()) })
  const overBudget = project.budget !== null && total.gt(project.budget) ? [check('warn', 'total-over-budget', 'price', {}, figures(project.budget))] : []
  if (project.ceiling === null) return [check('warn', 'ceiling-unknown', 'tender', { field: 'ceiling' }), ...overBudget]
  if (total.gt(project.ceiling)) return [check('stop', 'total-over-ceiling', 'price', {}, figures(project.ceiling))]
  return [check('pass', 'total-within-ceiling', 'price', {}, figures(project.ceiling)), ...overBudget]
}

const sumChecks = (summary: PriceSummary): Check[] => {
  const zero = new Decimal(0)
  const lineSum = summary.lines.reduce((sum, { gross }) => sum.plus(gross), zero)
  const rateSum = summary.byRate.reduce((sum, { net, vat }) => sum.plus(net).plus(vat), zero)
  const agrees = lineSum.eq(summary.gross) && rateSum.eq(summary.gross) && summary.net.plus(summary.vat).eq(summary.gross)
  const figures = { total: moneyText(summary.gross), lines: String(summary.lines.length), difference: moneyText(lineSum.minus(summary.gross).abs()) }
  return [agrees ? check('pass', 'sums-agree', 'price', {}, figures) : check('stop', 'sums-differ', 'price', {}, figures)]
}

const capitalChecks = (total: Decimal): Check[] => {
  const capital = printedCapital(moneyText(total))
  const read = capital === null ? null : readCapitalAmount(capital)
  const agrees = read?.ok === true && total.eq(read.amount)
  return agrees ? [check('pass', 'capital-agrees', 'price', {}, { total: moneyText(total), capital: capital ?? '' })] : [check('stop', 'capital-impossible', 'price', {}, { total: moneyText(total) })]
}

const priceChecks = (bid: BuyerBid): Check[] => {
  if (bid.lines.length === 0) return [check('stop', 'lines-missing', 'price')]
  const summary = priceSummary(bid.lines)
  const lines = bid.lines.flatMap(lineChecks)
  if (!summary.gross.isPositive() || summary.gross.isZero()) return [...lines, check('stop', 'total-not-positive', 'price', {}, { total: moneyText(summary.gross) })]
  return [...lines, ...limitChecks(bid, summary.gross), ...sumChecks(summary), ...capitalChecks(summary.gross)]
}

/** Words of our own books that no buyer should read; in a text for the buyer each is worth a second look. */
const internalWords = ['成本价', '毛利', '利润率', '亏损', '底价', '保本', '内部资料', '内部价', '商业价', '返点', '预警']

export const internalWordsIn = (text: string): string[] => internalWords.filter((word) => text.includes(word))

type TypedText = { text: string | null; screen: CheckScreen; where: CheckWhere }

const typedTexts = (bid: BuyerBid): TypedText[] => [
  ...bid.lines.flatMap((line) => (['name', 'specification', 'unit', 'remark'] as const).map((field) => ({ text: line[field], screen: 'price' as const, where: { field, lineId: line.id } }))),
  ...bid.responses.flatMap(({ id, answer, note }) => [answer, note].map((text) => ({ text, screen: 'scope' as const, where: { field: id } }))),
  ...(['deliveryPeriod', 'warranty', 'remark'] as const).map((field) => ({ text: bid.terms[field], screen: 'documents' as const, where: { field } })),
]

const wordChecks = (bid: BuyerBid): Check[] => orPass(typedWordChecks(bid), 'words-clean', 'price')

const typedWordChecks = (bid: BuyerBid): Check[] =>
  typedTexts(bid).flatMap(({ text, screen, where }) => {
    const typed = text ?? ''
    const words = internalWordsIn(typed).map((word) => check('stop', 'internal-word', screen, where, { word }))
    return hasPlaceholder(typed) ? [...words, check('stop', 'placeholder-typed', screen, where)] : words
  })

const levels: Record<Check['level'], number> = { stop: 0, warn: 1, pass: 2 }

/** Stops before warnings before what was verified, each in its order. */
export const worstFirst = (checks: readonly Check[]): Check[] => [...checks].sort((a, b) => levels[a.level] - levels[b.level])

/** Everything that stands between a bid and its final file, worst first (export gate, procurement rules 6.3). */
export const gateChecks = (bid: BuyerBid): Check[] => worstFirst([...priceChecks(bid), ...tenderChecks(bid), ...termsChecks(bid), ...companyChecks(bid), ...responseChecks(bid), ...wordChecks(bid)])

/** Characters no font has: found when the document is laid out, and as final as any other stop. */
export const glyphChecks = (missing: readonly string[]): Check[] =>
  missing.map((character) => check('stop', 'glyph-missing', 'documents', {}, { character, codePoint: `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}` }))

const problemCodes: Record<DocumentProblem['code'], CheckCode> = {
  'anchor-unknown': 'page-reference-wrong',
  'anchor-twice': 'page-reference-wrong',
  'pages-unstable': 'page-reference-wrong',
  'file-missing': 'attachment-missing',
  'picture-unreadable': 'attachment-unreadable',
  'picture-too-large': 'attachment-too-large',
  'pdf-encrypted': 'attachment-encrypted',
  'pdf-unreadable': 'attachment-unreadable',
  'pdf-range': 'attachment-range',
  'pdf-unpainted': 'attachment-unpainted',
}

/** Files that can't be printed and page numbers that can't be given: found in the layout, and as final as any other stop. */
export const problemChecks = (problems: readonly DocumentProblem[]): Check[] => problems.map(({ code, name }) => check('stop', problemCodes[code], ...problemPlace(code), { name }))

/** A page that can't be given is asked for by an answer; a file that can't be printed was chosen among the materials. */
const problemPlace = (code: DocumentProblem['code']): [CheckScreen, CheckWhere] => (problemCodes[code] === 'page-reference-wrong' ? ['scope', {}] : ['documents', { field: 'materials' }])

export const isBlocked = (checks: readonly Check[]): boolean => checks.some(({ level }) => level === 'stop')
