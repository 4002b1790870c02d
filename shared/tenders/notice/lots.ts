import { cellsUnder } from '#shared/tenders/notice/columns.ts'
import type { Change } from '#shared/tenders/notice/corrections.ts'
import { before, best, type Finding } from '#shared/tenders/notice/finding.ts'
import { hitBefore, hitsOf, type LabelHit, type NoticeScan, valueSpan } from '#shared/tenders/notice/label-scan.ts'
import { listedSums } from '#shared/tenders/notice/listed-sums.ts'
import { isOfWhole, sumsAt } from '#shared/tenders/notice/money-fields.ts'
import { moneyFrom, unitInLabel } from '#shared/tenders/notice/money.ts'
import { asciiNumber, type Span, trimSpan, wordsOf } from '#shared/tenders/notice/notice-text.ts'
import { sectionAfter, sectionAt } from '#shared/tenders/notice/sections.ts'
import { columnOf, type Row } from '#shared/tenders/notice/tables.ts'

/** One lot (包, 标段, 标项). `spans` are the stretches of text that speak of it alone; the first is its evidence. */
export type FoundLot = { no: string; name: string | null; budgetYuan: string | null; ceilingYuan: string | null; spans: Span[] }

const numeral = '(\\d{1,3}|[一二三四五六七八九十]{1,3}|[A-Z](?![A-Za-z]))'
const named = `(?:(?:包|标段|标包|分包|包组)号 ?: ?|(?:标段|标包|分包|包组) ?: ?(?=(?:\\d{1,2}|[一二三四五六七八九十]{1,3}|[A-Z])[\\n\\t])|采购包|合同包|标项|包组|标包|分包|标段|包件|分标|品目包|(?<![\\u4e00-\\u9fff])包|(?<=其中)包) ?[\\[(]? ?${numeral} ?[\\])]?`
/** "第1包120万元": behind this form a number may follow at once. */
const counted = '第 ?(\\d{1,3}|[一二三四五六七八九十]{1,3}) ?(?:采购|合同)?(?:包组|包件|标包|标段|分包|包)(?=(?:￥ ?)?\\d[\\d,.]* ?(?:万|亿|元)|(?!\\d))'
const short = '(?<![\\dA-Za-z\\u4e00-\\u9fff.])(\\d{1,2}|[一二三四五六七八九十]{1,2}|[A-H]) ?(?:标段|标包|分包|包)(?=[:(])'
const marker = new RegExp(`(?:${named}|${short})(?![\\d.%年月日个万元套台])|${counted}(?![.%年月日个套台])`, 'g')

const numerals = '零一二三四五六七八九十'
/** "三" → "3", "十二" → "12"; digits and letters stay. */
const arabic = (text: string): string => {
  if (!/^[一二三四五六七八九十]+$/.test(text)) return /^\d+$/.test(text) ? String(Number(text)) : text
  const ten = text.indexOf('十')
  if (ten < 0) return text.split('').map((c) => String(numerals.indexOf(c))).join('')
  return String((ten === 0 ? 1 : numerals.indexOf(text[0] ?? '')) * 10 + (ten === text.length - 1 ? 0 : numerals.indexOf(text.at(-1) ?? '')))
}

