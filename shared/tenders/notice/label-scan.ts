import { anyLabel, kindOfLabel, type LabelKind } from '#shared/tenders/notice/labels.ts'
import type { NoticeText, Span } from '#shared/tenders/notice/notice-text.ts'
import { lowerBound, sectionAt, type Section, type SectionKind, sectionsOf } from '#shared/tenders/notice/sections.ts'
import { type Row, serialTablesIn, tablesIn } from '#shared/tenders/notice/tables.ts'

/** How a label is parted from its value: a colon, the edge of a table cell or line, the word 为, or nothing. */
export type Separator = 'colon' | 'cell' | 'is' | 'none'

export type LabelHit = {
  /** Its place in the list of hits. */
  index: number
  kind: LabelKind
  label: string
  /** What stands in brackets behind the label: a unit, a condition. */
  qualifier: string
  separator: Separator
  start: number
  labelEnd: number
  valueStart: number
  section: SectionKind | null
}

/** A notice prepared for reading: its text, its chapters and every label met, in order. */
export type NoticeScan = { text: NoticeText; sections: Section[]; hits: LabelHit[]; /** Starts of labels and headings: where a value ends at the latest. */ stops: number[]; tables: Row[][]; /** Tables found by their serial numbers only. */ serialTables: Row[][] }

/** The same label in English beside it: "招标编号 Bidding No.：". */
const translation = "(?:[ /]?[A-Za-z][A-Za-z.,'/& -]{2,60}(?:\\([A-Za-z ]{1,20}\\))?(?=[ ]?:))"

const labelPattern = new RegExp(`(${anyLabel})((?:\\s?(?:\\((?:单位:)?[^():\\n]{0,40}\\)|\\[[^\\]:\\n]{0,12}\\])){0,2})(${translation}?[ \\t]?\\n?:{1,2}|\\]:?|\\s*$|[\\t\\n]|:?为:?(?!了|准|依)|(?:应?为|是)(?!否))?`, 'g')
const ordinal = '(?:(?:[一二三四五六七八九十]{1,2}、|\\d{1,2}[.、]\\d{0,2}|\\(\\d\\)|[★*●])\\s?)?'
const cellStart = new RegExp(`(?:^|[\\n\\t])${ordinal}$`)
const lineStart = new RegExp(`(?:^|\\n)${ordinal}$`)

const separatorOf = (mark: string | undefined): Separator => {
  if (!mark) return 'none'
  if (mark.includes('为') || mark.includes('是')) return 'is'
  return mark.includes(':') || mark === ']' ? 'colon' : 'cell'
}

const skipBlanks = (plain: string, at: number): number => {
  let next = at
  while (next < plain.length && /\s/.test(plain[next] ?? '')) next++
  return next
}

const hitOf = (text: NoticeText, sections: readonly Section[], match: RegExpMatchArray, index: number): LabelHit => {
  const [whole, label = '', qualifier = '', mark] = match
  const start = match.index ?? 0
  const labelEnd = start + label.length + qualifier.length
  // "[项目编号]YL-1": a label between brackets of its own.
  const isOpen = mark?.startsWith(']') === true && text.plain[start - 1] !== '['
  let separator = isOpen ? 'none' : separatorOf(mark)
  // The last cell of a row is no label of the next row's first cell.
  const before = mark?.includes('\n') ? lineStart : cellStart
  if (separator === 'cell' && !before.test(text.plain.slice(Math.max(0, start - 6), start))) separator = 'none'
  const valueStart = separator === 'none' ? labelEnd : skipBlanks(text.plain, start + whole.length)
  return { index, kind: kindOfLabel(label) ?? 'stop', label, qualifier, separator, start, labelEnd, valueStart, section: sectionAt(sections, start) }
}

const owner = /^(?:采购人|招标人|采购单位|招标单位|(?:采购|招标)?代理机构|供应商|(?:中标|成交)(?:供应商|人|单位))$/

/** Where a label begins with whose it is: "采购代理机构|地址：". */
const ownerStart = (hits: readonly LabelHit[], hit: LabelHit): number => {
  const previous = hits[hit.index - 1]
  return previous?.separator === 'none' && previous.labelEnd === hit.start && owner.test(previous.label) ? previous.start : hit.start
}

