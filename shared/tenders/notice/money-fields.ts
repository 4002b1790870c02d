import { cellsUnder } from '#shared/tenders/notice/columns.ts'
import { type Change, changeAt } from '#shared/tenders/notice/corrections.ts'
import { before, best, type Finding } from '#shared/tenders/notice/finding.ts'
import { carrier, hitsOf, type LabelHit, type NoticeScan, reach } from '#shared/tenders/notice/label-scan.ts'
import { type Money, moneyFrom, moneyIn, unitInLabel } from '#shared/tenders/notice/money.ts'
import type { Span } from '#shared/tenders/notice/notice-text.ts'

/** Sums of something else under a money word: a price per piece, a fee, a bond, somebody's turnover. */
const alien = /单价|代理|服务费|保证金|履约|业绩|注册|资本|合同(?!估算)|扣除|超出|超过|低于|高于|基准|不足|下浮|分项|上年|已完成|累计|同类|单个|单项|月|日|年度?总/

/** "采购预算：协议有效期内预估总额1200万元": words of its own between a label and its sum. */
const behindWords = (scan: NoticeScan, { start, end }: Span): Money | null => {
  const lead = /^[\u4e00-\u9fff()]{2,24}?(?:总额|总价|总计|合计|金额)(?:为|约|:){0,2} ?(?=[￥\d])/.exec(scan.text.plain.slice(start, end))?.[0]
  if (lead === undefined || alien.test(lead) || /每|分别/.test(lead)) return null
  const money = moneyFrom(scan.text, { start: start + lead.length, end }, null)
  return money?.hasOwnUnit ? money : null
}

