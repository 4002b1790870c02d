import { cellsUnder } from '#shared/tenders/notice/columns.ts'
import { best, type Finding } from '#shared/tenders/notice/finding.ts'
import { hitsOf, type NoticeScan, valueSpan } from '#shared/tenders/notice/label-scan.ts'
import { type Span, trimSpan, wordsOf } from '#shared/tenders/notice/notice-text.ts'

const openness = '(?:国内|国际)?(?:公开|邀请|网上|线上|竞争性|定向)?'
const core = '(?:公开招标|邀请招标|竞争性磋商|竞争性谈判|竞争性比选|竞争性评审|单一来源|框架协议采购|合作创新采购|询比采购|询比价|询比|询价|询价采购|比选|比价|竞价|竞谈|磋商|谈判采购|谈判|直接采购|遴选|招募|反拍|电子卖场|网上超市|协议供货|竞争性采购|多轮报价|议价)'
const known = new RegExp(`${openness}${core}(?:采购)?`, 'd')
/** What a label may name besides; elsewhere these words mean little. */
const labelled = /议标|两阶段招标|定点采购|电商采购|询源采购|快速采购|公开采购|公开竞争|公开征集|综合评议|竞标/
const inTitle = new RegExp(`(${openness}${core})(?:采购)?(?:项目)?(?:的)?(?:_|-|—)?(?:采购)?(?:(?:(?:中选|中标|成交|终止|废标|流标|更正|变更|澄清|延期|失败)(?:候选人|结果)?|结果)?(?:公告|公示)|邀请|文件|通知|$|\\()`, 'd')
const tagged = new RegExp(`^\\[(${openness}${core}(?:采购)?)\\]`, 'd')
/** "采用公开招标五、采购项目…" is a value run into the next chapter's number. */
const valueEnd = /[(,。;:\s]|[一二三四五六七八九十]{1,2}、/
/** "对该项目竞争性谈判方式采购", "…项目公开比选的评审工作已经结束", "…竞争性谈判采购项目于…结束" */
const told = new RegExp(`(${openness}${core})(?:方式(?:进行|组织)?(?:采购|招标)|的?(?:评审|评标|谈判|磋商)工作(?:已|于)|采购项目(?:于|已))`, 'd')
const stated = new RegExp(`(?:进行了?|采用|组织|实行|实施|以)(?:国内|国际|资格后审|资格预审|方式|的|采购){0,3}(${openness}${core})`, 'd')

const spanOf = (base: number, indices: [number, number] | undefined): Span | null => (indices ? { start: base + indices[0], end: base + indices[1] } : null)

/** How the purchase is run, in the notice's own words (公开招标, 竞争性磋商, 询比采购 …); null when it does not say. */
export const findMethod = (scan: NoticeScan, title: Span | null): Finding<string> | null => {
  const findings: Finding<string>[] = []
  for (const hit of hitsOf(scan, 'method')) {
    const value = trimSpan(scan.text, valueSpan(scan, hit, 40))
    const raw = scan.text.plain.slice(value.start, value.end)
    if (hit.separator === 'none' || !(known.test(raw) || labelled.test(raw))) continue
    const end = value.start + (valueEnd.exec(raw)?.index ?? raw.length)
    if (end > value.start) findings.push({ value: wordsOf(scan.text, { start: value.start, end }), span: { start: hit.start, end }, rank: 5, confidence: 0.95 })
  }
  for (const cell of cellsUnder(scan, 'method')) if (cell.words.length < 20 && known.test(cell.words)) findings.push({ value: wordsOf(scan.text, cell), span: cell, rank: 5, confidence: 0.9 })
  if (title) {
    const place = spanOf(title.start, inTitle.exec(scan.text.plain.slice(title.start, title.end))?.indices?.[1])
    if (place) findings.push({ value: wordsOf(scan.text, place), span: place, rank: 4, confidence: 0.85 })
  }
  // "[询比采购]测试设备采购公告": what a portal puts before the heading.
  const tag = title ? spanOf(title.start, tagged.exec(scan.text.plain.slice(title.start, title.end))?.indices?.[1]) : null
  if (tag) findings.push({ value: wordsOf(scan.text, tag), span: tag, rank: 4, confidence: 0.8 })
  // A heading that says nothing but what it is: "询价公告".
  const first = spanOf(0, /(?:^|\n)(公开招标|邀请招标|竞争性磋商|竞争性谈判|询价|询比|比选|竞价|竞争性比选)(?:(?:采购)?公告|函)(?=\n)/d.exec(scan.text.plain.slice(0, 600))?.indices?.[1])
  if (first) findings.push({ value: wordsOf(scan.text, first), span: first, rank: 4.5, confidence: 0.8 })
  const place = spanOf(0, stated.exec(scan.text.plain)?.indices?.[1])
  if (place) findings.push({ value: wordsOf(scan.text, place), span: place, rank: 3, confidence: 0.75 })
  const aside = spanOf(0, told.exec(scan.text.plain)?.indices?.[1])
  if (aside) findings.push({ value: wordsOf(scan.text, aside), span: aside, rank: 2, confidence: 0.65 })
  return best(findings)
}
