import { cashFlowScene } from '#shared/charts/cash-flow.ts'
import { type BreakdownRow, costBreakdownScene } from '#shared/charts/cost-breakdown.ts'
import { distributionScene } from '#shared/charts/distribution.ts'
import { estimateTextWidth } from '#shared/charts/label-rows.ts'
import { withRowNames } from '#shared/charts/named-rows.ts'
import { nameSize, paperPalette } from '#shared/charts/palette.ts'
import { tornadoScene } from '#shared/charts/tornado.ts'
import { Decimal } from '#shared/decimal.ts'
import type { Block, Drawing } from '#shared/documents/document.ts'
import type { InternalBid } from '#shared/documents/internal-bid.ts'
import { categoryNames } from '#shared/documents/internal-words.ts'
import type { Scene } from '#shared/documents/scene.ts'
import type { EstimateResult } from '#shared/estimate/result.ts'
import type { Driver, Simulation } from '#shared/estimate/simulation.ts'
import { formatDecimal, formatPercent } from '#shared/money.ts'
import { costByCategory } from '#shared/risk/breakdown.ts'
import { cashSummary } from '#shared/risk/cash-summary.ts'

const width = 560
const unit = '万元'
const shownDrivers = 8
const rowHeight = 24

/** 万元 with two decimals at most. */
const wan = (amount: string | number): string => formatDecimal(new Decimal(amount).div(10_000).toDecimalPlaces(2))

const drawing = (scene: Scene, caption: string): Drawing => ({ kind: 'drawing', scene, alt: caption, caption })

const layerRows = ({ incrementalCost, fulfilmentCost, expectedCost, overhead, contingency }: EstimateResult): BreakdownRow[] => {
  const incremental = { tone: 'incremental', amount: Number(incrementalCost) } as const
  const allocated = { tone: 'allocated', amount: Number(fulfilmentCost) - Number(incrementalCost) } as const
  return [
    { key: 'incremental', name: '新增支出', figure: wan(incrementalCost), parts: [incremental] },
    { key: 'fulfilment', name: '履约成本', figure: wan(fulfilmentCost), parts: [incremental, allocated] },
    { key: 'full', name: '完全成本', figure: wan(expectedCost), parts: [incremental, allocated, { tone: 'overhead', amount: Number(overhead) }, { tone: 'contingency', amount: Number(contingency) }] },
  ]
}

const breakdownDrawings = ({ bid, result, today }: InternalBid): Drawing[] => {
  const revenue = Number(result.netRevenue) + Number(result.vatRefund)
  const categories = costByCategory(bid.estimate, today).map(({ category, incremental, allocated, total }): BreakdownRow => ({
    key: category,
    name: categoryNames[category],
    figure: wan(total),
    parts: [{ tone: 'incremental', amount: Number(incremental) }, { tone: 'allocated', amount: Number(allocated) }],
  }))
  return [
    drawing(costBreakdownScene({ width, rows: layerRows(result), line: { value: revenue, name: `不含税收入 ${wan(revenue)}` } }, paperPalette), '成本层级与收入（万元）'),
    ...(categories.length === 0 ? [] : [drawing(costBreakdownScene({ width, rows: categories }, paperPalette), '直接成本按类别（万元；深色为新增，浅色为分摊）')]),
  ]
}

const cashDrawing = ({ bid, today }: InternalBid): Drawing[] => {
  if (bid.estimate.payment.length === 0) return []
  const { months, peakMonth, peakNeed, payBackMonth } = cashSummary(bid.estimate, today)
  const points = months.map(({ month, received, out, balance }) => ({ month, received: Number(received), out: Number(out), balance: Number(balance) }))
  const payBack = payBackMonth === null ? '期内不能收回' : peakMonth === null ? '始终不垫资' : `第 ${payBackMonth} 月起不再垫资`
  return [drawing(cashFlowScene({ width, height: 180, months: points, peakMonth, peakName: `最多垫资 ${wan(peakNeed)}`, format: wan, unit }, paperPalette), `逐月收支与余额：最多垫资 ${wan(peakNeed)} 万元，${payBack}`)]
}

const driverName = ({ kind, name }: Driver): string => ({ quantity: `${name} 数量`, 'unit-cost': `${name} 单价`, risk: `风险：${name}` })[kind]

const clipped = (text: string, most: number): string => {
  if (estimateTextWidth(text, nameSize) <= most) return text
  let kept = text
  while (kept !== '' && estimateTextWidth(`${kept}…`, nameSize) > most) kept = kept.slice(0, -1)
  return `${kept}…`
}

const simulationDrawings = ({ result }: InternalBid, { costs, p10, p50, p90, drivers, meanProfit }: Simulation): Drawing[] => {
  const revenue = Number(result.netRevenue) + Number(result.vatRefund)
  const marks = [
    ...([['P10', p10], ['P50', p50], ['P90', p90]] as const).map(([name, value]) => ({ value, name: `${name} ${wan(value)}`, kind: 'quantile' as const })),
    { value: revenue, name: `收入 ${wan(revenue)}`, kind: 'limit' as const },
  ]
  const shown = drivers.filter(({ varianceShare }) => varianceShare >= 0.0005).slice(0, shownDrivers)
  const nameWidth = 190
  const tornado = tornadoScene({ width: width - nameWidth, rowHeight, bars: shown.map(({ kind, id, profitAtLow, profitAtHigh }) => ({ key: `${kind}${id}`, atLow: profitAtLow, atHigh: profitAtHigh })), base: meanProfit, format: wan, unit }, paperPalette)
  const names = shown.map((driver) => `${clipped(driverName(driver), nameWidth - 50)}　${formatPercent(driver.varianceShare, 0)}%`)
  return [
    drawing(distributionScene({ width, height: 190, costs, limit: revenue, marks, format: wan, unit }, paperPalette), '完全成本的分布（万元；红色为亏损部分）'),
    ...(shown.length === 0 ? [] : [drawing(withRowNames(tornado, names, rowHeight, nameWidth, paperPalette), '利润受什么影响（万元；浅色为偏低，深色为偏高；百分数为对波动的贡献）')]),
  ]
}

/** The pictures of the internal sheet, the same as on screen. Nothing is drawn of costs that are not known. */
export const chartBlocks = (input: InternalBid): Block[] => {
  if (input.costs.length === 0 || input.unknowns.some(({ scope }) => scope !== 'offer')) return []
  return [...breakdownDrawings(input), ...cashDrawing(input), ...(input.simulation === null ? [] : simulationDrawings(input, input.simulation))]
}
