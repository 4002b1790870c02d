import type { Finding } from '#shared/tenders/notice/finding.ts'
import { frontMatter } from '#shared/tenders/notice/identity.ts'
import type { NoticeScan } from '#shared/tenders/notice/label-scan.ts'
import type { Span } from '#shared/tenders/notice/notice-text.ts'
import type { NoticeType } from '#shared/tenders/tender.ts'

/** Words of a heading, the telling first: a 单一来源成交公告 is an award, a 中标结果更正公告 a correction. */
const headings: [NoticeType, RegExp][] = [
  ['planning', /采购意向|招标意向|意向公开|提前公示|预公示|招标计划|采购计划|需求公示|预公告|预告|征求意见|意见征集|需求征集|需求调研|市场调研|采购需求(?:征|公示|公开|$)|调研(?:公告|邀请|通知|会)|市场调查|论证|技术参数公示|标前公示|征询|需求调查|推介(?:会|活动)|意见征求|文件(?:论证)?预?公示$|咨询会?公告|演示说明/],
  ['correction', /更正|变更(?!.{0,6}(?:工程|项目|设计))|澄清|补遗|延期|延长|推迟|顺延|补充(?:公告|通知|文件)|修改(?:公告|通知)|调整(?:公告|通知)|更改(?:公告|通知)|勘误|答疑/],
  ['termination', /终止|废标|流标|采购失败|招标失败|失败公告|失败公示|异常公告|撤销|撤回公告|取消(?:招标|采购)?公告|中止|暂停公告|作废/],
  ['candidates', /候选|[预拟]中标|[预拟]成交|(?:评标|评审|评选)结果公示|资格(?:预审|后审).{0,4}结果/],
  ['other', /合同(?:公告|公示|公开|订立|[\])]?$)|履约|验收|投诉处理|处罚/],
  ['award', /(?:中标|成交|中选|入围|采购|招标|比选|询价|遴选|磋商|谈判|竞价|询比|定标)(?:\(成交\))?(?:的)?结果|结果(?:公告|公示|通知)|(?:中标|成交|中选|入围)(?:\(成交\))?(?:供应商)?(?:公告|公示|通知)|定标/],
  ['singleSource', /单一来源|直接采购/],
  ['tender', /(?:招标|采购|磋商|谈判|询价|比选|询比|竞价|比价|议标|遴选|征集|招募|竞谈|邀请|资格预审|询源|寻源|询单|竞标|邀标|竞选|议价|选聘|再次公告)[^,。]{0,8}(?:公告|公示|邀请|文件|通知|函|书)?/],
]

const bodies: [NoticeType, RegExp][] = [
  ['other', /一、合同编号:/],
  ['award', /现将(?:本次|该项目)?(?:采购|招标)?的?(?:中标|成交|采购|中选)(?:结果|信息)公告如下/],
  ['correction', /更正(?:信息|事项|内容)|更正公告|变更公告|首次公告日期/],
  ['termination', /(?:终止|废标|流标)(?:的)?(?:原因|理由)|(?:终止|废标|流标)公告|异常情况(?:描述|说明)/],
  ['candidates', /第一(?:中标|成交|中选)?(?:候选|排序)|(?:中标|成交|中选|定标)候选人?(?:名称|基本情况|单位|排序|及相关)|预中标公示|推荐.{0,12}候选人/],
  ['award', /中标\(成交\)信息|中标成交信息|成交信息|(?:中标|成交|中选)(?:结果)?公告|(?:中标|成交|中选)(?:供应商|人|单位)(?:名称)?[:\t]|中标结果(?:如下|:)|采购结果/],
  ['singleSource', /采购方式:?[\s]*单一来源|单一来源(?:采购)?公示|拟采用单一来源|拟定供应商/],
  ['planning', /预计(?:采购|招标)时间|采购意向/],
  ['tender', /(?:招标|采购|询价|比选|询比|磋商|谈判|比价|竞价)公告|获取(?:招标|采购|磋商|谈判|询价|比选)?文件|(?:投标|响应|应答|报价)(?:文件)?.{0,6}截止|前(?:递交|提交)|投标人资格|供应商资格|方式对[^。\n]{4,60}进行(?:招标|采购)|(?:投标|响应|应答|报价)文件(?:递交|提交)时间|向贵(?:公?司|单位|方)(?:进行)?(?:询价|询比)/],
]

