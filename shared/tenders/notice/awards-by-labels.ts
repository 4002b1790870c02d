import type { FoundAward } from '#shared/tenders/notice/awards-in-flow.ts'
import { before } from '#shared/tenders/notice/finding.ts'
import { hitsOf, type LabelHit, type NoticeScan, reach, valueSpan } from '#shared/tenders/notice/label-scan.ts'
import { moneyFrom, unitInLabel } from '#shared/tenders/notice/money.ts'
import { type Span, wordsOf } from '#shared/tenders/notice/notice-text.ts'
import { type NameRule, organisationAt } from '#shared/tenders/notice/parties.ts'
import type { NoticeType } from '#shared/tenders/tender.ts'

/** Words that make a number beside a money word a rate, a score or somebody else's sum. */
export const notAmount = /单价|得分|分值|扣除|折扣|下浮|费率|代理|限价|预算|评分|\(分\)|报价分|价格分/
/** Chapters whose suppliers and sums are not the result's. */
export const elsewhere = new Set<string | null>(['goods', 'experts', 'fees', 'qualification', 'bond', 'documents', 'submission', 'agency', 'buyer'])

/** What may stand before a name: its number in a list, its part in a joint bid ("牵头人："). */
const ordinal = /^\s?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[、.]\s?|^\s?\(\d{1,2}\)\s?|^\s?(?:联合体)?(?:牵头|主体)(?:人|方|单位)(?:名称)?:\s?/

/** The names a value lists: "A公司、B公司", or one to a numbered line. */
const organisations = (scan: NoticeScan, span: Span, rule: NameRule): Span[] => {
  const parts: Span[] = []
  let start = span.start
  for (const piece of scan.text.plain.slice(span.start, span.end).split(/(?<=公司|院|中心|大学|厂|店)[、;,]/)) {
    const number = ordinal.exec(piece)?.[0].length ?? 0
    const found = organisationAt(scan.text, { start: start + number, end: start + piece.length }, parts.length > 0 ? 'likely' : rule)
    if (found) parts.push(found)
    start += piece.length + 1
  }
  const isList = ordinal.test(scan.text.plain.slice(span.start, span.end))
  const { length } = scan.text.plain
  for (let at = isList ? span.end + 1 : length; at < length && parts.length < 200; ) {
    const end = scan.text.plain.indexOf('\n', at) < 0 ? length : scan.text.plain.indexOf('\n', at)
    const number = ordinal.exec(scan.text.plain.slice(at, end))?.[0].length ?? 0
    const found = number > 0 ? organisationAt(scan.text, { start: at + number, end }, 'likely') : null
    if (!found) break
    parts.push(found)
    at = end + 1
  }
  return parts
}

const refused = /否决|废标|未|无效|不合格|淘汰|拒绝|落选|异议|其他|监督|备选/

/** Names of everybody who bid, not of who won. */
const bidder = /^(?:有效)?(?:投标|应答|响应|报价)(?:人|单位|供应商)|^响应供应商/

/** "供应商名称 甲公司；供应商地址 …": a blank instead of the colon, the name closed by a stop. */
const namesAtOnce = /^ ?[^\s,;。:]{4,40}(?:公司|院|中心|大学|厂|店|集团|所) ?[;,。]/

const isSupplierLabel = (scan: NoticeScan, hit: LabelHit): boolean => {
  // "…703,900.00 | 中标供应商": the outcome in a row of bidders, no label of the next row.
  if (hit.separator === 'cell' && /\d\.\d{2}\s*$/.test(scan.text.plain.slice(Math.max(0, hit.start - 8), hit.start))) return false
  const isBare = hit.separator === 'none' && !isWinnersCell(scan, hit) && !(hit.label.endsWith('名称') && namesAtOnce.test(scan.text.plain.slice(hit.labelEnd, hit.labelEnd + 60)))
  if (isBare || elsewhere.has(hit.section)) return false
  return !refused.test(before(scan.text, hit.start, 6)) && !/^(?:排序|得分|公示|情况)/.test(scan.text.plain.slice(hit.labelEnd, hit.labelEnd + 4))
}

