import type { BudgetUse } from '#shared/approvals/loss-budget.ts'
import { BidStage } from '#shared/bids/bid.ts'
import { formatBeijing } from '#shared/calendar/beijing-time.ts'
import { type Block, type Column, paragraph, type PrintDocument, type Row, type Table } from '#shared/documents/document.ts'
import { internalPaper } from '#shared/documents/internal-paper.ts'
import { missing, verdictNames } from '#shared/documents/internal-words.ts'
import { numbered } from '#shared/documents/wording.ts'
import { formatDecimal, formatPercent } from '#shared/money.ts'
import { Decimal } from '#shared/decimal.ts'
import type { Market } from '#shared/portfolio/market.ts'
import { bidRate, buyerGroupOf, type Group, groupOf, lossMakingWins, parityBand, parityBands, parityByMonth, pipelineByMonth, type PortfolioBid, type Rate, winRate, winRatesBy } from '#shared/portfolio/portfolio.ts'
import type { UseCase } from '#shared/tenders/tender.ts'

const stages: Record<BidStage, string> = { draft: '草稿', submitted: '已递交', won: '中标', lost: '未中标', withdrawn: '已撤回' }
const bands: Record<(typeof parityBands)[number], string> = { 'under-40': '40% 以下', '40-60': '40%–60%', '60-80': '60%–80%', '80-100': '80%–100%', 'over-100': '100% 以上', unknown: '不明' }
const useCases: Record<UseCase, string> = { 'knowledge-assistant': '知识助手', 'code-generation': '代码生成', 'data-analysis': '数据分析', 'process-automation': '流程自动化', other: '其他' }
const useCaseName = (key: string): string => Object.entries(useCases).find(([code]) => code === key)?.[1] ?? '不明'

/** Amounts in 万元 to two places, as the heading says. */
const wan = (amount: string): string => formatDecimal(new Decimal(amount).div(10_000).toDecimalPlaces(2), 2)
const share = (fraction: number | null, count: number): string => (fraction === null ? `n=${count}` : `${formatPercent(fraction)}%`)
const counted = ({ count, amount }: Group): string => (count === 0 ? missing : `${count} · ${wan(amount)}`)

function table(head: readonly string[], columns: readonly Column[], rows: readonly (readonly string[])[]): Table {
  return { kind: 'table', dense: true, columns, head: [head.map((text) => ({ text }))], rows: rows.map((row): Row => row.map((text) => ({ text }))) }
}

const even = (first: number, others: number): Column[] => [{ share: first, align: 'left' }, ...Array.from({ length: others }, (): Column => ({ share: (100 - first) / others, align: 'right' }))]

function pipeline(bids: readonly PortfolioBid[]): Table {
  const months = pipelineByMonth(bids).map(({ month, stages: parts, total }) => [month === '' ? '无日期' : month, ...BidStage.options.map((stage) => counted(parts[stage])), counted(total)])
  const sum = ['合计', ...BidStage.options.map((stage) => counted(groupOf(stage, bids.filter((bid) => bid.stage === stage)))), counted(groupOf('all', bids))]
  return table(['月份', ...BidStage.options.map((stage) => stages[stage]), '合计'], even(13, 6), [...months, sum])
}

function rates(bids: readonly PortfolioBid[], now: string): Table {
  const handed = bidRate(bids, now)
  const wins = winRate('all', bids)
  return table(['比率', '件数', '金额（万元）', '按件数', '按金额'], even(20, 4), [
    ['递交率', `${handed.handedIn.count} / ${handed.due.count}`, `${wan(handed.handedIn.amount)} / ${wan(handed.due.amount)}`, share(handed.byCount, handed.due.count), share(handed.byAmount, handed.due.count)],
    ['中标率', `${wins.won.count} / ${wins.decided.count}`, `${wan(wins.won.amount)} / ${wan(wins.decided.amount)}`, share(wins.byCount, wins.decided.count), share(wins.byAmount, wins.decided.count)],
  ])
}

function breakdown(name: string, parts: readonly Rate[], nameOf: (key: string) => string): Block[] {
  const decided = parts.filter((part) => part.decided.count > 0)
  if (decided.length === 0) return []
  return [table([name, '中标', '出结果', '按件数', '按金额'], even(36, 4), decided.slice(0, 15).map((part) => [nameOf(part.key), counted(part.won), counted(part.decided), share(part.byCount, part.decided.count), share(part.byAmount, part.decided.count)])), { kind: 'spacer', heightMm: 3 }]
}

