import { amountAt, awardsByLabels, elsewhere, notAmount } from '#shared/tenders/notice/awards-by-labels.ts'
import { awardsInFlow, awardsInSentences, type FoundAward } from '#shared/tenders/notice/awards-in-flow.ts'
import { kindOfLabel } from '#shared/tenders/notice/labels.ts'
import { hitsOf, type NoticeScan } from '#shared/tenders/notice/label-scan.ts'
import { moneyFrom, unitInLabel } from '#shared/tenders/notice/money.ts'
import { wordsOf } from '#shared/tenders/notice/notice-text.ts'
import { organisationAt } from '#shared/tenders/notice/parties.ts'
import { sectionAt } from '#shared/tenders/notice/sections.ts'
import type { Row } from '#shared/tenders/notice/tables.ts'
import type { NoticeType } from '#shared/tenders/tender.ts'

const supplierColumn = /^(?:推荐的?)?(?:(?:中标|成交|中选|入围)?(?:\((?:成交|中标)\))?(?:候选)?(?:供应商|人|单位|商)(?:名称)?|供应商|(?:投标|应答|响应|报价|响应供应商|申请)(?:人|单位|商)(?:名称)?|(?:中标|成交|中选)候选(?:人|单位)(?:名称)?|单位名称|公司名称|企业名称|供应商单位名称|供应商全称|[拟预]?(?:中标|成交|中选|入围)(?:供应商|人|单位|厂商|厂家|服务商|企业)(?:名称|全称)?)(?:\(.{0,10}\))?$/
const amountColumn = /(?:中标|成交|中选|投标|最终|最后|评标|合同|响应|应答|首轮|总)(?:\((?:成交|中标)\))?(?:总)?(?:金额|价格?|报价)|^(?:总?报价|金额|总价|价格)|投标总报价|报价\(/
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

/** "甲公司" beside "甲公司/乙公司(联合体)": one bid, told twice. The leaders of joint bids, each with its sums. */
const leadersIn = (awards: readonly FoundAward[]): Map<string, Set<string | null>> => {
  const leaders = new Map<string, Set<string | null>>()
  for (const { supplier, amountYuan } of awards) {
    const leader = /^(.{2,40}?(?:公司|院|大学|中心|集团|厂|所))(?:[(（][^()（）]{2,8}[)）])?[/、,，;；与及]/.exec(supplier)?.[1]
    if (leader !== undefined) leaders.set(leader, (leaders.get(leader) ?? new Set([null])).add(amountYuan))
  }
  return leaders
}

const unique = (awards: readonly FoundAward[]): FoundAward[] => {
  const seen = new Map<string, FoundAward[]>()
  for (const award of awards) {
    const known = seen.get(award.supplier) ?? []
    const silent = known.find((other) => other.amountYuan === null)
    if (silent && award.amountYuan !== null) silent.amountYuan = award.amountYuan
    else if (known.length === 0 || (award.amountYuan !== null && !known.some((other) => other.amountYuan === award.amountYuan))) seen.set(award.supplier, [...known, award])
  }
  const leaders = leadersIn(awards)
  return [...seen.values()].flat().filter((award) => leaders.get(award.supplier)?.has(award.amountYuan) !== true).toSorted((a, b) => a.span.start - b.span.start)
}

/** The price of the only winner where it stands apart from the name; two different sums say nothing. */
const loneAmount = (scan: NoticeScan): string | null => {
  const sums = new Set(hitsOf(scan, 'awardAmount', 'bidAmount').flatMap((hit) => (hit.separator === 'none' || elsewhere.has(hit.section) ? [] : (amountAt(scan, hit) ?? []))))
  return sums.size === 1 ? ([...sums][0] ?? null) : null
}

const grand = /^总(?:中标|成交)?金额|^(?:总中标金额|总成交金额|中标总金额|成交总金额)$/
/** "总价：…" is the price of a winner who is the only one. */
const plainTotal = /^总(?:价|报价)$/

/** Winners or candidates with their prices in yuan; a rate or a missing price is null. */
export const findAwards = (scan: NoticeScan, type: NoticeType): FoundAward[] => {
  if (type !== 'award' && type !== 'candidates' && type !== 'other') return []
  const tables = unique(byTables(scan))
  const labels = unique(awardsByLabels(scan, type))
  const priced = (awards: readonly FoundAward[]) => awards.filter((award) => award.amountYuan !== null).length
  const isOnlyBidders = type === 'award' && labels.length > 0 && tables.length > labels.length && labels.every((label) => tables.some((row) => row.supplier === label.supplier))
  const marked = !isOnlyBidders && priced(tables) >= priced(labels) && tables.length > 0 ? tables : labels
  for (const award of marked) award.amountYuan ??= [...tables, ...labels].find((other) => other.supplier === award.supplier && other.amountYuan !== null)?.amountYuan ?? null
  const flowing = marked.length > 0 ? marked : unique(awardsInFlow(scan, type))
  const awards = flowing.length > 0 ? flowing : unique(awardsInSentences(scan))
  const [only] = awards
  const sum = hitsOf(scan, 'awardAmount', 'bidAmount').find((hit) => (grand.test(hit.label) && hit.separator !== 'none') || (plainTotal.test(hit.label) && hit.separator === 'colon' && !elsewhere.has(hit.section)))
  if (awards.length === 1 && only?.amountYuan === null) only.amountYuan = sum ? amountAt(scan, sum) : marked.length === 0 ? loneAmount(scan) : null
  return awards
}
