import type { CostCategory } from '#shared/estimate/estimate.ts'
import type { UnknownReason } from '#shared/estimate/unknowns.ts'
import type { Flag, Verdict } from '#shared/estimate/verdict.ts'
import { yuan } from '#shared/documents/wording.ts'
import { formatPercent } from '#shared/money.ts'

/** The verdicts as printed in black and white: a shape each before its name, so that colour carries nothing. */
export const verdictShapes: Record<Verdict, string> = {
  'over-ceiling': '●',
  'abnormally-low': '▼',
  'below-incremental': '■',
  'below-fulfilment': '■',
  'below-full-cost': '■',
  'likely-loss': '▲',
  'cannot-judge': '？',
  underpriced: '◆',
  thin: '◐',
  healthy: '✓',
}

export const verdictNames: Record<Verdict, string> = {
  'over-ceiling': `${verdictShapes['over-ceiling']} 超最高限价`,
  'abnormally-low': `${verdictShapes['abnormally-low']} 异常低价`,
  'below-incremental': `${verdictShapes['below-incremental']} 亏损中标`,
  'below-fulfilment': `${verdictShapes['below-fulfilment']} 亏损中标`,
  'below-full-cost': `${verdictShapes['below-full-cost']} 亏损中标`,
  'likely-loss': `${verdictShapes['likely-loss']} 可能亏损`,
  'cannot-judge': `${verdictShapes['cannot-judge']} 无法判断`,
  underpriced: `${verdictShapes.underpriced} 低于商业价`,
  thin: `${verdictShapes.thin} 利润偏薄`,
  healthy: `${verdictShapes.healthy} 健康`,
}

export const categoryNames: Record<CostCategory, string> = {
  people: '人力',
  inference: '推理调用',
  compute: '算力',
  hardware: '硬件',
  licence: '软件许可',
  data: '数据',
  travel: '差旅',
  subcontract: '分包',
  fee: '费用',
  other: '其他',
}

export const reasonNames: Record<UnknownReason, string> = {
  'no-offer-lines': '没有报价项',
  'no-cost-lines': '没有成本项',
  'unit-cost-missing': '没有单位成本',
  'unit-cost-zero-unconfirmed': '单位成本为 0，未经确认',
  'unit-cost-expired': '价格已过期',
  'exchange-rate-missing': '没有汇率',
  'commercial-price-missing': '没有商业价',
  'commercial-price-expired': '商业价已过期',
  'simulation-not-run': '亏损概率尚未计算',
}

/** Missing is a dash, never 0. */
export const missing = '—'
export const yuanOrDash = (amount: string | null): string => (amount === null ? missing : yuan(amount))
export const percentOrDash = (fraction: number | null): string => (fraction === null ? missing : `${formatPercent(fraction)}%`)

/** A simulated probability is never printed as 0 % or 100 %. */
export const probabilityText = (probability: number | null): string => {
  if (probability === null) return '未计算'
  if (probability < 0.001) return '＜0.1%'
  return probability > 0.999 ? '＞99.9%' : `${formatPercent(probability)}%`
}

/** A flag as one sentence with its figures, in full yuan. */
export const flagSentence = (flag: Flag): string => {
  if (flag.code === 'over-ceiling') return `报价高出最高限价${yuan(flag.figures.excess)}，按招标文件将被否决；应降至${yuan(flag.figures.ceiling)}或以下。`
  if (flag.code === 'abnormally-low') return `报价触发异常低价规则（${flag.figures.rule}），界线为${yuanOrDash(flag.figures.threshold)}，评审可要求说明并提交成本证明。`
  if (flag.code === 'likely-loss') return `账面利润${yuan(flag.figures.profit)}，但每 100 次约有 ${flag.figures.lossesPer100} 次亏损${flag.figures.safePrice === null ? '' : `；报价升至${yuan(flag.figures.safePrice)}可降到 ${formatPercent(flag.figures.maxLossProbability)}% 以下`}。`
  if (flag.code === 'cannot-judge') return `有 ${flag.figures.count} 项资料不全，已知成本${yuan(flag.figures.knownCost)}只是下限，不给出盈亏结论。`
  if (flag.code === 'underpriced') return `同样的工作按商业价应收${yuan(flag.figures.commercialValue)}，本报价为其 ${formatPercent(flag.figures.parity)}%，少收${yuan(flag.figures.gap)}。`
  if (flag.code === 'thin') return `毛利率 ${percentOrDash(flag.figures.margin)}，低于目标 ${formatPercent(flag.figures.minMargin)}%${flag.figures.raise === null ? '' : `；再涨${yuan(flag.figures.raise)}即达标`}。`
  if (flag.code === 'healthy') return `毛利率 ${formatPercent(flag.figures.margin)}%，亏损概率 ${probabilityText(flag.figures.lossProbability)}，为商业价的 ${formatPercent(flag.figures.parity)}%，未触发预警。`
  return `不含税收入比${lossLayers[flag.code]}少${yuan(flag.figures.shortfall)}，中标即亏损${flag.figures.breakEvenPrice === null ? '' : `；保本价${yuan(flag.figures.breakEvenPrice)}`}。`
}

const lossLayers = { 'below-incremental': '新增支出', 'below-fulfilment': '履约成本', 'below-full-cost': '完全成本' } as const
