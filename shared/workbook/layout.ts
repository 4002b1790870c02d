import type { SheetColumn } from '#shared/workbook/sheet.ts'

type Style = SheetColumn['style']
const column = (key: string, label: string, width: number, style: Style = 'text'): SheetColumn => ({ key, label, width, style })

/** The sheets, by what they hold. Keys of input columns are those of the estimate; `=` begins a computed one. */
export const sheetNames = { summary: '汇总', offer: '分项报价', cost: '成本', rates: '参数', payment: '付款', bonds: '保证金', subsidies: '补贴', risks: '风险', fee: '代理费', cash: '现金流' } as const

export const offerColumns: SheetColumn[] = [
  column('id', '编号', 12), column('name', '名称', 32), column('specification', '规格', 28), column('quantity', '数量', 10, 'plain'), column('unit', '单位', 7),
  column('unitPrice', '单价（含税）', 15, 'money'), column('vatRate', '税率', 8, 'rate'), column('commercialUnitPrice', '商业单价（含税）', 16, 'money'), column('softwareVatRefund', '软件退税 1/0', 12, 'plain'),
  column('remark', '备注', 18), column('source', '商业价来源', 16), column('priceDate', '商业价日期', 12), column('validUntil', '商业价有效至', 12),
  column('=total', '合计（含税）', 16, 'money'), column('=net', '不含税', 16, 'money'), column('=vat', '销项税', 14, 'money'), column('=commercial', '商业价值', 16, 'money'), column('=refund', '退税', 14, 'money'),
]

export const costColumns: SheetColumn[] = [
  column('id', '编号', 12), column('name', '名称', 30), column('category', '类别', 12), column('unit', '单位', 7),
  column('quantityLow', '数量低', 9, 'plain'), column('quantityLikely', '数量', 9, 'plain'), column('quantityHigh', '数量高', 9, 'plain'),
  column('costLow', '单价低（不含税）', 14, 'money'), column('costLikely', '单价（不含税）', 14, 'money'), column('costHigh', '单价高（不含税）', 14, 'money'),
  column('currency', '币种', 7), column('exchangeRate', '汇率', 9, 'plain'), column('inputVatRate', '进项税率', 9, 'rate'), column('nature', '性质', 12), column('scalesWithVolume', '随量 1/0', 9, 'plain'),
  column('startMonth', '开始月', 8, 'plain'), column('months', '月数', 7, 'plain'), column('zeroConfirmed', '确认为零 1/0', 12, 'plain'), column('source', '来源', 16), column('priceDate', '价格日期', 12), column('validUntil', '有效至', 12),
  column('=quantity', '期望数量', 11, 'plain'), column('=cost', '期望单价', 14, 'money'), column('=amount', '期望金额', 16, 'money'), column('=inputVat', '进项税', 14, 'money'),
]

export const paymentColumns: SheetColumn[] = [
  column('name', '节点', 16), column('share', '比例', 9, 'rate'), column('dueMonth', '应付月', 9, 'plain'), column('delayDays', '拖延天数', 10, 'plain'),
  column('=paidMonth', '到账月', 9, 'plain'), column('=rank', '次序', 7, 'plain'), column('=due', '计税月', 9, 'plain'), column('=owed', '销项税', 14, 'money'), column('=used', '抵扣进项', 14, 'money'), column('=payable', '应交税及附加', 15, 'money'),
]

export const bondColumns: SheetColumn[] = [
  column('kind', '种类', 13), column('amount', '金额', 15, 'money'), column('months', '月数', 8, 'plain'), column('form', '形式', 11), column('guaranteeRate', '保函年费率', 12, 'rate'), column('=cost', '成本', 14, 'money'),
]

export const subsidyColumns: SheetColumn[] = [
  column('id', '编号', 12), column('programme', '计划', 24), column('category', '类别', 12), column('share', '比例', 9, 'rate'), column('cap', '上限', 15, 'money'), column('payoutDelayMonths', '晚付月数', 10, 'plain'), column('secured', '已落实 1/0', 11, 'plain'),
  column('=base', '可补成本', 15, 'money'), column('=amount', '补贴', 14, 'money'), column('=last', '末月', 8, 'plain'),
]

export const riskColumns: SheetColumn[] = [
  column('id', '编号', 12), column('name', '风险', 28), column('probability', '概率', 9, 'rate'), column('impactLow', '损失低', 14, 'money'), column('impactLikely', '损失', 14, 'money'), column('impactHigh', '损失高', 14, 'money'), column('month', '月份', 8, 'plain'), column('=expected', '期望成本', 14, 'money'),
]

export const feeColumns: SheetColumn[] = [column('=from', '自', 16, 'money'), column('=to', '至', 18, 'money'), column('=goods', '货物', 9, 'plain'), column('=services', '服务', 9, 'plain'), column('=works', '工程', 9, 'plain'), column('=fee', '费用', 14, 'money')]

/** The single values of an estimate, in the order of their rows; `asOf` is the day prices must be valid on. */
export const rateRows = [
  ['asOf', '截至日（价格有效性）'], ['overheadRate', '管理费率'], ['contingencyRate', '不可预见费率'], ['annualFinanceRate', '年资金成本率'], ['surchargeRate', '附加税费率'], ['stampDutyRate', '印花税率'],
  ['feePayer', '代理费付款方 winner/buyer'], ['feeSchedule', '代理费标准 goods/services/works/fixed'], ['feeAmount', '代理费约定金额'], ['feeDiscount', '代理费优惠'],
  ['riskCorrelation', '相关系数（模拟用）'], ['volumeShares', '份额（以逗号分隔）'], ['minMargin', '目标毛利率'], ['maxLossProbability', '亏损概率上限'], ['parityFloor', '商业对标底线'], ['likelyWin', '可能中标的概率'],
] as const
export type RateKey = (typeof rateRows)[number][0]

export const rateColumns: SheetColumn[] = [column('key', '项', 20), column('label', '说明', 34), column('value', '值', 18, 'plain')]

export const summaryRows = [
  ['offerTotal', '报价总额（含税）'], ['netRevenue', '不含税收入'], ['direct', '直接成本'], ['riskCost', '风险期望成本'], ['subsidy', '已落实补贴'], ['overhead', '管理费'], ['contingency', '不可预见费'],
  ['outputVat', '销项税'], ['inputVat', '进项税'], ['vatPayable', '应交增值税'], ['surcharges', '附加税费'], ['vatRefund', '软件退税'], ['stampDuty', '印花税'], ['agencyFee', '代理费'], ['bondCost', '保证金成本'],
  ['financing', '资金成本'], ['cashTrough', '最低现金余额'], ['incrementalCost', '增量成本'], ['fulfilmentCost', '履约成本'], ['expectedCost', '完全成本'], ['profit', '利润'], ['margin', '毛利率'], ['commercialValue', '商业价值（含税）'], ['parity', '商业对标比'],
] as const
export type SummaryKey = (typeof summaryRows)[number][0]

export const summaryColumns: SheetColumn[] = [column('key', '项', 16), column('label', '说明', 26), column('=exact', '算式结果', 22, 'plain'), column('=reported', '报告值', 18, 'money')]
