import { cellsUnder } from '#shared/tenders/notice/columns.ts'
import { before, best, type Finding } from '#shared/tenders/notice/finding.ts'
import { hitsOf, type LabelHit, type NoticeScan, valueSpan } from '#shared/tenders/notice/label-scan.ts'
import { kindOfLabel } from '#shared/tenders/notice/labels.ts'
import { type NoticeText, type Span, trimSpan, wordsOf } from '#shared/tenders/notice/notice-text.ts'

const silence = /^(?:无|详见|见|\/|-|自行|本|同上|以|另行|暂|不|保密|参见|请|应|将|已|按|由|在|对|的|为|名称|或|及|和|信息|联系|地址|或其|代表|授权|委托)/
/** Names that begin like words in place of a name; these hold in sentences too. */
const namesAnyway = /^(?:无(?:锡|为|极|棣|线|人)|本(?:溪|钢|田)|应(?:急|城|县|用)|将乐|对外|和(?:田|县|平|政|静|布克|顺|林格尔|龙|硕|睦|谐|记|泰)|信息(?:工程|产业|技术|通信|科技|中心|网络|安全|化)|以岭|在线|保密(?:局|委))/
/** Behind a label what they end in and lack is enough. */
const namesByEnding = /^(?!.{0,30}(?:采购|招标|代理|委托|指定|规定|授权|组织|确定|中标|供应商|投标|附件|须知|联合体|本项目|本次|本单位|[三两\d]家|的))(?:[无以不对和本在见]|信息|联系)[^,、]{4,}(?:公司|局|医院|大学|学院|集团|研究院|银行)$/
const body = /(?:公司|集团|局|院|中心|大学|学院|学校|小学|中学|幼儿园|厅|委员会|办公室|支队|总队|大队|中队|站|处|部|所|馆|厂|银行|分行|支行|政府|办事处|协会|学会|联合会|基金会|署|总社|社|场|园|分局|总局|法院|检察院|医院|卫生院|研究院|设计院|保健院|管委会|街道|乡|镇|村|县|室|队|库|店|公安|商行|经营部|事务所|合作社|工作室|超市|市场|联盟|院校|基地|机构|中队|海关|税务|党校|联社|分社|分院|总公司|矿|电站|项目部|经理部|指挥部|法人|单位|联合体|分公司|关|团|科|台|报社|电厂|热电|集体|农场|林场|港|机场|车间|处级|委|常委会|政协|监狱|农商行|(?<!标)段)(?:\([^()]{1,30}\))?$/