/** The labels of the summary some portals put before a notice; where the page lost its marks, label and value run together. */
const summaryLabels = /^(?:采购项目名称|品目|采购单位|行政区域|公告时间|本项目招标公告日期|获取\S{2,4}文件时间|响应文件\S{2}地点|响应文件开启时间|开标时间|开标地点|预算金额|总中标金额|总成交金额|中标日期|成交日期|评审专家名单|项目联系人|项目联系电话|采购单位地址|采购单位联系方式|代理机构名称|代理机构地址|代理机构联系方式)$/
const summaryEnd = /项目概况|一、|受.{2,40}委托/

const withFlatSummary = (text: NoticeText, hits: LabelHit[]): LabelHit[] => {
  const start = text.plain.slice(0, 3000).indexOf('公告概要')
  if (start < 0) return hits
  const end = start + (summaryEnd.exec(text.plain.slice(start, start + 3000))?.index ?? 0)
  const isFlat = hits.filter((hit) => hit.start > start && hit.start < end && hit.separator === 'none' && summaryLabels.test(hit.label)).length >= 5
  return isFlat ? hits.map((hit) => (hit.start > start && hit.start < end && hit.separator === 'none' && summaryLabels.test(hit.label) ? { ...hit, separator: 'cell' as const } : hit)) : hits
}

/** Finds every label of a notice. Linear in the text. */
export const scanNotice = (text: NoticeText): NoticeScan => {
  const sections = sectionsOf(text)
  const found: LabelHit[] = []
  for (const match of text.plain.matchAll(labelPattern)) found.push(hitOf(text, sections, match, found.length))
  const hits = withFlatSummary(text, found)
  const stops = [...hits.filter((hit) => hit.separator === 'colon' || hit.separator === 'cell').map((hit) => ownerStart(hits, hit)), ...sections.map((section) => section.start)].toSorted((a, b) => a - b)
  return { text, sections, hits, stops, tables: tablesIn(text), serialTables: serialTablesIn(text) }
}

const firstAtOrAfter = (sorted: readonly number[], at: number): number => sorted[lowerBound(sorted.length, (i) => (sorted[i] ?? 0) >= at)] ?? Number.POSITIVE_INFINITY

/** The last hit that starts before a place. */
export const hitBefore = (scan: NoticeScan, at: number): LabelHit | undefined => scan.hits[lowerBound(scan.hits.length, (i) => (scan.hits[i]?.start ?? 0) >= at) - 1]

/** The value behind a label: to the end of its cell, the next label or the next heading. Empty when none stands there. */
export const valueSpan = (scan: NoticeScan, hit: LabelHit, longest = 300): Span => {
  const { plain } = scan.text
  const stop = firstAtOrAfter(scan.stops, hit.valueStart)
  let end = Math.min(plain.length, hit.valueStart + longest, stop)
  for (let i = hit.valueStart; i < end; i++) if (plain[i] === '\n' || plain[i] === '\t') end = i
  // The number of the next item is no part of this value: "…公司2、地址：".
  const tail = end === stop ? nextOrdinal.exec(plain.slice(Math.max(hit.valueStart, end - 6), end)) : null
  return { start: hit.valueStart, end: end - (tail?.[0].length ?? 0) }
}

const nextOrdinal = /(?:\d{1,2}(?:\.\d{1,2})?[.、]|[一二三四五六七八九十]{1,2}、|\([一二三四五六七八九十\d]{1,2}\)|[(（])\s?$/

/** The stretch after a label in which a money or time value may still belong to it, over line breaks. */
export const reach = (scan: NoticeScan, hit: LabelHit, length: number): Span => {
  const stop = firstAtOrAfter(scan.stops, Math.max(hit.valueStart, hit.labelEnd + 1))
  return { start: hit.valueStart, end: Math.min(scan.text.plain.length, hit.valueStart + length, stop) }
}

const joins = /^[\s及和与、/(),兼暨:]{0,4}(?:即)?$/

/** The hit whose value a hit shares: "投标截止时间及开标时间：…", "预算金额/最高限价：…". */
export const carrier = (scan: NoticeScan, hit: LabelHit): LabelHit => {
  let current = hit
  for (let i = hit.index + 1, steps = 0; steps < 3 && current.separator === 'none'; i++, steps++) {
    const next = scan.hits[i]
    const between = next ? scan.text.plain.slice(current.labelEnd, next.start) : ''
    // "四、…截止时间、开启时间和地点" is a heading: the labels below it are others' values.
    if (!next || !joins.test(between) || (current.kind === 'stop' && between.includes('\n'))) break
    current = next
  }
  return current
}

export const hitsOf = (scan: NoticeScan, ...kinds: LabelKind[]): LabelHit[] => scan.hits.filter((hit) => kinds.includes(hit.kind))