function losses(bids: readonly PortfolioBid[]): Block[] {
  const wins = lossMakingWins(bids)
  if (wins.length === 0) return [paragraph('没有亏损中标。', { indentEm: 0 })]
  const columns: Column[] = [{ share: 26, align: 'left' }, { share: 13, align: 'center' }, { share: 13, align: 'right' }, { share: 24, align: 'left' }, { share: 24, align: 'left' }]
  return [table(['项目', '结论', '利润（万元）', '理由', '如何收回 · 复核日'], columns, wins.map(({ title, verdict, profit, story }) => [title, verdictNames[verdict], profit === null ? missing : wan(profit), story === null ? '没有审批记录' : `${story.reason}${story.isApproved ? '' : '（未获批准）'}`, story === null ? missing : `${story.payBack} · ${story.reviewOn}`]))]
}

function budgetTable(budgets: readonly BudgetUse[]): Block[] {
  if (budgets.length === 0) return [paragraph('没有亏损额度：故意承担的亏损没有上限。', { indentEm: 0 })]
  return [table(['额度', '期间', '上限（万元）', '已用', '在投', '余额', '责任人'], even(22, 6), budgets.map(({ budget, committed, exposed, left }) => [budget.name, `${budget.from} – ${budget.to}`, wan(budget.amount), wan(committed), wan(exposed), wan(left), budget.owner]))]
}

function marketTables({ currency, all, byUseCase, winners }: Market): Block[] {
  if (currency === null) return [paragraph('还没有导入中标公告。', { indentEm: 0 })]
  const amount = (text: string | null) => (text === null ? missing : wan(text))
  return [
    paragraph(`中标 ${all.count} 件，其中有金额 ${all.withAmount} 件；中位数 ${amount(all.median)} 万（${currency}）。`, { indentEm: 0 }),
    table(['用途', '件数', '占比', '中位数（万）'], even(34, 3), byUseCase.map((part) => [useCaseName(part.useCase ?? ''), String(part.count), `${formatPercent(part.share)}%`, amount(part.median)])),
    { kind: 'spacer', heightMm: 3 },
    table(['中标人', '件数', '合计（万）'], even(60, 2), winners.slice(0, 15).map((part) => [part.supplier, String(part.count), part.withAmount === 0 ? missing : wan(part.total)])),
  ]
}

export type PortfolioReport = { bids: readonly PortfolioBid[]; budgets: readonly BudgetUse[]; market: Market; company: string | null; now: string }

/** The portfolio on A4: what is in play, how often we win, where we lose on purpose, and the market. Ten decided bids make a rate. */
export function portfolioReport({ bids, budgets, market, company, now }: PortfolioReport): PrintDocument {
  const depth = parityByMonth(bids)
  const parts: [string, readonly Block[]][] = [
    ['在投与结果（件数 · 万元）', [pipeline(bids)]],
    ['递交率与中标率', [rates(bids, now)]],
    ['中标率分解', [
      ...breakdown('商业价比', winRatesBy(bids, ({ parity }) => parityBand(parity)), (key) => bands[parityBands.find((band) => band === key) ?? 'unknown']),
      ...breakdown('用途', winRatesBy(bids, ({ useCase }) => useCase ?? ''), useCaseName),
      ...breakdown('采购人集团', winRatesBy(bids, ({ buyer }) => buyerGroupOf(buyer) ?? ''), (key) => (key === '' ? '不明' : key)),
      ...breakdown('地区', winRatesBy(bids, ({ region }) => region ?? ''), (key) => (key === '' ? '不明' : key)),
    ]],
    ['亏损中标', losses(bids)],
    ['亏损额度', budgetTable(budgets)],
    ['商业价比走势（中位数）', depth.length === 0 ? [paragraph('没有商业价比已知的投标。', { indentEm: 0 })] : [table(['月份', '中位数', '件数'], even(34, 2), depth.map(({ month, median, bidIds }) => [month, `${formatPercent(median)}%`, String(bidIds.length)]))]],
    ['市场（导入的中标公告）', marketTables(market)],
  ]
  const blocks = parts.filter(([, content]) => content.length > 0).flatMap(([title, content], index): Block[] => [{ kind: 'heading', text: numbered(index, title) }, ...content])
  const caption = paragraph(`统计时间：${formatBeijing(now)}（北京时间）；不足十件不算比率，只写件数。`, { style: 'caption', indentEm: 0, align: 'left', keepWithNext: true })
  return internalPaper({ title: '投标组合报告', subject: '投标组合报告', right: formatBeijing(now), company, section: { title: '投标组合报告', orientation: 'portrait', blocks: [caption, ...blocks] } })
}
