import { awardsInFlow, awardsInSentences, type FoundAward } from '#shared/tenders/notice/awards-in-flow.ts'
import { before } from '#shared/tenders/notice/finding.ts'
import { kindOfLabel } from '#shared/tenders/notice/labels.ts'
import { hitsOf, type LabelHit, type NoticeScan, reach, valueSpan } from '#shared/tenders/notice/label-scan.ts'
import { moneyFrom, unitInLabel } from '#shared/tenders/notice/money.ts'
import { type Span, wordsOf } from '#shared/tenders/notice/notice-text.ts'
import { organisationAt } from '#shared/tenders/notice/parties.ts'
import { sectionAt } from '#shared/tenders/notice/sections.ts'
import type { Row } from '#shared/tenders/notice/tables.ts'
import type { NoticeType } from '#shared/tenders/tender.ts'

const supplierColumn = /^(?:(?:中标|成交|中选|入围)?(?:\((?:成交|中标)\))?(?:候选)?(?:供应商|人|单位|商)(?:名称)?|供应商|(?:投标|应答|响应|报价|响应供应商|申请)(?:人|单位|商)(?:名称)?|(?:中标|成交|中选)候选(?:人|单位)(?:名称)?|单位名称|公司名称|企业名称|供应商单位名称|中标企业)(?:\(.{0,10}\))?$/
const amountColumn = /(?:中标|成交|中选|投标|最终|最后|评标|合同|响应|应答|首轮|总)(?:\((?:成交|中标)\))?(?:总)?(?:金额|价格?|报价)|^(?:总?报价|金额|总价|价格)|投标总报价|报价\(/
const notAmount = /单价|得分|分值|扣除|折扣|下浮|费率|代理|限价|预算|评分|\(分\)|报价分|价格分/
const elsewhere = new Set<string | null>(['goods', 'experts', 'fees', 'qualification', 'bond', 'documents', 'submission', 'agency', 'buyer'])

const ordinal = /^\s?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[、.]\s?|^\s?\(\d{1,2}\)\s?/

/** The names a value lists: "A公司、B公司", or one to a numbered line. */
const organisations = (scan: NoticeScan, span: Span): Span[] => {
  const parts: Span[] = []
  let start = span.start
  for (const piece of scan.text.plain.slice(span.start, span.end).split(/(?<=公司|院|中心|大学|厂|店)[、;,]/)) {
    const number = ordinal.exec(piece)?.[0].length ?? 0
    const found = organisationAt(scan.text, { start: start + number, end: start + piece.length }, parts.length > 0 ? 'likely' : 'stated')
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
  const isBare = hit.separator === 'none' && !(hit.label.endsWith('名称') && namesAtOnce.test(scan.text.plain.slice(hit.labelEnd, hit.labelEnd + 60)))
  if (isBare || elsewhere.has(hit.section)) return false
  return !refused.test(before(scan.text, hit.start, 6)) && !/^(?:排序|得分|公示|情况)/.test(scan.text.plain.slice(hit.labelEnd, hit.labelEnd + 4))
}

const amountAt = (scan: NoticeScan, hit: LabelHit): string | null => {
  if (hit.separator === 'none' && !/^\s?[￥\d人约(]/.test(scan.text.plain.slice(hit.labelEnd, hit.labelEnd + 2))) return null
  const money = moneyFrom(scan.text, reach(scan, hit, 90), unitInLabel(hit.qualifier))
  if (!money || (!money.hasUnit && Number(money.yuan) < 100)) return null
  return money.yuan
}

const jointEnd = (scan: NoticeScan, value: Span): number => {
  const words = scan.text.plain.slice(value.start, value.end)
  return value.start + words.slice(0, /[,;。]/.exec(words)?.index ?? words.length).trimEnd().length
}

/** "供应商名称：… 中标金额：…" in the order of the text. */
const byLabels = (scan: NoticeScan): FoundAward[] => {
  const awards: FoundAward[] = []
  const bidders = new Set<FoundAward>()
  let open: FoundAward[] = []
  let pending: string | null = null
  for (const hit of hitsOf(scan, 'supplier', 'candidate', 'name', 'awardAmount', 'bidAmount')) {
    if (hit.kind === 'name' && (hit.label !== '单位名称' || hit.section !== 'result')) continue
    if (hit.kind === 'supplier' || hit.kind === 'candidate' || hit.kind === 'name') {
      if (!isSupplierLabel(scan, hit)) continue
      const value = valueSpan(scan, hit)
      const listed = organisations(scan, value)
      // Partners bid as one: their names stay together, with their one price.
      const isJoint = listed.length > 1 && (hit.kind === 'candidate' || /联合体|牵头/.test(scan.text.plain.slice(value.start, value.end)))
      const names = isJoint ? [{ start: listed[0]?.start ?? value.start, end: jointEnd(scan, value) }] : listed
      if (names.length === 0) continue
      open = names.map((name) => ({ supplier: wordsOf(scan.text, name), amountYuan: names.length === 1 ? pending : null, span: { start: hit.start, end: name.end } }))
      pending = null
      awards.push(...open)
      if (bidder.test(hit.label)) for (const award of open) bidders.add(award)
    } else {
      if (elsewhere.has(hit.section) || notAmount.test(before(scan.text, hit.start, 4) + hit.qualifier) || hit.label.startsWith('总')) continue
      const amount = amountAt(scan, hit)
      const [only] = open
      if (open.length === 1 && only?.amountYuan === null) {
        only.amountYuan = amount
        only.span = { start: only.span.start, end: Math.max(only.span.end, hit.valueStart) }
      } else if (open.length === 0) pending = amount
    }
  }
  const winners = awards.filter((award) => !bidders.has(award))
  return winners.length > 0 ? winners : awards
}

const cellAmount = (scan: NoticeScan, header: string, row: Row, column: number): string | null => {
  const cell = row[column]
  if (column < 0 || !cell?.words) return null
  // Some portals name the kind of price in the cell: "标项1:最终报价:2680000(元)".
  const named = /^(?:[^:]{2,12}:){1,2}(?=\s?[￥\d])/.exec(cell.words)?.[0].length ?? 0
  const money = moneyFrom(scan.text, { start: cell.start + named, end: cell.end + 1 }, unitInLabel(header))
  return money && (money.hasUnit || Number(money.yuan) >= 100) ? money.yuan : null
}

const isSupplierHead = (words: string): boolean => supplierColumn.test(words) || kindOfLabel(words) === 'candidate'
const isAmountHead = (words: string): boolean => amountColumn.test(words) && !notAmount.test(words)

/** Tables with columns of suppliers, each with its price: the next one to the right, else the only one. */
const byRows = (scan: NoticeScan, table: readonly Row[]): FoundAward[] => {
  const [header, ...rows] = table
  if (!header) return []
  const heads = header.map((cell) => cell.words)
  const suppliers = heads.flatMap((words, i) => (isSupplierHead(words) ? [i] : []))
  const pairs = suppliers.map((column, i) => {
    const next = heads.findIndex((words, at) => at > column && at < (suppliers[i + 1] ?? heads.length) && isAmountHead(words))
    return { column, amount: next < 0 && suppliers.length === 1 ? heads.findIndex(isAmountHead) : next }
  })
  const telling = pairs.filter(({ column, amount }) => amount >= 0 || /中标|成交|中选|候选|入围/.test(heads[column] ?? ''))
  return rows.flatMap((row) =>
    telling.flatMap(({ column, amount }) => {
      const cell = row[column]
      const name = cell && row.length === header.length ? organisationAt(scan.text, cell, 'stated') : null
      if (!name) return []
      return [{ supplier: wordsOf(scan.text, name), amountYuan: cellAmount(scan, heads[amount] ?? '', row, amount), span: { start: row[0]?.start ?? name.start, end: row.at(-1)?.end ?? name.end } }]
    }),
  )
}

/** Tables turned on their side: candidates across, their names and prices down. */
const byColumns = (scan: NoticeScan, table: readonly Row[]): FoundAward[] => {
  const names = table.find((row) => supplierColumn.test(row[0]?.words ?? '') && row.slice(1).every((cell) => organisationAt(scan.text, cell, 'stated')) && row.length > 1 && !row.slice(1).some((cell) => supplierColumn.test(cell.words) || amountColumn.test(cell.words) || /^第.{1,2}(?:中标|成交|中选)?候选/.test(cell.words)))
  if (!names) return []
  const prices = table.find((row) => row.length === names.length && amountColumn.test(row[0]?.words ?? '') && !notAmount.test(row[0]?.words ?? ''))
  if (!prices) return []
  return names.slice(1).map((cell, i) => ({ supplier: wordsOf(scan.text, cell), amountYuan: cellAmount(scan, prices[0]?.words ?? '', prices, i + 1), span: { start: cell.start, end: cell.end } }))
}

const losing = /(?:未|没有)(?:中标|成交|中选|入围)|落选|否决|无效/

/** A table of those who did not win: by the words of its heading or the line above it. */
const isOfLosers = (scan: NoticeScan, header: Row): boolean => {
  const start = header[0]?.start ?? 0
  const above = scan.text.plain.slice(Math.max(0, start - 40), start).trimEnd()
  return header.some((cell) => losing.test(cell.words)) || losing.test(above.slice(above.lastIndexOf('\n') + 1))
}

const byTables = (scan: NoticeScan): FoundAward[] =>
  scan.tables
    .filter(([header]) => header !== undefined && !elsewhere.has(sectionAt(scan.sections, header[0]?.start ?? 0)) && !isOfLosers(scan, header))
    .flatMap((table) => {
      const columns = byColumns(scan, table)
      return columns.length > 0 ? columns : byRows(scan, table)
    })

const unique = (awards: readonly FoundAward[]): FoundAward[] => {
  const seen = new Map<string, FoundAward[]>()
  for (const award of awards) {
    const known = seen.get(award.supplier) ?? []
    const silent = known.find((other) => other.amountYuan === null)
    if (silent && award.amountYuan !== null) silent.amountYuan = award.amountYuan
    else if (known.length === 0 || (award.amountYuan !== null && !known.some((other) => other.amountYuan === award.amountYuan))) seen.set(award.supplier, [...known, award])
  }
  return [...seen.values()].flat().toSorted((a, b) => a.span.start - b.span.start)
}

const grand = /^总(?:中标|成交)?金额|^(?:总中标金额|总成交金额|中标总金额|成交总金额)$/

/** Winners or candidates with their prices in yuan; a rate or a missing price is null. */
export const findAwards = (scan: NoticeScan, type: NoticeType): FoundAward[] => {
  if (type !== 'award' && type !== 'candidates' && type !== 'other') return []
  const tables = unique(byTables(scan))
  const labels = unique(byLabels(scan))
  const priced = (awards: readonly FoundAward[]) => awards.filter((award) => award.amountYuan !== null).length
  const isOnlyBidders = type === 'award' && labels.length > 0 && tables.length > labels.length && labels.every((label) => tables.some((row) => row.supplier === label.supplier))
  const marked = !isOnlyBidders && priced(tables) >= priced(labels) && tables.length > 0 ? tables : labels
  for (const award of marked) award.amountYuan ??= [...tables, ...labels].find((other) => other.supplier === award.supplier && other.amountYuan !== null)?.amountYuan ?? null
  const flowing = marked.length > 0 ? marked : unique(awardsInFlow(scan))
  const awards = flowing.length > 0 ? flowing : unique(awardsInSentences(scan))
  const [only] = awards
  const sum = hitsOf(scan, 'awardAmount').find((hit) => grand.test(hit.label) && hit.separator !== 'none')
  if (awards.length === 1 && only?.amountYuan === null && sum) only.amountYuan = amountAt(scan, sum)
  return awards
}