/** Where a name ends inside a value: before punctuation, a telephone number or an alias in brackets. */
const nameEnd = /,(?! ?(?:Ltd|Inc|LLC|Limited|LTD))|[。;:"“”?!<>]|\((?:以下|下称|简称|盖章|公章|招标人|采购人|甲方|乙方|自行|单位|电子|联系|联合(?!体)|盖|签)|\s?(?:\d{3,4}-\d{6,8}|1[3-9]\d{9}|\+86)|\s\d{2}|\s(?:地址|联系人|电话)|以下简称|\[|〔|(?<=公司|院|局|中心|大学)[一二三四五六七八九十]{1,2}、/

export type NameRule = 'stated' | 'likely'

/** The name of an organisation at the start of a span. 'likely' also asks for the ending of one (公司, 局, 中心 …). */
export const organisationAt = (text: NoticeText, span: Span, rule: NameRule): Span | null => {
  const trimmed = trimSpan(text, span)
  const raw = text.plain.slice(trimmed.start, Math.min(trimmed.end, trimmed.start + 100))
  const cut = nameEnd.exec(raw)
  let name = cut ? raw.slice(0, cut.index) : raw
  if ((name.match(/\(/g)?.length ?? 0) > (name.match(/\)/g)?.length ?? 0)) name = name.slice(0, name.lastIndexOf('('))
  name = name.replace(/[\s、/.及和与]+$/, '')
  if (name.length < 2 || name.length > 70 || (silence.test(name) && !namesAnyway.test(name) && !(rule === 'stated' && namesByEnding.test(name))) || !/[\u4e00-\u9fffA-Za-z]{2}/.test(name)) return null
  if (kindOfLabel(name.replace(/\(.*$/, ''))) return null
  const isPerson = /^[\u4e00-\u9fff]{2,4}$/.test(name) && !body.test(name)
  if (isPerson || /\d{5}(?!部队)/.test(name) || /应当|负责|规定|通过|负担|支付(?!宝|网络|科技|服务|股份|有限|清算)|承担|提交|提出|要求|缴纳|不少于|证明|以上|须|的$|^第.{0,2}(?:名|候选)/.test(name)) return null
  if (rule === 'likely' && !body.test(name)) return null
  return { start: trimmed.start, end: trimmed.start + name.length }
}

const findingAt = (scan: NoticeScan, from: number, value: Span, rule: NameRule, rank: number, confidence: number): Finding<string>[] => {
  const name = organisationAt(scan.text, value, rule)
  return name ? [{ value: wordsOf(scan.text, name), span: { start: from, end: name.end }, rank, confidence }] : []
}

const alien = /监督|监管|被|未|异议|质疑|投诉|开户|收款|主管|上级|行政|拟任|中标|成交|货物|服务$/

const cellAfter = (scan: NoticeScan, hit: LabelHit): Span => {
  const [cell = ''] = /^[^\t\n]{0,100}/.exec(scan.text.plain.slice(hit.labelEnd + 1, hit.labelEnd + 101)) ?? []
  return { start: hit.labelEnd + 1, end: hit.labelEnd + 1 + cell.length }
}

const labelled = (scan: NoticeScan, hit: LabelHit, rank: number): Finding<string>[] => {
  const lead = /[^、。;,:)\s]*$/.exec(before(scan.text, hit.start, 6))?.[0] ?? ''
  if (hit.separator === 'none' || alien.test(lead)) return []
  const isSentence = hit.separator === 'is'
  // "采购人 | 名称 | 某某公司": the label's own table has labels in it.
  const inner = scan.hits[hit.index + 1]
  const value = inner?.kind === 'name' && inner.start === hit.valueStart && hit.separator === 'cell' ? cellAfter(scan, inner) : valueSpan(scan, hit)
  return findingAt(scan, hit.start, value, isSentence ? 'likely' : 'stated', isSentence ? rank - 2 : rank, isSentence ? 0.85 : 0.95)
}

const underHeading = (scan: NoticeScan, section: 'buyer' | 'agency'): Finding<string>[] =>
  hitsOf(scan, 'name')
    .filter((hit) => hit.section === section && hit.separator !== 'none')
    .flatMap((hit) => findingAt(scan, hit.start, valueSpan(scan, hit), 'stated', 9, 0.97))

const sentence = (scan: NoticeScan, pattern: RegExp, group: number, rank: number, confidence: number): Finding<string>[] => {
  const match = pattern.exec(scan.text.plain)
  const indices = match?.indices?.[group]
  if (!match || !indices) return []
  const place = { start: indices[0], end: indices[1] }
  return findingAt(scan, place.start, place, 'likely', rank, confidence)
}

/** Who signs at the end, where nobody is named as buyer or agency. */
const signer = (scan: NoticeScan): Finding<string>[] => {
  const { plain } = scan.text
  const offset = Math.max(0, plain.length - 600)
  const end = plain.slice(offset)
  const match = [...end.matchAll(/(?:^|[\s\d。,;:])([\u4e00-\u9fff()]{5,40})\s{0,2}20\d\d(?: ?年 ?|-|\/|\.)\d{1,2}(?: ?月 ?|-|\/|\.)\d{1,2}(?: ?日|\s*$)/dg)].at(-1) ?? /\n([\u4e00-\u9fff()]{5,40})\s{0,9}$/d.exec(end)
  const indices = match?.indices?.[1]
  if (!indices || findAgency(scan)) return []
  const place = { start: offset + indices[0], end: offset + indices[1] }
  return findingAt(scan, place.start, place, 'likely', 1, 0.5)
}

/** The organisation that buys (采购人, 招标人 …), or null when the notice names none. */
export const findBuyer = (scan: NoticeScan): Finding<string> | null =>
  best([
    ...signer(scan),
    ...underHeading(scan, 'buyer'),
    ...hitsOf(scan, 'buyer').flatMap((hit) => labelled(scan, hit, 8)),
    ...cellsUnder(scan, 'buyer').flatMap((cell) => findingAt(scan, cell.start, cell, 'likely', 6, 0.85)),
    ...hitsOf(scan, 'buyerSide').flatMap((hit) => labelled(scan, hit, 4)),
    ...sentence(scan, /受([^\n,。;:()]{3,40}?(?:\([^()\n]{1,12}\)[^\n,。;:()]{0,20}?)?)\s?的?委托/d, 1, 5, 0.85),
    ...sentence(scan, /(?:^|[\n\t,。;:()受])([^\n\t,。;:()受]{3,40})\((?:以下|下)简?称:?["“]?(?:采购人|招标人|比选人|询价人|采购单位|我[行司院校局部]|我公司|我单位|我中心|本公司|本行)/d, 1, 5, 0.85),
    ...sentence(scan, /(?:^|[\n。])([^\n\t,。;:()]{4,40})\((?:以下|下),?简?称:?["“]?(?:(?!代理)[^()\n]){2,14}\)(?:(?!委托)[^\n。]){0,40}(?:拟|现)(?:(?!委托)[^\n。]){0,30}(?:采购|询价|询比|招标|比选|征集|谈判|磋商)/d, 1, 3, 0.75),
    ...sentence(scan, /(?:^|\n)([^\n\t,。;:()]{4,40}?)20\d\d年[^\n。;:]{0,12}?(?:采购|招标)意向/d, 1, 3, 0.75),
    ...sentence(scan, /(?:^|\n)([^\n\t,。;:()]{4,40}?)(?:现?拟?就|现?拟?对|因|现?拟)[^\n。;]{4,80}?(?:进行|采购|比选|招标|询价|征集)/d, 1, 3, 0.75),
  ])

/** "招标代理机构…及电话 | 联系人：某某咨询有限公司 王某": the firm before the person. */
const contactFirm = (scan: NoticeScan, hit: LabelHit): Finding<string>[] => {
  const match = /^(?:联系人:\s?)([^\s,。;:]{4,40}?(?:公司|中心|事务所)(?:[^\s,。;:]{2,12}分公司)?)/.exec(scan.text.plain.slice(hit.valueStart, hit.valueStart + 60))
  if (hit.separator === 'none' || !match) return []
  const end = hit.valueStart + match[0].length
  return findingAt(scan, hit.start, { start: end - (match[1]?.length ?? 0), end }, 'likely', 4, 0.85)
}

/** The agency that runs the purchase, or null when none is named (the buyer may run it itself). */
export const findAgency = (scan: NoticeScan): Finding<string> | null =>
  best([
    ...underHeading(scan, 'agency'),
    ...hitsOf(scan, 'agency').flatMap((hit) => labelled(scan, hit, 8)),
    ...hitsOf(scan, 'agencyContact').flatMap((hit) => [...labelled(scan, hit, 4), ...contactFirm(scan, hit)]),
    ...sentence(scan, /(?:公告|公示|^|[\n\t,。;:\s])((?:(?!公告|公示)[^\s,。;:()]){4,40}(?:公司|中心|事务所)(?:[^\s,。;:()]{2,12}分公司)?)受[^\n。;]{3,60}?委托/d, 1, 5, 0.85),
    ...sentence(scan, /(?:^|[\n\t,。;:()])([^\n\t,。;:()]{4,40})\((?:以下|下)简?称:?["“]?(?:采购|招标)?代理(?:机构|人)/d, 1, 5, 0.85),
  ])
