import { kindOfLabel } from '#shared/tenders/notice/labels.ts'
import type { NoticeScan } from '#shared/tenders/notice/label-scan.ts'
import { moneyFrom, unitInLabel } from '#shared/tenders/notice/money.ts'
import { type Span, wordsOf } from '#shared/tenders/notice/notice-text.ts'
import type { NoticeType } from '#shared/tenders/tender.ts'

/** One winner or candidate; the price is null where none or only a rate is stated. */
export type FoundAward = { supplier: string; amountYuan: string | null; span: Span }

// Here: tables whose cells ran together without any mark between them.
const supplier = '[\\u4e00-\\u9fff()]{2,40}?(?:公司|研究院|设计院|大学|事务所|中心|集团|厂)(?:\\([\\u4e00-\\u9fff]{2,8}\\))?'
const sum = '\\d{1,3}(?:,\\d{3})+\\.\\d{2}|\\d{3,12}\\.\\d{2}(?!\\d)|\\d{1,7}\\.\\d{4,6}(?!\\d)'
const priceHead = /(?:报价|总价|金额|价|评选价)\((?:[^()]{0,6})?(?:元|万元)\)/g

/** Column heads at the start of a name are no part of it: "结论广州广电…公司". */
const withoutHeads = (raw: string): string => {
  const name = raw.replace(/^.*(?:单位名称|供应商名称|投标人名称|候选人|供应商|中标人|成交人)(?=.{6})/, '')
  for (let length = Math.min(10, name.length - 6); length >= 2; length--) {
    const head = name.slice(0, length)
    if (kindOfLabel(head) || /^(?:结论|排名|名次|备注|序号|评审结果|结果|单位名称|第[一二三]候选人)$/.test(head)) return withoutHeads(name.slice(length))
  }
  return name
}

type Pair = { name: string; nameAt: number; sumAt: number; sumEnd: number }

const toAward = (scan: NoticeScan, pair: Pair, unit: '元' | '万元' | '亿元' | null): FoundAward[] => {
  const name = withoutHeads(pair.name)
  const start = pair.nameAt + pair.name.length - name.length
  const money = moneyFrom(scan.text, { start: pair.sumAt, end: pair.sumEnd }, unit)
  if (name.length < 5 || !money) return []
  return [{ supplier: wordsOf(scan.text, { start, end: start + name.length }), amountYuan: money.yuan, span: { start: Math.min(start, pair.sumAt), end: Math.max(start + name.length, pair.sumEnd) } }]
}

/** "…公司131547.50第一候选人…公司148324.30" and, with a serial number before it, "1150800.00…公司". */
const inPairs = (text: string, offset: number): Pair[] => {
  const after = [...text.matchAll(new RegExp(`(${supplier})[ \\t]{0,2}(${sum})`, 'g'))]
  if (after.length > 0) return after.map((m) => ({ name: m[1] ?? '', nameAt: offset + m.index, sumAt: offset + m.index + m[0].length - (m[2]?.length ?? 0), sumEnd: offset + m.index + m[0].length }))
  return [...text.matchAll(new RegExp(`(${sum})(${supplier})`, 'g'))].map((m, i) => {
    const digits = m[1] ?? ''
    const serial = digits.startsWith(String(i + 1)) && digits.length > String(i + 1).length + 4 ? String(i + 1).length : 0
    return { name: m[2] ?? '', nameAt: offset + m.index + digits.length, sumAt: offset + m.index + serial, sumEnd: offset + m.index + digits.length }
  })
}

/** All names, then all prices: a table of columns read row by row. */
const inRows = (text: string, head: RegExpMatchArray, offset: number): Pair[] => {
  const at = head.index ?? 0
  const lead = Math.max(0, at - 160)
  const run = /((?:[\u4e00-\u9fff()]{4,40}?(?:公司|研究院|大学|中心|厂)){2,6})(?:[\u4e00-\u9fff]{0,8})$/.exec(text.slice(lead, at))
  const sums = /^(?:\d{3,9}\.\d{2}){2,6}/.exec(text.slice(at + head[0].length))
  if (!run || !sums) return []
  const names = [...(run[1] ?? '').matchAll(/[\u4e00-\u9fff()]{4,40}?(?:公司|研究院|大学|中心|厂)/g)]
  const amounts = [...sums[0].matchAll(/\d{3,9}\.\d{2}/g)]
  if (names.length !== amounts.length) return []
  const sumsAt = offset + at + head[0].length
  return names.map((name, i) => ({ name: name[0], nameAt: offset + lead + run.index + name.index, sumAt: sumsAt + (amounts[i]?.index ?? 0), sumEnd: sumsAt + (amounts[i]?.index ?? 0) + (amounts[i]?.[0].length ?? 0) }))
}

/** In a notice of results the bidders are ranked behind their prices; the first of them has won. */
const winnersOf = (scan: NoticeScan, pairs: readonly Pair[]): readonly Pair[] => {
  const rankBehind = (pair: Pair, i: number): string | undefined => /第[一二三](?:名|(?:中标|成交|中选)?候选)/.exec(scan.text.plain.slice(pair.sumEnd, Math.min(pair.sumEnd + 40, pairs[i + 1]?.nameAt ?? Number.POSITIVE_INFINITY)))?.[0]
  const ranks = pairs.map(rankBehind)
  return ranks.some((rank) => rank?.startsWith('第一')) ? pairs.filter((_, i) => ranks[i]?.startsWith('第一')) : pairs
}

/** Suppliers and prices of a table that lost all its marks; empty when nothing fits. */
export const awardsInFlow = (scan: NoticeScan, type: NoticeType): FoundAward[] => {
  for (const head of [...scan.text.plain.slice(0, 50_000).matchAll(priceHead)].slice(0, 20)) {
    const unit = unitInLabel(head[0])
    const end = head.index + head[0].length
    const rows = inRows(scan.text.plain.slice(0, 50_000), head, 0)
    const pairs = rows.length > 0 ? rows : inPairs(scan.text.plain.slice(end, end + 800), end)
    const awards = (type === 'award' ? winnersOf(scan, pairs) : pairs).flatMap((pair) => toAward(scan, pair, unit))
    if (awards.length > 0) return awards
  }
  return []
}

const chosen = new RegExp(`(?:确定|选定|推荐|由)了?(${supplier})为(?:本项目|该项目|本次|[^,。;\\n]{0,20})的?(?:第一)?(?:成交|中标|中选)(?:供应商|人|单位|候选人)`, 'g')

/** "经评审，确定…公司为本项目成交供应商，成交金额120万元。" */
export const awardsInSentences = (scan: NoticeScan): FoundAward[] =>
  [...scan.text.plain.slice(0, 50_000).matchAll(chosen)].slice(0, 50).map((match) => {
    const name = match[1] ?? ''
    const start = match.index + match[0].indexOf(name)
    const end = match.index + match[0].length
    const label = /^[^。;\n]{0,30}?(?:金额|价格?|报价)/.exec(scan.text.plain.slice(end, end + 60))
    const money = label ? moneyFrom(scan.text, { start: end + label[0].length, end: end + 120 }, null) : null
    return { supplier: wordsOf(scan.text, { start, end: start + name.length }), amountYuan: money?.hasOwnUnit ? money.yuan : null, span: { start: match.index, end: money?.span.end ?? end } }
  })
