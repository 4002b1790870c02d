import type { Decimal } from '#shared/decimal.ts'
import { paragraph } from '#shared/documents/document.ts'
import type { Block, Cell, PrintDocument, Row, Table } from '#shared/documents/document.ts'
import { chartBlocks } from '#shared/documents/internal-charts.ts'
import type { InternalBid } from '#shared/documents/internal-bid.ts'
import { internalPaper } from '#shared/documents/internal-paper.ts'
import { categoryNames, flagSentence, missing, percentOrDash, probabilityText, reasonNames, verdictNames, yuanOrDash } from '#shared/documents/internal-words.ts'
import { chineseDay, yuan } from '#shared/documents/wording.ts'
import { formatDecimal, formatMoney } from '#shared/money.ts'

const label = (text: string): Cell => ({ text, style: 'label' })

const pairs: Table['columns'] = [
  { share: 20, align: 'center' },
  { share: 30, align: 'right' },
  { share: 20, align: 'center' },
  { share: 30, align: 'right' },
]

/** For reading only: an expectation of three guesses has no more than two decimals to say, or four figures of less than one. */
const approximate = (value: Decimal, minDecimals: number): string => formatDecimal(value.abs().lt(1) ? value.toSignificantDigits(4) : value.toDecimalPlaces(2), minDecimals)

const hasUnknownCost = ({ unknowns }: InternalBid): boolean => unknowns.some(({ scope }) => scope !== 'offer')

const verdictTable = ({ judgement }: InternalBid): Table => ({
  kind: 'table',
  dense: false,
  columns: [
    { share: 22, align: 'center' },
    { share: 78, align: 'left' },
  ],
  head: [],
  rows: judgement.flags.map((flag, index): Row => [{ text: verdictNames[flag.code], style: index === 0 ? 'strong' : 'bold' }, { text: flagSentence(flag) }]),
})

const figuresTable = (input: InternalBid): Table => {
  const { result, ceiling, lossProbability } = input
  const isOpen = hasUnknownCost(input)
  // With a cost unknown, the known ones are a minimum and no profit can be stated.
  const cost = (amount: string): string => `${isOpen ? '≥ ' : ''}${yuan(amount)}`
  const judged = (text: string): string => (isOpen ? missing : text)
  const row = (name: string, text: string, name2: string, text2: string): Row => [label(name), { text }, label(name2), { text: text2 }]
  return {
    kind: 'table',
    dense: false,
    columns: pairs,
    head: [],
    rows: [
      row('投标总价（含税）', yuan(result.offerTotal), '最高限价', yuanOrDash(ceiling)),
      row('不含税收入', yuan(result.netRevenue), '软件退税', yuan(result.vatRefund)),
      row('新增支出', cost(result.incrementalCost), '履约成本', cost(result.fulfilmentCost)),
      row('完全成本', cost(result.expectedCost), '利润', judged(yuan(result.profit))),
      row('毛利率', judged(percentOrDash(result.margin)), '亏损概率', judged(probabilityText(lossProbability))),
      row('保本价', judged(yuanOrDash(result.breakEvenPrice)), '底价', judged(yuanOrDash(result.floorPrice))),
      row('商业价值', yuanOrDash(result.commercialValue), '商业价比', percentOrDash(result.parity)),
      row('资金最低点', judged(yuan(result.cashTrough)), '含全部补贴的利润', judged(yuan(result.profitWithAllSubsidies))),
    ],
  }
}

const layersTable = ({ result }: InternalBid): Table => {
  const row = (name: string, amount: string, name2: string, amount2: string): Row => [label(name), { text: formatMoney(amount) }, label(name2), { text: formatMoney(amount2) }]
  return {
    kind: 'table',
    dense: true,
    columns: pairs,
    head: [],
    rows: [
      row('直接成本', result.direct, '风险准备', result.riskCost),
      row('已落实补贴（减）', result.subsidy, '管理费', result.overhead),
      row('不可预见费', result.contingency, '税金及附加', result.surcharges),
      row('印花税', result.stampDuty, '代理服务费', result.agencyFee),
      row('保证金占用', result.bondCost, '资金成本', result.financing),
    ],
  }
}