/** The sum behind a label; a rate, a placeholder or a bare small number is none. */
export const amountAt = (scan: NoticeScan, hit: LabelHit): string | null => {
  if (hit.separator === 'none' && !/^\s?[￥\d人约(]/.test(scan.text.plain.slice(hit.labelEnd, hit.labelEnd + 2))) return null
  const money = moneyFrom(scan.text, reach(scan, hit, 90), unitInLabel(hit.qualifier))
  if (!money || (!money.hasUnit && Number(money.yuan) < 100)) return null
  return money.yuan
}

const jointEnd = (scan: NoticeScan, value: Span): number => {
  const words = scan.text.plain.slice(value.start, value.end)
  return value.start + words.slice(0, /[,;。]/.exec(words)?.index ?? words.length).trimEnd().length
}

/** "中标供应商湖南某某公司": a cell that says what it is and who, without any mark between. */
const isWinnersCell = (scan: NoticeScan, hit: LabelHit): boolean =>
  /^(?:中标|成交|中选)(?:供应商|人|单位)(?:名称)?$/.test(hit.label) && /^(?:[一二三四五六七八九十\d]{1,2}[、.])?$/.test(before(scan.text, hit.start, 4)) && /^[^\s,;。:()]{4,40}?(?:公司|院|大学|厂|集团|所)(?=[\n\t]|$|[一二三四五六七八九十]{1,2}、)/.test(scan.text.plain.slice(hit.labelEnd, hit.labelEnd + 50))

const rankWord = /第[一二三四五六1-6]|候选(?:人|单位|供应商)[1-9一二三四五六]/
const rankOf = (label: string): string | null => /[一二三四五六1-9]/.exec(rankWord.exec(label)?.[0] ?? '')?.[0] ?? null

/** "第二中标候选人报价：…": whose price a label speaks of. */
const rankedPrice = (scan: NoticeScan, hit: LabelHit): string | null => {
  const previous = scan.hits[hit.index - 1]
  return previous?.kind === 'candidate' && previous.separator === 'none' && previous.labelEnd === hit.start ? rankOf(previous.label) : null
}

type Reading = { awards: FoundAward[]; /** Bidders and runners-up rather than winners. */ others: Set<FoundAward>; byRank: Map<string, FoundAward>; open: FoundAward[]; pending: string | null; /** The price taken last is the one before the negotiation. */ isFirstOffer: boolean }

const takeSupplier = (scan: NoticeScan, hit: LabelHit, type: NoticeType, reading: Reading): void => {
  const value = valueSpan(scan, hit)
  // The cell beside a label of a table may be the next column's heading.
  const listed = organisations(scan, value, hit.separator === 'cell' ? 'likely' : 'stated')
  // Partners bid as one: their names stay together, with their one price.
  const isJoint = listed.length > 1 && (hit.kind === 'candidate' || /联合体|牵头/.test(scan.text.plain.slice(value.start, value.end)))
  const names = isJoint ? [{ start: listed[0]?.start ?? value.start, end: jointEnd(scan, value) }] : listed
  if (names.length === 0) return
  reading.open = names.map((name) => ({ supplier: wordsOf(scan.text, name), amountYuan: names.length === 1 ? reading.pending : null, span: { start: hit.start, end: name.end } }))
  reading.pending = null
  reading.awards.push(...reading.open)
  // Who has a share of the contract won it, whatever the rank.
  const hasShare = /^[^\n。]{0,20}份额/.test(scan.text.plain.slice(names.at(-1)?.end ?? value.end, value.end + 24))
  const isRunnerUp = type === 'award' && !hasShare && (hit.kind === 'candidate' || /候选/.test(before(scan.text, hit.start, 6)))
  if (isRunnerUp || bidder.test(hit.label)) for (const award of reading.open) reading.others.add(award)
  const rank = rankOf(hit.label)
  const [only] = reading.open
  if (rank !== null && only && !reading.byRank.has(rank)) reading.byRank.set(rank, only)
}

const firstOffer = /^首[次轮]|^第一[次轮]/

const takeAmount = (scan: NoticeScan, hit: LabelHit, reading: Reading): void => {
  if (elsewhere.has(hit.section) || notAmount.test(before(scan.text, hit.start, 4) + hit.qualifier) || hit.label.startsWith('总')) return
  const amount = amountAt(scan, hit)
  const rank = rankedPrice(scan, hit)
  const [only] = reading.open
  const ranked = rank === null ? undefined : reading.byRank.get(rank)
  if (rank !== null) {
    if (ranked) ranked.amountYuan ??= amount
  } else if (reading.open.length === 1 && only && (only.amountYuan === null || (reading.isFirstOffer && hit.kind === 'awardAmount'))) {
    only.amountYuan = amount ?? only.amountYuan
    reading.isFirstOffer = firstOffer.test(hit.label)
    only.span = { start: only.span.start, end: Math.max(only.span.end, hit.valueStart) }
  } else if (reading.open.length === 0) reading.pending = amount
}

/** "供应商名称：… 中标金额：…" in the order of the text; winners only where the notice names them. */
export const awardsByLabels = (scan: NoticeScan, type: NoticeType): FoundAward[] => {
  const reading: Reading = { awards: [], others: new Set(), byRank: new Map(), open: [], pending: null, isFirstOffer: false }
  for (const hit of hitsOf(scan, 'supplier', 'candidate', 'name', 'awardAmount', 'bidAmount')) {
    if (hit.kind === 'name' && (hit.label !== '单位名称' || hit.section !== 'result')) continue
    if (hit.kind === 'awardAmount' || hit.kind === 'bidAmount') takeAmount(scan, hit, reading)
    else if (isSupplierLabel(scan, hit)) takeSupplier(scan, hit, type, reading)
  }
  const winners = reading.awards.filter((award) => !reading.others.has(award))
  return winners.length > 0 ? winners : reading.awards
}
