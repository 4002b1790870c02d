import { before, best, type Finding } from '#shared/tenders/notice/finding.ts'
import { hitsOf, type LabelHit, type NoticeScan, valueSpan } from '#shared/tenders/notice/label-scan.ts'
import { kindOfLabel, type LabelKind } from '#shared/tenders/notice/labels.ts'
import { asciiNumber, type Span, trimSpan, wordsOf } from '#shared/tenders/notice/notice-text.ts'

const ends = /(?:公告|公示|公开|采购文件|招标文件|邀请书|邀请函|招标计划|采购计划|采购意向|结果通知|通知书|(?:竞价|磋商|谈判|询价|询比|比选)文件|计划发布通知|(?:答疑|澄清|补遗)(?:文件|纪要|回复)?|的通知|项目合同|(?:开标|投标|采购|招标|变更|延期|澄清|更正|终止|补充)通知|(?:询价|邀请|谈判|磋商|比价)函|情况说明|(?:采购|投标|磋商|谈判|询价)邀请|(?:公告|公示)的?(?:更正|变更|澄清|延期|终止)|比选|招标|询价|竞价|中标结果|采购项目)(?:\([^()]{1,16}\)|\[[^[\]]{1,16}\]|(?:第?[一二三四五六]次)|(?<=变更公告|更正公告|澄清公告)(?:\d{1,2}|第\d{1,2}号))?$/
const generic = /^(?:(?:国内|公开|网上|电子)?(?:招标|采购|中标|成交|比选|询价|询比|竞争性磋商|竞争性谈判|磋商|谈判|更正|变更|终止|废标|流标|结果|中标结果|成交结果|中标候选人|候选人|评标|评审|采购项目|招标项目|单一来源采购?|资格预审|澄清){1,2}(?:\(成交\))?(?:结果)?(?:公告|公示|文件)|公告概要|公告信息|.{0,12}首页|.{0,16}(?:信息网|交易网|平台|采购网))$/
const furniture = /当前位置|您的位置|>|首页|登录|注册|热线|版权所有|浏览次数|点击次数/

/** Words that head the columns of a table rather than a notice. */
const tableHeads = /标段编号|预算金额|供应商名称|序号/

const isChapter = /^(?:[一二三四五六七八九十]{1,3}、|\d{1,2}(?:\.\d{1,2})*[、.\s]|第[一二三四五六七八九十]章|\([一二三四五六七八九十\d]\))/

type Line = Span & { words: string }

/** The first lines of a notice, where its heading stands. */
const openingLines = (scan: NoticeScan, reach = 4000): Line[] => {
  const { plain } = scan.text
  const lines: Line[] = []
  for (let start = 0; start < Math.min(plain.length, reach) && lines.length < 60; ) {
    const next = plain.indexOf('\n', start)
    const end = next < 0 ? plain.length : next
    const span = trimSpan(scan.text, { start, end })
    if (span.end > span.start) lines.push({ ...span, words: plain.slice(span.start, span.end) })
    start = end + 1
  }
  return lines
}

/** "KEY: value" lines a scraper puts before the page's text. */
export const frontMatter = (scan: NoticeScan, key: string): Span | null => {
  const match = new RegExp(`(?:^|\\n)${key}: ?([^\\n\\t]{2,300})`).exec(scan.text.plain.slice(0, 1500))
  if (!match) return null
  const end = match.index + match[0].length
  return { start: end - (match[1]?.length ?? 0), end }
}