/** What stands behind a lot's number where it begins to speak of the lot, and not just mentions it. */
const isHeading = /^[\s:]?(?:(?:￥ ?)?\d[\d,.]* ?(?:万|亿|元)|\(|:|\n|\t|为|标项名称|标段名称|名称|预算|采购|最高限价|包名称)/
/** The same at the start of a line: "第一包 平台 预算：150万元". */
const isRow = /^[^\n:;。、]{2,40}?(?:预算|限价|控制价)(?:金额)?[:为]/

type Marker = { no: string; start: number; end: number; opens: boolean; section: string | null }

const markersIn = (scan: NoticeScan): Marker[] =>
  [...scan.text.plain.matchAll(marker)].slice(0, 1000).map((match) => {
    const start = match.index
    const end = start + match[0].length
    const lead = before(scan.text, start, 3)
    const rest = scan.text.plain.slice(end, end + 70)
    const opens = (isHeading.test(rest) || (lead === '' && isRow.test(rest))) && !/[、至和及与/-]\s?$/.test(lead)
    return { no: arabic(match[1] ?? match[2] ?? match[3] ?? ''), start, end, opens, section: sectionAt(scan.sections, start) }
  })

const nameAfter = (scan: NoticeScan, at: number): string | null => {
  const rest = scan.text.plain.slice(at, at + 90)
  const bracketed = /^\s?\(([^()\n]{2,60}(?:\([^()\n]{0,30}\)[^()\n]{0,30})?)\)/.exec(rest)
  const plain = /^\s?[:为]\s?([\u4e00-\u9fffA-Za-z0-9()"“”、·-]{2,60})(?=[:,。;\n\t]|$)/.exec(rest)
  const spaced = /^ ?([\u4e00-\u9fffA-Za-z0-9()"“”·-]{2,40}?) ?(?=(?:采购)?(?:预算|最高限价|限价|控制价)(?:金额)?[:为])/.exec(rest)
  const match = bracketed ?? plain ?? spaced
  const words = match?.[1]
  if (!match || !words || /万元|元$|预算|限价|供应商|投标人|公司|不足|中标|成交|^\d+$|^(?:本(?:项目|包|标|次|合同)|无(?:$|需|须|要求|特殊)|详见|自(?:合同|签订|中标|本|发布|公告|20)|满足|具有|为)/.test(words)) return null
  const start = at + match.index + match[0].indexOf(words)
  return wordsOf(scan.text, { start, end: start + words.length })
}

const contextual = new Set<string | null>(['qualification', 'contact', 'fees', 'experts', 'bond', 'buyer', 'agency'])

/** Stretches of the text that speak of one lot: from its heading to the next lot or chapter. */
const stretches = (scan: NoticeScan, markers: readonly Marker[]): { marker: Marker; span: Span }[] => {
  const open = markers.filter((m) => m.opens && !contextual.has(m.section))
  return open.map((m, i) => {
    const next = open[i + 1]?.start ?? scan.text.plain.length
    const chapter = sectionAfter(scan.sections, m.start, (section) => section.kind !== m.section && /[一二三四五六七八九十]/.test(scan.text.plain.slice(section.start, section.start + 2)))
    // "包1：50万元；包2：30万元" says no more of a lot than its sum.
    const sum = /^ ?:? ?[￥\d][^\n;]{0,40}/.exec(scan.text.plain.slice(m.end, m.end + 50))
    return { marker: m, span: { start: m.start, end: Math.min(next, chapter?.start ?? next, sum ? m.end + sum[0].length : next) } }
  })
}

const within = (scan: NoticeScan, findings: readonly Finding<string>[], spans: readonly Span[]): string | null =>
  best(findings.filter((finding) => !isOfWhole(scan, finding) && spans.some((span) => finding.span.start >= span.start && finding.span.start < span.end)))?.value ?? null

const otherSum = /保证金|售价|费|单价|金额|报价/

/** "预算金额：包1：50万元；包2：30万元": a sum right behind the lot's number belongs to the label before it. */
const inlineSum = (scan: NoticeScan, m: Marker, kind: 'budget' | 'ceiling'): string | null => {
  let label = hitBefore(scan, m.start)
  for (let steps = 0; label && steps < 8 && label.kind !== 'budget' && label.kind !== 'ceiling' && !otherSum.test(label.label); steps++) label = scan.hits[label.index - 1]
  if (label?.kind !== kind || m.start - label.start > 400) return null
  const money = moneyFrom(scan.text, { start: m.end, end: m.end + 40 }, unitInLabel(label.qualifier))
  return money?.hasUnit ? money.yuan : null
}

const lotNames = (scan: NoticeScan): (Span & { value: string })[] =>
  hitsOf(scan, 'lotName').filter((hit) => hit.separator === 'colon').map((hit) => {
    const place = trimSpan(scan.text, valueSpan(scan, hit))
    return { start: hit.start, end: place.end, value: wordsOf(scan.text, place) }
  })

/** Lots only spoken of: "包1：须为中小企业". One alone says little. */
const mentioned = (scan: NoticeScan, markers: readonly Marker[]): { marker: Marker; span: Span }[] => {
  const found = markers.filter((m) => m.opens || /包组或产品名称:\s?$/.test(scan.text.plain.slice(Math.max(0, m.start - 10), m.start)))
  return new Set(found.map((m) => m.no)).size > 1 ? found.map((m) => ({ marker: m, span: { start: m.start, end: m.end } })) : []
}

const byMarkers = (scan: NoticeScan, changes: readonly Change[]): FoundLot[] => {
  const markers = markersIn(scan)
  const segments = stretches(scan, markers)
  const opened = segments.length > 0 ? segments : mentioned(scan, markers)
  const budgets = sumsAt(scan, 'budget', changes)
  const ceilings = sumsAt(scan, 'ceiling', changes)
  const names = lotNames(scan)
  const lots = new Map<string, FoundLot>()
  for (const { marker: m, span } of opened) {
    const lot = lots.get(m.no) ?? { no: m.no, name: null, budgetYuan: null, ceilingYuan: null, spans: [] }
    lot.spans.push(span)
    lot.name ??= nameAfter(scan, m.end) ?? names.find((name) => name.start >= span.start && name.start < span.end)?.value ?? null
    lot.budgetYuan ??= inlineSum(scan, m, 'budget')
    lot.ceilingYuan ??= inlineSum(scan, m, 'ceiling')
    lots.set(m.no, lot)
  }
  for (const lot of lots.values()) {
    lot.budgetYuan ??= within(scan, budgets, lot.spans)
    lot.ceilingYuan ??= within(scan, ceilings, lot.spans)
  }
  const found = [...lots.values()]
  const listed = { budgets: listedSums(scan, 'budget', found.length), ceilings: listedSums(scan, 'ceiling', found.length) }
  return found.map((lot, i) => ({ ...lot, budgetYuan: lot.budgetYuan ?? listed.budgets[i] ?? null, ceilingYuan: lot.ceilingYuan ?? listed.ceilings[i] ?? null }))
}

const columns = {
  no: /^(?:采购|合同)?(?:标段|标包|分包|包件|包组|标项|包)(?:\(包\))?(?:编?号|序号)?$/,
  name: /^(?:采购|合同)?(?:标段|标包|分包|包件|包组|标项|包|标的)(?:\(包\))?名称$/,
  content: /^(?:采购内容|服务内容|货物名称|标的名称|名称|内容|采购标的)$/,
  project: /^项目名称$/,
  budget: /预算|估算|概算/,
  ceiling: /限价|控制价/,
}

const sumIn = (scan: NoticeScan, header: Row, row: Row, column: number): string | null => {
  const cell = row[column]
  if (column < 0 || !cell?.words) return null
  return moneyFrom(scan.text, cell, unitInLabel(header[column]?.words ?? ''))?.yuan ?? null
}

const byTables = (scan: NoticeScan): FoundLot[] => {
  const lots: FoundLot[] = []
  for (const [header, ...rows] of scan.tables) {
    if (!header) continue
    const no = columnOf(header, columns.no)
    const name = [columns.name, columns.content, columns.project].map((pattern) => columnOf(header, pattern)).find((column) => column >= 0) ?? -1
    const budget = columnOf(header, columns.budget)
    const ceiling = columnOf(header, columns.ceiling)
    const isGoods = sectionAt(scan.sections, header[0]?.start ?? 0) === 'goods'
    if (no < 0 || isGoods || (name < 0 && budget < 0 && ceiling < 0)) continue
    for (const row of rows) {
      const number = row[no]
      if (row.length !== header.length || !number?.words || number.words.length > 40) continue
      const named = row[name]
      lots.push({
        no: asciiNumber(wordsOf(scan.text, number)),
        name: named?.words ? wordsOf(scan.text, named) : null,
        budgetYuan: sumIn(scan, header, row, budget),
        ceilingYuan: sumIn(scan, header, row, ceiling),
        spans: [{ start: row[0]?.start ?? number.start, end: row.at(-1)?.end ?? number.end }],
      })
    }
  }
  return lots
}

/** "标段(包)名称：… 标段(包)编号：…" without numbered headings. */
const byNames = (scan: NoticeScan, changes: readonly Change[]): FoundLot[] => {
  const budgets = sumsAt(scan, 'budget', changes)
  const ceilings = sumsAt(scan, 'ceiling', changes)
  const numbers = hitsOf(scan, 'lotNo').filter((hit) => hit.separator === 'colon')
  const names = lotNames(scan).filter((name) => name.value.length >= 2)
  return names.map((name, i) => {
    const chapter = sectionAfter(scan.sections, name.end, () => true)?.start ?? scan.text.plain.length
    const span = { start: name.start, end: Math.min(names[i + 1]?.start ?? chapter, chapter) }
    const near = numbers.length === names.length ? numbers[i] : numbers.find((hit: LabelHit) => Math.abs(hit.start - name.start) < 200)
    const value = near ? asciiNumber(wordsOf(scan.text, valueSpan(scan, near))) : ''
    return { no: /^[\w-]{3,40}$/.test(value) ? value : String(i + 1), name: name.value, budgetYuan: within(scan, budgets, [span]), ceilingYuan: within(scan, ceilings, [span]), spans: [{ start: name.start, end: name.end }, span] }
  })
}

const numberedLots = (count: number, { start, end }: Span): FoundLot[] => Array.from({ length: count }, (_, i) => ({ no: String(i + 1), name: null, budgetYuan: null, ceilingYuan: null, spans: [{ start, end }] }))

/** "标段划分：一个标段" as an item of its own, or as the column of a plan. */
const byCount = (scan: NoticeScan): FoundLot[] => {
  for (const cell of cellsUnder(scan, 'lotCount')) {
    const match = /^(\d{1,2}|[一二三四五六七八九])\s?个?(?:标段|标包|包)?$/.exec(cell.words)
    if (match && cell.rows === 1) return numberedLots(Number(arabic(match[1] ?? '')), cell)
  }
  for (const hit of hitsOf(scan, 'lotCount')) {
    if (hit.separator !== 'colon' || !/^[\s\d.、()一二三四五六七八九十]*$/.test(before(scan.text, hit.start, 12))) continue
    const value = valueSpan(scan, hit)
    const match = /(\d{1,2}|[一二三四五六七八九])\s?个?(?:标段|标包|包)/.exec(scan.text.plain.slice(value.start, value.end))
    const count = match ? Number(arabic(match[1] ?? '')) : 0
    if (match && count <= 30) return numberedLots(count, { start: hit.start, end: value.start + match.index + match[0].length })
  }
  return []
}

const unique = (lots: readonly FoundLot[]): FoundLot[] => {
  const seen = new Set<string>()
  return lots.filter((lot) => {
    const key = `${lot.no}|${lot.name ?? ''}|${lot.ceilingYuan ?? ''}|${lot.budgetYuan ?? ''}`
    return !seen.has(key) && seen.add(key)
  })
}

/** The lots of a purchase with what is stated of each; empty when it is not divided. */
export const findLots = (scan: NoticeScan, changes: readonly Change[]): FoundLot[] => {
  for (const lots of [byTables(scan), byMarkers(scan, changes), byNames(scan, changes), byCount(scan)]) if (lots.length > 0) return unique(lots)
  return []
}