const search = (text: string, table: [NoticeType, RegExp][], offset: number, confidence: number): Finding<NoticeType> | null => {
  for (const [value, pattern] of table) {
    const match = pattern.exec(text)
    if (match) return { value, span: { start: offset + match.index, end: offset + match.index + match[0].length }, rank: 1, confidence }
  }
  return null
}

const failed = /(?:废标|流标|采购失败|招标失败)(?:的)?(?:原因|理由|情况|:)|(?:作|予以|做|按)(?:废标|流标)|不足三家|不足3家/

/** A notice of results without any winner, whose body tells why, announces that nothing came of it. */
export const isFailedResult = (scan: NoticeScan): boolean => failed.test(scan.text.plain)

/** A heading that ends as an open notice is one, whatever its project is called ("…中标结果分析系统采购项目询价公告"). */
const opens = /(?<!终止|取消|暂停|撤销|延期|更正|变更|失败|单一来源|直接|意向|结果)(?:公开招标|招标|采购|竞争性磋商|竞争性谈判|磋商|谈判|询价|比选|询比|竞价|比价|遴选|招募)(?:采购)?(?:公告|邀请书|邀请函|函)(?:\([^()]{1,12}\))?$/

/** Lines of a page that name the notices beside this one. */
const otherNotices = /^(?:上|下)一(?:篇|条|则|个).*$/gm

/** What kind of notice this is, by its heading, else by what its body holds. */
export const findNoticeType = (scan: NoticeScan, title: Span | null): Finding<NoticeType> => {
  const { plain } = scan.text
  const heading = title ? plain.slice(title.start, title.end) : ''
  // The end of a heading says what it is; its middle may be the project's name ("…意向征集系统采购项目中标公告").
  const tail = heading.slice(-14)
  const ends = /^(?:关于)?(?:取消|撤销|终止|中止|暂停)(?!.{0,4}(?:系统|平台|工程))/.exec(heading)
  if (title && ends) return { value: 'termination', span: { start: title.start, end: title.start + ends[0].length }, rank: 1, confidence: 0.9 }
  const open = opens.exec(heading)
  if (title && open && !/单一来源|直接采购|终止|更正|变更公告|意向/.test(tail)) return { value: 'tender', span: { start: title.start + open.index, end: title.end }, rank: 1, confidence: 0.95 }
  const byTail = title ? search(tail, headings.filter(([type]) => type !== 'tender'), title.end - tail.length, 0.95) : null
  const byHeading = title && /公告|公示|文件|结果|计划|邀请|通知/.test(tail) ? search(heading, headings, title.start, 0.9) : null
  const single = /采购方式:?[\s]{0,3}单一来源/.exec(plain)
  if (byHeading?.value === 'tender' && /采购文件/.test(tail) && single) return { value: 'singleSource', span: { start: single.index, end: single.index + single[0].length }, rank: 1, confidence: 0.85 }
  const body = search(plain.slice(0, 20_000).replace(otherNotices, (line) => ' '.repeat(line.length)), bodies, 0, 0.7)
  const front = frontMatter(scan, '(?:TYPE|SOURCE|CATEGORY)')
  const byFront = front ? search(plain.slice(front.start, front.end), headings, front.start, 0.85) : null
  const byName = title ? search(heading, headings, title.start, 0.6) : null
  return byTail ?? byHeading ?? byFront ?? body ?? byName ?? { value: 'other', span: { start: 0, end: 0 }, rank: 0, confidence: 0.3 }
}
