import type { NoticeReading } from '#shared/tenders/notice/notice-reading.ts'

const heading = /(?:招标|采购|中标|成交|中选|比选|询价|询比|竞价|比价|磋商|谈判|遴选|候选|终止|废标|流标|更正|变更|澄清|结果|单一来源|资格预审|意向|招标计划|入围|合同|邀请|异常|市场调研|需求调研|延期|补遗|答疑|推迟|顺延|征集|招募|招标意向)[^,。:]{0,12}(?:公告|公示|邀请书|邀请函|公开|计划|通知|文件)|(?:采购|招标)意向$/
const news = /(?:记者|编辑|(?<!信息)来源)[:：]|本报讯|新闻网|(?:启动|发布|公布|开启).{0,30}集采/

const skeleton = [
  /(?:项目|招标|采购|标段|标包|包件|比选|询价|询比)(?:\([^()]{0,6}\))?(?:编号|单号|编码)/,
  /(?:采购人|招标人|采购单位|招标单位|建设单位|比选人|采购人信息)(?:名称|信息)?\s*[:：|\t\n]|(?:采购人|招标人|比选人)为/,
  /(?:获取|领取|购买|下载).{0,6}(?:招标|采购|磋商|谈判|询价|比选|询比)?文件/,
  /(?:投标|响应|应答|报价|申请|文件).{0,12}截止/,
  /开标时间|开启时间|评标时间/,
  /(?:中标|成交|中选)(?:候选)?(?:人|供应商|单位)|候选单位名称|供应商名称\s*[:：|]/,
  /(?:预算金额|最高.{0,4}限价|招标控制价)/,
  /资格(?:要求|条件)/,
  /(?:终止|废标|流标|失败)的?(?:原因|理由)|异常情况/,
  /代理机构/,
  /招标计划|采购意向|意向公开/,
  /(?:中标|成交|中选|合同)(?:[(（](?:成交|中标)[)）])?(?:金额|价)|采购结果|主要标的/,
  /现(?:对|就|进行|开展|邀请|将)|进行.{0,12}(?:招标|采购|比选|询价|比价|磋商|谈判)/,
  /(?:招标|采购)方式|预计(?:招标|采购)时间|投资额/,
  /公告期限|公示期|公示(?:开始|截止|时间)/,
]

/** Whether a text is a procurement notice rather than news about one or something else. */
export const isNotice = (text: string, reading: NoticeReading): boolean => {
  const start = text.slice(0, 30_000)
  const marks = skeleton.filter((pattern) => pattern.test(start)).length
  const hasIdentity = reading.projectNo !== null || reading.buyer !== null
  const hasHeading = heading.test(reading.title ?? '')
  const isNamedNotice = hasHeading && /(?:(?:公告|公示)\S{0,12}|意向(?:公开)?)$/.test(reading.title ?? '')
  if (isNamedNotice && (reading.projectNo !== null || marks > 0)) return true
  if (marks < 2 || (!hasIdentity && !hasHeading)) return false
  if (reading.projectNo === null && reading.bidDeadline === null && news.test(start.slice(0, 3000)) && marks < 5) return false
  return marks >= 3 || (hasIdentity && marks >= 2)
}