const moneyOf = (scan: NoticeScan, hit: LabelHit): Money | null => {
  const unit = unitInLabel(hit.qualifier) ?? unitInLabel(`(${hit.label})`)
  const value = reach(scan, hit, 90)
  const money = moneyFrom(scan.text, value, unit) ?? (hit.separator === 'colon' ? behindWords(scan, value) : null)
  if (!money) return null
  const rest = scan.text.plain.slice(money.span.end, money.span.end + 2)
  // A cell that goes on after the number is no amount ("2-1", "3 家").
  if (hit.separator === 'cell' && !money.hasUnit && !/^(?:[\s(。;,]|$)/.test(rest)) return null
  if (!money.hasOwnUnit && hit.separator === 'none') return null
  if (!money.hasUnit && Number(money.yuan) < 1000) return null
  return money
}

/** Labels that often mean something near the budget rather than the budget itself, by how much less they count. */
const weak: [RegExp, number][] = [
  [/设计费|监理费|暂定金额|采购金额|^预算$|^限价$/, 3],
  [/本工程|本项目投资/, 4],
  [/总投资|预计投资|计划投资|投资估算|估算投资/, 5],
]

/** "第1包：120万元；第2包：85.6万元；合计205.6万元": the whole behind its parts. */
const totalBehind = (scan: NoticeScan, hit: LabelHit): Finding<string>[] => {
  if (hit.separator === 'none') return []
  const value = reach(scan, hit, 200)
  const line = scan.text.plain.slice(value.start, value.end).split('\n')[0] ?? ''
  const word = /(?<=[包段项元;,])(?:合计|共计|总计)/.exec(line)
  const money = word && moneyFrom(scan.text, { start: value.start + word.index + 2, end: value.end }, unitInLabel(hit.qualifier))
  return word && money?.hasUnit ? [{ value: money.yuan, span: { start: value.start + word.index, end: money.span.end }, rank: 8.5, confidence: 0.9 }] : []
}

/** A sum of the kind asked for, where its label says so. `isElsewhere` leaves out what belongs to a lot. */
export const sumsAt = (scan: NoticeScan, kind: 'budget' | 'ceiling', changes: readonly Change[]): Finding<string>[] => {
  const findings: Finding<string>[] = []
  for (const hit of hitsOf(scan, 'budget', 'ceiling')) {
    // "项目预算（最高限价）：…" states both.
    if (hit.kind !== kind && !(kind === 'ceiling' && /限价|控制价/.test(hit.qualifier)) && !(kind === 'budget' && /预算/.test(hit.qualifier))) continue
    if (hit.section === 'fees' || hit.section === 'bond' || hit.section === 'qualification' || hit.section === 'goods') continue
    if (alien.test(before(scan.text, hit.start, 5)) || /单价/.test(hit.qualifier)) continue
    const change = changeAt(changes, hit.start)
    if (change) {
      const renewed = moneyIn(scan.text, change.new, unitInLabel(hit.qualifier))[0]
      if (renewed) findings.push({ value: renewed.yuan, span: renewed.span, rank: 15, confidence: 0.9 })
      continue
    }
    findings.push(...totalBehind(scan, hit))
    const money = moneyOf(scan, carrier(scan, hit))
    if (!money) continue
    const rank = hit.separator === 'colon' || hit.separator === 'cell' ? 8 : hit.separator === 'is' ? 7 : 6
    const weakness = weak.find(([words]) => words.test(hit.label))?.[1] ?? 0
    findings.push({ value: money.yuan, span: { start: hit.start, end: money.span.end }, rank: rank - weakness - (money.hasUnit ? 0 : 0.5), confidence: (money.hasUnit ? 0.95 : 0.75) - weakness / 10 })
  }
  for (const cell of cellsUnder(scan, kind)) {
    const money = cell.rows === 1 ? moneyFrom(scan.text, cell, unitInLabel(cell.header)) : null
    const weakness = weak.find(([words]) => words.test(cell.header))?.[1] ?? 0
    if (money?.hasUnit) findings.push({ value: money.yuan, span: cell, rank: 4 - weakness / 2, confidence: 0.8 - weakness / 10 })
  }
  return findings
}

const overIsRefused = /(?:报价|投标价|总价|响应价)(?:不得|不能)?(?:超过|高于|超出)\s?(?=[￥\d])/g

/** "报价超过 150000 元视为无效" */
const bySentence = (scan: NoticeScan): Finding<string>[] => {
  const findings: Finding<string>[] = []
  for (const match of scan.text.plain.matchAll(overIsRefused)) {
    const start = match.index + match[0].length
    const money = moneyFrom(scan.text, { start, end: start + 40 }, null)
    if (money?.hasUnit) findings.push({ value: money.yuan, span: { start: match.index, end: money.span.end }, rank: 2, confidence: 0.6 })
  }
  return findings
}

/** "本项目总限价…": of the whole purchase, wherever it stands. */
export const isOfWhole = (scan: NoticeScan, finding: Finding<string>): boolean => /^(?:(?:本?(?:次|项目).{0,2}|采购|预算)?总(?!价)|合计|共计)/.test(scan.text.plain.slice(finding.span.start, finding.span.start + 8)) || /本(?:项目|次采购|次招标)$/.test(before(scan.text, finding.span.start, 4))

const outside = (scan: NoticeScan, findings: readonly Finding<string>[], lots: readonly Span[]): Finding<string>[] => findings.filter((finding) => isOfWhole(scan, finding) || !lots.some((lot) => finding.span.start >= lot.start && finding.span.start < lot.end))

const total = (scan: NoticeScan, findings: readonly Finding<string>[], lots: readonly Span[], isOneLot: boolean): Finding<string> | null => best(outside(scan, findings, lots)) ?? (isOneLot ? best(findings) : null)

/** The budget of the whole purchase in yuan; null when only parts of it are stated. `lots` are the stretches about one lot. */
export const findBudget = (scan: NoticeScan, changes: readonly Change[], lots: readonly Span[], isOneLot: boolean): Finding<string> | null =>
  total(scan, sumsAt(scan, 'budget', changes), lots, isOneLot)

/** The highest price allowed for the whole purchase in yuan; null when only lots have one, or it is a rate. */
export const findCeiling = (scan: NoticeScan, changes: readonly Change[], lots: readonly Span[], isOneLot: boolean): Finding<string> | null =>
  total(scan, [...sumsAt(scan, 'ceiling', changes), ...bySentence(scan)], lots, isOneLot)