/** The heading without list prefixes, site tags and the brackets some portals put around the name. */
export const tidyTitle = (title: string): string =>
  title
    .replace(/^#{1,4}\s/, '')
    .replace(/^[\u4e00-\u9fff]{2,6}详情\s?/, '')
    .replace(/^(?:公告)?(?:标题|名称)[:：]\s?/, '')
    .replace(/^(?:\[[^[\]]{1,40}\]|【[^【】]{1,20}】)(?=.{6})/, '')
    .replace(/^[A-Za-z0-9Ａ-Ｚａ-ｚ０-９－()（）第二三次._-]{6,40}(?=【)/, '')
    .replace(/【([^【】]{8,})】/, '$1')
    .replace(/[（(]网[）)]$/, '')
    .replace(/[[【][^[\]【】]{1,20}[\]】](?=$|-)/, '')
    .replace(/^关于(?=.{10,}的(?:公告|公示)$)/, '')
    .trim()

/** A heading broken over two lines: the project's name, stated elsewhere, runs over the break. */
const continues = (scan: NoticeScan, previous: Line, line: Line): boolean => {
  const [first, second] = [previous, line].map((part) => part.words.replace(/\s/g, ''))
  if (!first || !second || first.length < 8) return false
  return hitsOf(scan, 'title').some((hit) => {
    const name = scan.text.plain.slice(hit.valueStart, hit.valueStart + 200).replace(/\s/g, '')
    return name.startsWith(first) && name.slice(first.length, first.length + 3) === second.slice(0, 3)
  })
}

/** A heading without what its brackets add and without a series it stands in: "…采购（项目编号：A-1）中标公告", "2301期：某某系统公告". */
const withoutAsides = (words: string): string => {
  const plain = words.replace(/\([^()]{1,60}\)|\[[^[\]]{1,60}\]/g, '')
  const lead = /^([^:。\t]{1,40}):/.exec(plain)
  return lead?.[1] !== undefined && kindOfLabel(lead[1]) === undefined && /公告$|公示$/.test(plain) ? plain.slice(lead[0].length) : plain.replace(/^.{0,3}:/, '')
}

const heading = (scan: NoticeScan): Finding<string> | null => {
  const lines = openingLines(scan)
  for (const [index, line] of lines.entries()) {
    if (isChapter.test(line.words)) continue
    const isName = line.words.length >= 6 && line.words.length <= 160 && !furniture.test(line.words) && !/[:。\t]/.test(withoutAsides(line.words))
    const previous = lines[index - 1]
    if (generic.test(line.words)) {
      const isContinued = previous && index <= 3 && previous.words.length >= 8 && previous.words.length <= 80 && !/[:。\t]/.test(previous.words) && !furniture.test(previous.words)
      const next = lines[index + 1]
      const namesNext = index <= 2 && next !== undefined && next.words.length >= 8 && next.words.length <= 100 && !/[:。,;\t]/.test(next.words) && !furniture.test(next.words) && !isChapter.test(next.words) && !generic.test(next.words)
      if (!isContinued && namesNext && !ends.test(next.words)) return { value: tidyTitle(wordsOf(scan.text, next)), span: next, rank: 4, confidence: 0.75 }
      if (isContinued) return { value: wordsOf(scan.text, previous) + wordsOf(scan.text, line), span: { start: previous.start, end: line.end }, rank: 5, confidence: 0.85 }
    } else if (isName && ends.test(line.words)) {
      const span = previous && continues(scan, previous, line) ? { start: previous.start, end: line.end } : line
      return { value: tidyTitle(wordsOf(scan.text, span)), span, rank: 5, confidence: 0.9 }
    }
  }
  const flowing = /^[^\n\t:。]{0,6}?([^\n\t:。;]{8,100}?(?:公告|公示)(?:(?:更正|变更|澄清|延期|终止)公告)?)/.exec(lines[0]?.words ?? '')
  if (!flowing || !lines[0] || tableHeads.test(flowing[1] ?? '')) return null
  const start = lines[0].start + flowing[0].length - (flowing[1]?.length ?? 0)
  const span = { start, end: lines[0].start + flowing[0].length }
  return { value: tidyTitle(wordsOf(scan.text, span)), span, rank: 4, confidence: 0.7 }
}

const named = (scan: NoticeScan, hit: LabelHit, rank: number): Finding<string>[] => {
  const isSuffix = hit.label.endsWith('项目') && /[\u4e00-\u9fff]$/.test(before(scan.text, hit.start, 1))
  if (hit.separator === 'none' || hit.section === 'qualification' || isSuffix || (hit.separator === 'is' && hit.label.endsWith('项目'))) return []
  const span = trimSpan(scan.text, valueSpan(scan, hit))
  const sentenceEnd = /[;。]|[,，](?=[^,，:]{2,10}:)|(?<=\S{4})[一二三四五六七八九十]{1,2}、(?=[^\s:]{2,8}:)/.exec(scan.text.plain.slice(span.start, span.end))
  const place = { start: span.start, end: sentenceEnd ? span.start + sentenceEnd.index : span.end }
  const value = wordsOf(scan.text, place).replace(/[,，、（(]+$/, '')
  return value.length >= 4 && !/^(?:详见|见|\/|无[\s,，;/(（])/.test(value) && kindOfLabel(scan.text.plain.slice(place.start, place.end)) === undefined ? [{ value, span: { start: hit.start, end: place.end }, rank, confidence: 0.9 }] : []
}

/** "本招标项目某办公楼改造已由…批准建设": the name inside the first sentence. */
const inSentence = (scan: NoticeScan): Finding<string>[] => {
  const match = /(?:^|[\s。;])本(?:次)?(?:招标|采购|谈判|磋商|比选|询价)?项目([^\s,。;:为是]{4,60}?)(?:已由|已具备|,(?:招标人|采购人)为)/d.exec(scan.text.plain.slice(0, 3000))
  const indices = match?.indices?.[1]
  if (!indices) return []
  const span = { start: indices[0], end: indices[1] }
  return [{ value: wordsOf(scan.text, span), span, rank: 1, confidence: 0.6 }]
}

/** The notice's heading, else the project's name. */
export const findTitle = (scan: NoticeScan): Finding<string> | null => {
  const front = frontMatter(scan, 'TITLE')
  if (front) return { value: tidyTitle(wordsOf(scan.text, front)), span: front, rank: 9, confidence: 0.95 }
  const bare = openingLines(scan, 600).find((line) => generic.test(line.words) && !furniture.test(line.words))
  const fallback: Finding<string>[] = bare ? [{ value: wordsOf(scan.text, bare), span: bare, rank: 0, confidence: 0.3 }] : []
  return heading(scan) ?? best([...fallback, ...hitsOf(scan, 'title').flatMap((hit) => named(scan, hit, 3)), ...hitsOf(scan, 'lotName').flatMap((hit) => named(scan, hit, 2)), ...inSentence(scan)])
}

/** Labels that may stand before the notice's own heading rather than before the project's name. */
const noticeLabels = /(?:标题|公告名称)$/

/** The body's own 项目名称 before the summary table's 采购项目名称, which portals fill with the buyer's name in front. */
const projectLabelRank = (label: string): number => (label === '项目名称' ? 4 : label.endsWith('名称') ? 3 : 2)

/** The project's name as the notice's body states it, which the heading often wraps in the buyer, the method and the kind of notice. */
export const findProjectName = (scan: NoticeScan): Finding<string> | null =>
  best(hitsOf(scan, 'title').filter(({ label }) => !noticeLabels.test(label)).flatMap((hit) => named(scan, hit, projectLabelRank(hit.label))).concat(inSentence(scan)))

const approval = /^\d{4}-\d{6}-\d{2}-\d{2}-\d{6}$/
const ranks: Partial<Record<LabelKind, number>> = { projectNo: 8, tenderNo: 7, lotNo: 3, approvalNo: 2 }
const approvalRank = 2

/** A number at the start of a span: letters, digits, brackets, at least one digit. */
const numberAt = (scan: NoticeScan, span: Span): Span | null => {
  const raw = scan.text.plain.slice(span.start, Math.min(span.end, span.start + 90))
  let number = /^[A-Za-z0-9\u4e00-\u9fff〔〕[\]()_/.#&+、-]+(?:\s?第?\s?\d{1,6}\s?号)?/.exec(raw)?.[0] ?? ''
  const firstWords = /[\u4e00-\u9fff、]{9,}/.exec(number)
  if (firstWords) number = number.slice(0, firstWords.index)
  number = number.replace(/\((?:[^()]*[\u4e00-\u9fff][^()]*)\)?$/, '')
  if ((number.match(/\(/g)?.length ?? 0) > (number.match(/\)/g)?.length ?? 0)) number = number.slice(0, number.lastIndexOf('('))
  if (!number.includes('(')) number = number.replace(/\).*$/, '')
  // "LZ-9三、…": the next chapter begins.
  number = number.replace(/(?<=[A-Za-z0-9)\]号])[一二三四五六七八九十]{1,2}、.*$/, '')
  if ((number.match(/\)/g)?.length ?? 0) > (number.match(/\(/g)?.length ?? 0)) number = number.replace(/\)$/, '')
  number = number.replace(/[、.([/]+$/, '').replace(/\]$/, (close) => (number.includes('[') ? close : ''))
  const isNumber = number.length >= 4 && number.length <= 60 && /\d{2}/.test(number) && !/^(?:20\d\d年|\d+[、.]$|1[3-9]\d{9}$)/.test(number) && !/^(?:详见|见附|第)/.test(number)
  return isNumber ? { start: span.start, end: span.start + number.length } : null
}

const numbered = (scan: NoticeScan, hit: LabelHit): Finding<string>[] => {
  const isForeign = /计划|备案|合同|预算|文号|通知书|另|其[他它]|相冲突/.test(before(scan.text, hit.start, 5)) || hit.section === 'goods' || hit.section === 'qualification'
  if (hit.label === '编号' && before(scan.text, hit.start, 3) !== '') return []
  if (isForeign || (hit.separator === 'none' && !/^\s?[A-Z\d]/.test(scan.text.plain.slice(hit.labelEnd, hit.labelEnd + 2)))) return []
  const place = numberAt(scan, trimSpan(scan.text, valueSpan(scan, hit)))
  if (!place) return []
  const value = asciiNumber(wordsOf(scan.text, place))
  const isKey = hit.kind === 'projectNo' || hit.kind === 'tenderNo'
  return [{ value, span: { start: hit.start, end: place.end }, rank: approval.test(value) ? approvalRank : (ranks[hit.kind] ?? 0), confidence: isKey ? 0.95 : 0.6 }]
}

/** Numbers without a label: in brackets beside the heading, or a docket line under it. */
const unlabelled = (scan: NoticeScan): Finding<string>[] => {
  const top = scan.text.plain.slice(0, 1500)
  const found: Finding<string>[] = []
  const add = (pattern: RegExp, rank: number, confidence: number) => {
    const match = pattern.exec(top)
    const indices = match?.indices?.[1]
    const place = indices && numberAt(scan, { start: indices[0], end: indices[1] })
    if (place) found.push({ value: asciiNumber(wordsOf(scan.text, place)), span: place, rank, confidence })
  }
  add(/(?:^|\n|TITLE: )\[?([A-Z]{2,}[A-Za-z0-9./()第二三四次-]{4,40})\]?\[/d, 6, 0.8)
  add(/\[([A-Z]{2,}[A-Z0-9]*-?[A-Z0-9-]*\d{4,}[A-Z0-9-]*)\]/d, 5, 0.7)
  add(/[\u4e00-\u9fff)]\(([A-Z]{2,}[A-Z0-9]*-?[A-Z0-9-]*\d{5,}[A-Z0-9-]*)\)(?=[\n\t]|$)/d, 4, 0.6)
  add(/\n([\u4e00-\u9fff]{2,12}(?:[〔[(]?20\d\d[〕\])]?年?)[\u4e00-\u9fff]{0,6}第?\d{1,6}-?\d{0,3}号)(?=\n)/d, 5, 0.75)
  return found
}

/** The number the purchase goes by; plan, contract and registration numbers are none. */
export const findProjectNo = (scan: NoticeScan): Finding<string> | null =>
  best([...hitsOf(scan, 'projectNo', 'tenderNo', 'lotNo', 'approvalNo').flatMap((hit) => numbered(scan, hit)), ...unlabelled(scan)])

