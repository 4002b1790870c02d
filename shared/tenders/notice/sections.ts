import { kindOfLabel } from '#shared/tenders/notice/labels.ts'
import type { NoticeText } from '#shared/tenders/notice/notice-text.ts'

/** The chapter of a notice a place belongs to; the same label means another thing in another chapter. */
export type SectionKind =
  | 'basic' | 'qualification' | 'documents' | 'submission' | 'opening' | 'result' | 'goods' | 'fees' | 'experts'
  | 'correction' | 'reason' | 'bond' | 'other' | 'buyer' | 'agency' | 'contact'

export type Section = { kind: SectionKind; start: number; headingEnd: number }

const words: [SectionKind, RegExp][] = [
  ['agency', /^.{0,6}(?:代理机构|代理单位|代理公司|采购机构|招标机构)(?:名称|信息|联系|及)/],
  ['buyer', /^.{0,6}(?:采购人|招标人|采购单位|招标单位|比选人|征集人|询价人|业主单位|建设单位)(?:的?名称|信息|联系|及(?!.{0,6}代理))/],
  ['contact', /^.{0,8}(?:项目联系|联系(?:方式|人|事项)|监督(?!管理|检验|检测|局|所|站)|询问|异议|质疑|投诉)|^凡?对本次/],
  ['bond', /^.{0,8}(?:保证金|投标担保)/],
  ['fees', /^.{0,8}(?:代理服务(?:费|收费)|代理费|招标服务费|中标服务费)/],
  ['experts', /^.{0,4}评审专家|^.{0,6}(?:评标|评审|磋商|谈判)(?:委员会|小组)(?:成员)?(?:名单)?/],
  ['goods', /^.{0,4}主要(?:标的|成交|中标)/],
  ['correction', /^.{0,6}(?:更正|变更|澄清|修改|补遗|延期)(?:信息|内容|事项|如下|的内容)/],
  ['reason', /^.{0,10}(?:终止|废标|流标|失败).{0,3}(?:原因|理由|情况)/],
  ['documents', /^.{0,12}(?:获取|领取|购买|发售|下载|出售|售卖|报名).{0,14}(?:文件|公告|标书|资料)|^.{0,10}(?:文件|标书)的?.{0,2}(?:获取|发售|领取|购买|下载|售价)|^.{0,6}报名/],
  ['submission', /^.{0,8}(?:提交|递交|送达).{0,16}(?:文件|截止|报价|申请)|^.{0,12}(?:文件|标书|报价|申请书?)的?(?:提交|递交|送达)|^.{0,4}(?:投标|响应|应答|报价)截止/],
  ['opening', /^.{0,8}(?:开启|开标|唱标)/],
  ['qualification', /^.{0,14}(?:资格|资质|业绩)(?:要求|条件|标准)|^.{0,6}(?:申请人|供应商|投标人|应答人|响应人|报价人).{0,4}(?:资格|资质|条件|须|应具)/],
  ['result', /^.{0,6}(?:中标|成交|中选|采购结果|评标|评审|定标|入围|候选)(?:\(成交\))?.{0,4}(?:信息|结果|情况|候选人)?/],
  ['basic', /^.{0,6}(?:基本(?:情况|信息)|项目概况|概况|招标条件|采购条件|项目信息|采购内容|招标范围|项目名称|工程概况)/],
  ['other', /^.{0,4}(?:公告期限|公示期|其[他它]|发布公告|公告媒介|发布媒介|付款|评标办法|评审办法|注意事项|附件)/],
]

const kindOf = (heading: string): SectionKind | null => words.find(([, pattern]) => pattern.test(heading))?.[0] ?? null

const numbered = /(?:第?([一二三四五六七八九十]{1,3})(?:、|[.](?!\d)|章)|(?<![\d.:\-/])(\d{1,2})(?:\.\d{1,2}(?!\d))?(?:、|[.](?!\d)| (?=[\u4e00-\u9fff])|(?<=(?:^|\n)[\d.]{1,5})\t(?=[\u4e00-\u9fff]))|\(([一二三四五六七八九十]{1,2})\))[ \t]?([^\n\t:,。;]{2,30})/g
const bare = /(?<=^|[\n\t])([\u4e00-\u9fff()、]{2,20})(?=[\n\t])/g

/** Headings of the contact block, known by the label behind them even where a number ran into the text before. */
const contacts = /(?:采购人|招标人|采购单位|招标单位|征集人|(?:采购|招标)?代理机构)信息(?=[\s:]?名称)|项目联系方式(?=\s?(?:项目)?联系人)/g

/** Headings of a notice in order. Chapters without a known word count as 'other' when they stand at the top level. */
export const sectionsOf = (text: NoticeText): Section[] => {
  const found: Section[] = []
  for (const match of text.plain.matchAll(numbered)) {
    const heading = match[4] ?? ''
    const kind = kindOf(heading) ?? (match[1] && /(?:^|[\n\t。;])$/.test(text.plain.slice(Math.max(0, match.index - 1), match.index)) ? 'other' : null)
    if (kind) found.push({ kind, start: match.index, headingEnd: match.index + match[0].length - heading.length })
  }
  for (const match of text.plain.matchAll(bare)) {
    // A cell that is a label is no heading.
    const kind = kindOfLabel(match[1] ?? '') ? null : kindOf(match[1] ?? '')
    if (kind && kind !== 'qualification' && kind !== 'goods') found.push({ kind, start: match.index, headingEnd: match.index })
  }
  for (const match of text.plain.matchAll(contacts)) {
    const kind = kindOf(match[0])
    if (kind) found.push({ kind, start: match.index, headingEnd: match.index + match[0].length })
  }
  return found.toSorted((a, b) => a.start - b.start)
}

/** The first of `length` places that passes, where all after it pass too. */
export const lowerBound = (length: number, passes: (index: number) => boolean): number => {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (passes(middle)) high = middle
    else low = middle + 1
  }
  return low
}

const nextIndex = (sections: readonly Section[], at: number): number => lowerBound(sections.length, (i) => (sections[i]?.start ?? 0) > at)

/** The heading a place stands under. */
export const headingOf = (sections: readonly Section[], at: number): Section | undefined => sections[nextIndex(sections, at) - 1]

/** The section a place lies in, or null before the first heading. */
export const sectionAt = (sections: readonly Section[], at: number): SectionKind | null => headingOf(sections, at)?.kind ?? null

/** The first section after a place that passes, among the next few hundred. */
export const sectionAfter = (sections: readonly Section[], at: number, passes: (section: Section) => boolean): Section | undefined => {
  const from = nextIndex(sections, at)
  return sections.slice(from, from + 200).find(passes)
}
