import { z } from 'zod'
import { kindOfLabel, type LabelKind } from '#shared/tenders/notice/labels.ts'

/** What a column of somebody's tender list can hold. `noticeTitle` stands in for a missing `title`; `unit` is a column of its own for 元 or 万元. */
export const TableField = z.enum([
  'projectNo',
  'title',
  'noticeTitle',
  'buyer',
  'agency',
  'method',
  'budget',
  'ceiling',
  'currency',
  'unit',
  'publishedAt',
  'bidDeadline',
  'openingTime',
  'description',
  'url',
  'noticeType',
  'supplier',
  'awardAmount',
])
export type TableField = z.infer<typeof TableField>

export const AmountField = z.enum(['budget', 'ceiling', 'awardAmount'])
export type AmountField = z.infer<typeof AmountField>

/** Where a heading points, and how surely: of two columns for one field the lower rank wins. */
export type HeadingMeaning = { field: TableField; rank: number }

const fieldOfLabel: Partial<Record<LabelKind, HeadingMeaning>> = {
  projectNo: { field: 'projectNo', rank: 0 },
  tenderNo: { field: 'projectNo', rank: 1 },
  lotNo: { field: 'projectNo', rank: 3 },
  title: { field: 'title', rank: 0 },
  lotName: { field: 'title', rank: 2 },
  buyer: { field: 'buyer', rank: 0 },
  buyerSide: { field: 'buyer', rank: 1 },
  agency: { field: 'agency', rank: 0 },
  method: { field: 'method', rank: 0 },
  budget: { field: 'budget', rank: 0 },
  ceiling: { field: 'ceiling', rank: 0 },
  deadline: { field: 'bidDeadline', rank: 0 },
  closing: { field: 'bidDeadline', rank: 2 },
  opening: { field: 'openingTime', rank: 0 },
  published: { field: 'publishedAt', rank: 0 },
  supplier: { field: 'supplier', rank: 0 },
  candidate: { field: 'supplier', rank: 1 },
  awardAmount: { field: 'awardAmount', rank: 0 },
  bidAmount: { field: 'awardAmount', rank: 1 },
}

/** Headings of lists rather than notices, best first: Chinese trackers, scrapes with English columns, flattened OCDS. */
const headings: Record<TableField, string> = {
  projectNo: 'project number|project no|tender number|tender no|tender id|reference number|reference no|reference|ref|编号|招标项目编号|tender/id|ocid',
  title: 'project title|project name|tender title|tender name|title|项目|项目名|项目标题|商机名称|tender/title|name',
  noticeTitle: '标题|公告标题|公告名称|信息标题|notice title|headline|planning/budget/project',
  buyer: 'buyer|buyer name|purchaser|client|customer|contracting authority|procuring entity|owner|tender unit|客户名称|客户|采购人/招标人|招标单位/采购单位|buyer/name',
  agency: 'agency|agent|tendering agency|procurement agency|代理|tender/procuringentity/name',
  method: 'procurement method|method|procedure|tender/procurementmethoddetails|tender/procurementmethod',
  budget: 'budget|budget amount|estimated value|estimated amount|estimate|tender price|value|amount|金额|项目金额|planning/budget/amount/amount',
  ceiling: 'ceiling|ceiling price|price ceiling|maximum price|max price|price cap|控制价/最高限价|tender/value/amount',
  currency: 'currency|币种|货币|tender/value/currency|planning/budget/amount/currency',
  unit: 'unit|amount unit|金额单位|预算单位',
  publishedAt: 'publish time|published|published at|publication date|publish date|date published|release date|发布|公告发布日期|date',
  bidDeadline: 'bid deadline|submission deadline|deadline|tender deadline|closing date|closing time|due date|bid end time|截止|投标截止|截标日期|tender/tenderperiod/enddate',
  openingTime: 'opening time|bid opening|opening date|开标',
  description: 'description|project overview|overview|scope|summary|content|项目概况|采购需求|采购需求概况|采购内容|项目内容|需求概况|正文|内容|tender/description',
  url: 'url|link|article url|notice url|source url|链接|公告链接|原文链接|网址|详情链接',
  noticeType: 'notice type|channel|type of notice|公告类型|信息类型|公告类别|公告性质|频道|分类2|类型|类别|分类|tag',
  supplier: 'bid winner|winner|winning bidder|supplier|awarded to|中标方|中标供应商/中标人',
  awardAmount: 'win bid price|award amount|award value|winning price|contract value|contract amount|中标额|成交额',
}

const meanings = new Map<string, HeadingMeaning>(
  TableField.options.flatMap((field) => headings[field].split('|').map((heading, rank) => [heading, { field, rank: rank + 1 }] as const)),
)

/** A heading without its unit, remarks in brackets, blanks and marks: "预算金额（万元）" is "预算金额", "Project_Title*" is "project title". */
export function plainHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .replace(/[*:：]+$/, '')
    .replace(/\((?:[^()]*[元币]|如有|必填|选填|含税|不含税)\)/g, '')
    .replace(/[/,、](?:亿|万)?元$/, '')
    .replace(/[_-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}

/** What a column with this heading holds; null where nothing here reads it. */
export function meaningOf(heading: string): HeadingMeaning | null {
  const plain = plainHeading(heading)
  const kind = kindOfLabel(plain.replaceAll(' ', ''))
  const labelled = kind === undefined ? undefined : fieldOfLabel[kind]
  // A notice has one title; a list may have the notice's beside the project's, and the project's is the surer one.
  const listed = meanings.get(plain)
  if (listed?.field === 'noticeTitle') return listed
  return labelled ?? meanings.get(plain) ?? meanings.get(plain.replaceAll(' ', '')) ?? null
}
