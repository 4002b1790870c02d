import type { RequirementKind } from '#shared/requirements/requirement.ts'

/** What makes a bid invalid or gets it refused. */
const rejects = /否则.{0,40}(?:无效|否决|拒绝|废标|不予)|(?:视为|按|作为?)(?:其)?(?:投标|响应|应答)?无效|(?:投标|响应|应答|报价)(?:文件)?(?:将)?(?:被)?(?:作|按|视)?(?:为)?无效|(?:将|予以|被)(?:予以)?(?:否决|拒绝|拒收|废标)|否决其?(?:投标|响应)|不予(?:受理|接收)|不具备(?:投标|响应)资格|导致.{0,6}(?:废标|无效)|取消.{0,8}资格/

const must = /必须|须(?!知)|应当|不得|严禁|不允许|不接受|不得低于|实质性(?:要求|条款)|(?<![供响适对相反效感顺答因理])应(?!用|答|急|对|聘|变|邀|付|收|力|届|标)/

/** What ends the purchase or is the duty of those who run it asks nothing of a bidder. */
const othersMatter = /对(?:本)?(?:采购)?项目予以废标|^(?:采购)?项目废标|^废标后|终止(?:招标|采购)(?:的|活动)|不足\s?[3三]\s?家|采购任务取消|影响采购公正|^(?:采购人|招标人|(?:采购|招标)?代理机构|采购机构|(?:评标|评审)委员会|(?:评审|磋商|谈判|询价)小组)[^，。；：投供响应]{0,12}(?:应当?|有权|可以?|不得|须|将)/

export const isOthersMatter = (words: string): boolean => othersMatter.test(words)

/** "本项目的特定资格要求：无。" names a heading of the official form and asks for nothing. Only behind a word for demands: "备注：无" may end a row that does ask. */
const asksNothing = /(?:要求|条件|资格)[^：:，。]{0,8}[：:]\s?(?:无|没有|不适用|[/／\\—-]{1,2}|无(?:其他|特殊|特定)?要求)[。；;.]?$/

export const isEmptyDemand = (words: string): boolean => asksNothing.test(words)

export const isRejection = (words: string): boolean => rejects.test(words)

export const isMandatory = (words: string): boolean => must.test(words) || rejects.test(words)

/** Words by which a clause asks for something even where it says no "must". */
const asks = /支持|提供|具备|具有|满足|采用|实现|完成|保证|确保|负责|需|要求|能够|可以|包括|包含|不少于|不低于|不小于|不超过|不高于|以上|以内|以下|[≥≤＞＜>]|±/

export const asksForSomething = (words: string): boolean => words.length >= 6 && (asks.test(words) || isMandatory(words))

const guesses: [RequirementKind, RegExp][] = [
  ['qualification', /资格|资质|营业执照|法人(?!代表|授权)|信用(?:中国|记录)|财务(?:状况|报表|会计)|社会保障资金|联合体|失信|纳税|业绩要求/],
  ['business', /付款|支付|交付|交货|工期|服务期|验收|质保|保修|售后|保证金|报价|投标函|授权委托|有效期|合同|发票|培训|违约|保密|知识产权|投标文件|签字|盖章/],
  ['technical', /系统|平台|功能|接口|模型|算法|性能|数据|架构|部署|服务器|并发|响应时间|安全|软件|硬件|参数/],
]

/** The kind of a clause that stands in no chapter of its own. */
export const kindOfWords = (words: string): RequirementKind => guesses.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other'