const sourceText = (source: string | null, priceDate: string | null, validUntil: string | null): string => {
  const parts = [source, priceDate === null ? null : `${priceDate} 取价`, validUntil === null ? null : `有效至 ${validUntil}`].filter((part): part is string => part !== null)
  return parts.length === 0 ? missing : parts.join('，')
}

const costTable = ({ costs }: InternalBid): Table => ({
  kind: 'table',
  dense: true,
  columns: [
    { share: 6, align: 'center' },
    { share: 18.5, align: 'left' },
    { share: 10.2, align: 'center' },
    { share: 13.3, align: 'right' },
    { share: 14, align: 'right' },
    { share: 14, align: 'right' },
    { share: 24, align: 'left' },
  ],
  head: [['序号', '成本项', '类别', '期望数量', '期望单价（元）', '期望成本（元）', '来源'].map((text) => ({ text }))],
  rows: costs.map(({ line, unknownReason, quantity, unitCost, amount }, index): Row => {
    const isKnown = unknownReason === null
    const source = isKnown ? sourceText(line.price?.source ?? null, line.price?.priceDate ?? null, line.price?.validUntil ?? null) : reasonNames[unknownReason]
    return [
      { text: String(index + 1) },
      { text: line.name },
      { text: categoryNames[line.category] },
      { text: `${approximate(quantity, 0)}${line.unit ?? ''}` },
      { text: isKnown ? approximate(unitCost, 2) : missing },
      { text: isKnown ? formatMoney(amount) : missing },
      { text: source, ...(isKnown ? {} : { style: 'bold' as const }) },
    ]
  }),
})

const parityTable = ({ bid }: InternalBid): Table => ({
  kind: 'table',
  dense: true,
  columns: [
    { share: 6, align: 'center' },
    { share: 30, align: 'left' },
    { share: 16, align: 'right' },
    { share: 18, align: 'right' },
    { share: 30, align: 'left' },
  ],
  head: [['序号', '报价项', '投标单价（含税）', '商业单价（含税）', '商业价来源'].map((text) => ({ text }))],
  rows: bid.estimate.offerLines.map((line, index): Row => [
    { text: String(index + 1) },
    { text: line.name },
    { text: formatDecimal(line.unitPrice, 2) },
    { text: line.commercialUnitPrice === null || line.commercialUnitPrice === undefined ? missing : formatDecimal(line.commercialUnitPrice, 2) },
    { text: sourceText(line.commercialPrice?.source ?? null, line.commercialPrice?.priceDate ?? null, line.commercialPrice?.validUntil ?? null) },
  ]),
})

const approval: Block = {
  kind: 'signature',
  seal: null,
  lines: ['编制', '财务复核', '销售总监', '总经理'].map((role) => ({ label: role, value: null, after: '　日期：　　　　' })),
}

/** The sheet for those who approve a price: verdict, figures, cost line by line. Marked 内部资料 on every page, never part of a volume. */
export const internalSheet = (input: InternalBid): PrintDocument => {
  const { bid, tender, company, today } = input
  const charts = chartBlocks(input)
  const section = {
    title: '投标测算与审批表',
    orientation: 'portrait' as const,
    blocks: [
      paragraph(`项目：${tender.title}　　编号：${tender.projectNo ?? missing}${bid.lotNo === null ? '' : `　　包号：${bid.lotNo}`}`, { style: 'caption', indentEm: 0, align: 'left' }),
      paragraph(`测算日期：${chineseDay(today)}　　金额单位：人民币元，成本均不含税`, { style: 'caption', indentEm: 0, align: 'left', keepWithNext: true }),
      { kind: 'heading' as const, text: '一、结论' },
      verdictTable(input),
      { kind: 'heading' as const, text: '二、主要数字' },
      figuresTable(input),
      { kind: 'heading' as const, text: '三、成本构成' },
      layersTable(input),
      ...(input.costs.length === 0 ? [] : [{ kind: 'heading' as const, text: '四、成本明细' }, costTable(input)]),
      ...(bid.estimate.offerLines.length === 0 ? [] : [{ kind: 'heading' as const, text: '五、报价与商业价' }, parityTable(input)]),
      ...(charts.length === 0 ? [] : [{ kind: 'heading' as const, text: '图示' }, ...charts]),
      approval,
    ],
  }
  return internalPaper({ title: `${tender.title} 投标测算与审批表`, subject: tender.title, right: tender.projectNo ?? '', company: company.name, section })
}
