import { instantFromBeijing, toBeijingIso } from '#shared/calendar/beijing-time.ts'
import { type Change, changeAt, newMoment } from '#shared/tenders/notice/corrections.ts'
import { before, best, type Finding } from '#shared/tenders/notice/finding.ts'
import { carrier, hitsOf, type LabelHit, type NoticeScan, reach } from '#shared/tenders/notice/label-scan.ts'
import type { LabelKind } from '#shared/tenders/notice/labels.ts'
import { type Moment, momentsIn } from '#shared/tenders/notice/moments.ts'
import { headingOf } from '#shared/tenders/notice/sections.ts'

type End = 'first' | 'last'

const connector = /^(?:[\s日]|\([^()]{1,8}\)|星期.|北京时间|上午|下午|整|起|止|开始|结束|至|到|-|~|—|:|,|即日|从|自|延|前|每天){1,30}$/

/** "2026年9月30日9:00至9:30": the hour that ends a range on the same day. */
const untilHour = (scan: NoticeScan, moment: Moment): Moment => {
  const rest = scan.text.plain.slice(moment.span.end, moment.span.end + 14)
  const match = moment.hasTime ? /^\s?(?:起)?\s?(?:至|到|-|~)\s?(\d{1,2})(?::|时|点)(\d{2})?分?/.exec(rest) : null
  const instant = match && instantFromBeijing(moment.at.slice(0, 10), `${match[1]}:${match[2] ?? '00'}`)
  return match && instant ? { at: toBeijingIso(instant), hasTime: true, span: { start: moment.span.start, end: moment.span.end + match[0].length } } : moment
}

/** The time behind a label: the only one, or the first or last of a range "A 至 B", "开始：A 结束：B". */
export const momentOf = (scan: NoticeScan, hit: LabelHit, end: End): Moment | null => {
  const place = reach(scan, hit, 140)
  const moments = momentsIn(scan.text, place)
  const first = moments[0]
  if (!first) return null
  const lead = scan.text.plain.slice(place.start, first.span.start)
  const isNear = hit.separator === 'none' ? /^[\s:为是于(["“]{0,4}(?:1[.、]\s?)?(?:北京时间[\s:]{0,3})?$/.test(lead) : lead.length <= 34 && !/[。;]/.test(lead)
  if (!isNear) return null
  if (end === 'first') return first
  let last = first
  for (const moment of moments.slice(1)) {
    if (!connector.test(scan.text.plain.slice(last.span.end, moment.span.start))) break
    last = moment
  }
  return untilHour(scan, last)
}

const finding = (moment: Moment, from: number, rank: number, confidence: number): Finding<string> => ({
  value: moment.at,
  span: { start: Math.min(from, moment.span.start), end: moment.span.end },
  rank: moment.hasTime ? rank : rank - 2.5,
  confidence: moment.hasTime ? confidence : confidence - 0.2,
})

/** How much more a label counts by the word before it: "现投标截止时间：…" holds, "原投标截止时间：…" is over (null). */
const weightOf = (scan: NoticeScan, { start, labelEnd, separator }: LabelHit): number | null => {
  const lead = before(scan.text, start, 6)
  if (/原(?:定|来)?的?$/.test(lead)) return null
  // "修改投标截止时间": what is changed; the date below it is another.
  if (/(?:更正|变更|调整|修改)$/.test(lead) && separator === 'none' && scan.text.plain[labelEnd] === '\n') return null
  if (/(?:[,。;:、\s]|^)现$/.test(lead)) return 7
  return /(?:更正|变更|调整|修改|延期|顺延|推迟)后的?$/.test(lead) ? 6 : 0
}

type TimeRule = { rank: number; end: End; accepts?: (scan: NoticeScan, hit: LabelHit) => boolean }

const atLabels = (scan: NoticeScan, changes: readonly Change[], rules: Partial<Record<LabelKind, TimeRule>>): Finding<string>[] => {
  const findings: Finding<string>[] = []
  for (const hit of scan.hits) {
    const rule = rules[hit.kind]
    if (!rule || rule.accepts?.(scan, hit) === false) continue
    const change = changeAt(changes, hit.start)
    const renewed = change && newMoment(scan.text, change)
    const weight = weightOf(scan, hit)
    if (change && renewed) findings.push(finding(renewed, renewed.span.start, rule.rank + 10, 0.9))
    else if (!change && weight !== null) {
      const moment = momentOf(scan, carrier(scan, hit), rule.end)
      if (moment) findings.push(finding(moment, hit.start, rule.rank + weight, 0.95))
    }
  }
  return findings
}

const otherClosing = /质疑|询问|回复|公示|报名|获取|购买|领取|异议|澄清|登记|保证金|发售|下载|售卖|疑问|提问|答疑|缴纳|公告|投诉|收款|有效期|确认|踏勘|免费期|合同|服务|注册|样品|样机|保函/
const submits = /投标|响应|应答|报价|递交|提交|竞价|比选申请|参选|谈判|磋商|送达|标书/

/** The words a label goes on from: "投标文件递交的|截止时间", not what a stop parts from it. */
const leadOf = (scan: NoticeScan, hit: LabelHit, length: number): string => /[^、。;,:)\s]*$/.exec(before(scan.text, hit.start, length))?.[0] ?? ''

const isSubmissionClosing = (scan: NoticeScan, hit: LabelHit): boolean => {
  const lead = leadOf(scan, hit, 14)
  if (otherClosing.test(lead)) return false
  return hit.section === 'submission' || submits.test(lead)
}

const isBareTime = (scan: NoticeScan, hit: LabelHit): boolean => hit.separator !== 'none' && !/[\u4e00-\u9fff]$/.test(before(scan.text, hit.start, 2))

/** The line a chapter begins with. */
const headingLine = (scan: NoticeScan, at: number): string => {
  const heading = headingOf(scan.sections, at)
  return heading ? (scan.text.plain.slice(heading.start, heading.start + 40).split('\n')[0] ?? '') : ''
}

const isSubmissionTime = (scan: NoticeScan, hit: LabelHit): boolean =>
  isBareTime(scan, hit) && (hit.section === 'submission' || (hit.section === 'opening' && /截止/.test(headingLine(scan, hit.start))))

/** The moment a heading of its own speaks of opening: "四、提交…截止时间、开标时间和地点 / 时间：…". */
const isOpeningTime = (scan: NoticeScan, hit: LabelHit): boolean => {
  if (!isBareTime(scan, hit)) return false
  if (hit.section === 'opening') return true
  return hit.section === 'submission' && /开标|开启|磋商时间|谈判时间/.test(headingLine(scan, hit.start))
}

/** "报名及|递交响应文件截止时间" closes both. */
const notClosing = (scan: NoticeScan, hit: LabelHit): boolean => !/(?:样品|样机|保函|质疑|询问|获取|购买|异议|澄清|保证金|登记|报名)(?!.{0,2}[及和与暨]$)/.test(leadOf(scan, hit, 4))

const beforeSubmitting = /^[\s)]*(?:\(?北京时间[^()]{0,6}\)?)?\s?(?:之?前|以前|截止前|止)(?![^\n。;,]{0,16}(?:报名|登记|回执|确认函|疑问|质疑|异议|保证金))[^\n。;]{0,24}?(?:递交|提交|送达|上传|寄达|报送|投递|发送|发至|密封)(?!.{0,8}(?:疑问|质疑|报名|澄清))/

/** How much more a sentence counts in a correction: "2、现更正…为：应于…" holds, "1、原招标文件中…：应于…" is over (null). */
const weightOfSentence = (scan: NoticeScan, at: number): number | null => {
  const lead = scan.text.plain.slice(Math.max(0, at - 120), at)
  const sentence = /[^。;\n]*$/.exec(lead)?.[0] ?? ''
  const word = /^\s?(?:\(?\d{1,2}[、.)])?\s?(原|现)/.exec(sentence)?.[1]
  return word === '原' ? null : word === '现' ? 6 : 0
}

/** "…并于 <time> 前递交投标文件" */
const inSentence = (scan: NoticeScan): Finding<string>[] => {
  const { plain } = scan.text
  return momentsIn(scan.text, { start: 0, end: Math.min(plain.length, 60_000) })
    .filter((moment) => beforeSubmitting.test(plain.slice(moment.span.end, moment.span.end + 60)))
    .flatMap((moment) => {
      const weight = weightOfSentence(scan, moment.span.start)
      return weight === null ? [] : [finding(moment, moment.span.start, 4 + weight, 0.85)]
    })
}

/** "投标截止及开标时间延期至…", "原定于…投标截止、开标，现延期至…": the words of a correction that no label matches. */
const inChanges = (scan: NoticeScan, changes: readonly Change[], names: (words: string) => boolean): Finding<string>[] =>
  changes.flatMap((change) => {
    const words = scan.text.plain.slice(Math.max(change.old.start, change.old.end - 80), change.old.end)
    const named = /[^。;,\n]{1,72}(?=[,\s]{0,2}$)/.exec(words)?.[0] ?? ''
    const renewed = names(named) && !otherClosing.test(named) ? newMoment(scan.text, change) : null
    return renewed && renewed.span.start - change.new.start < 30 ? [finding(renewed, renewed.span.start, 12, 0.8)] : []
  })

/** A day stated without its hour takes the hour another place gives for the same day. */
const withHour = (findings: readonly Finding<string>[]): Finding<string> | null => {
  const chosen = best(findings)
  if (chosen?.value.length !== 10) return chosen
  return best(findings.filter((other) => other.value.length > 10 && other.value.startsWith(chosen.value))) ?? chosen
}

/** When bids must be in. Only from words about submitting, never from sale, question or publicity periods. */
export const findDeadline = (scan: NoticeScan, changes: readonly Change[]): Finding<string> | null =>
  withHour([
    ...atLabels(scan, changes, {
      deadline: { rank: 9, end: 'last', accepts: notClosing },
      closing: { rank: 9, end: 'last', accepts: isSubmissionClosing },
      time: { rank: 8, end: 'last', accepts: isSubmissionTime },
      bidWindow: { rank: 6, end: 'last' },
      // "开标时间（投标截止时间）：…": one moment for both.
      opening: { rank: 8, end: 'first', accepts: (_, hit) => /截止/.test(hit.qualifier) },
    }),
    ...inSentence(scan),
    ...inChanges(scan, changes, (words) => /截止/.test(words) && submits.test(words)),
  ])

/** "开标时间：同投标截止时间" */
const sameAsDeadline = (scan: NoticeScan, deadline: Finding<string> | null): Finding<string> | null => {
  if (!deadline) return null
  for (const hit of hitsOf(scan, 'opening', 'time')) {
    if (hit.kind === 'time' && !isOpeningTime(scan, hit)) continue
    const match = /^(?:同|与|即|为)[^\n。;]{0,16}截止(?:时间|日期)/.exec(scan.text.plain.slice(hit.valueStart, hit.valueStart + 40))
    if (match) return { value: deadline.value, span: { start: hit.start, end: hit.valueStart + match[0].length }, rank: 5, confidence: 0.8 }
  }
  return null
}

/** When bids are opened; `deadline` serves notices that only say "the same". */
export const findOpening = (scan: NoticeScan, changes: readonly Change[], deadline: Finding<string> | null): Finding<string> | null =>
  withHour([
    ...atLabels(scan, changes, { opening: { rank: 9, end: 'first' }, time: { rank: 9, end: 'first', accepts: isOpeningTime }, deadline: { rank: 8, end: 'last', accepts: (_, hit) => /开标|开启/.test(hit.qualifier) } }),
    ...inChanges(scan, changes, (words) => /(?:开标|开启)(?!地点|方式|室)/.test(words)),
  ]) ?? sameAsDeadline(scan, deadline)
