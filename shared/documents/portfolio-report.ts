import { z } from 'zod'
import type { BudgetUse } from '#shared/approvals/loss-budget.ts'
import { BidStage } from '#shared/bids/bid.ts'
import { type Block, type Column, paragraph, type PrintDocument, type Row, type Table } from '#shared/documents/document.ts'
import { filled, internalPaper, type PaperFrame } from '#shared/documents/internal-paper.ts'
import { missing, verdictShapes } from '#shared/documents/internal-words.ts'
import type { PortfolioWords } from '#shared/documents/portfolio-words.ts'
import { numbered } from '#shared/documents/wording.ts'
import { formatDecimal, formatPercent } from '#shared/money.ts'
import { Decimal } from '#shared/decimal.ts'
import type { Market } from '#shared/portfolio/market.ts'
import { bidRate, buyerGroupOf, type Group, groupOf, lossMakingWins, parityBand, parityByMonth, pipelineByMonth, type PortfolioBid, type Rate, winRate, winRatesBy } from '#shared/portfolio/portfolio.ts'
import { plainMoment } from '#shared/tenders/export-cells.ts'

/** Amounts on paper are counted as the reader counts: in 万, or in thousands. */
const amountScales = { wan: { per: 10_000, places: 2 }, thousand: { per: 1000, places: 1 } } as const
export const AmountScale = z.enum(['wan', 'thousand'])
export type AmountScale = z.infer<typeof AmountScale>

type Print = { words: PortfolioWords; scale: AmountScale }

/** A code in words; what nobody knows is said so. */
const named = ({ codes, unknown }: PortfolioWords, code: string): string => (code === '' ? unknown : (codes[code] ?? code))

/** To a hundred units of the currency, whatever it is counted in; the heading names it. */
const scaled = (amount: string, scale: AmountScale): string => {
  const { per, places } = amountScales[scale]
  return formatDecimal(new Decimal(amount).div(per).toDecimalPlaces(places), places)
}
const share = (fraction: number | null, count: number): string => (fraction === null ? `n=${count}` : `${formatPercent(fraction)}%`)
const counted = ({ count, amount }: Group, scale: AmountScale): string => (count === 0 ? missing : `${count} · ${scaled(amount, scale)}`)

function table(head: readonly string[], columns: readonly Column[], rows: readonly (readonly string[])[]): Table {
  return { kind: 'table', dense: true, columns, head: [head.map((text) => ({ text }))], rows: rows.map((row): Row => row.map((text) => ({ text }))) }
}

const even = (first: number, others: number): Column[] => [{ share: first, align: 'left' }, ...Array.from({ length: others }, (): Column => ({ share: (100 - first) / others, align: 'right' }))]

function pipeline(bids: readonly PortfolioBid[], { words, scale }: Print): Table {
  const months = pipelineByMonth(bids).map(({ month, stages: parts, total }) => [month === '' ? words.noMonth : month, ...BidStage.options.map((stage) => counted(parts[stage], scale)), counted(total, scale)])
  const sum = [words.total, ...BidStage.options.map((stage) => counted(groupOf(stage, bids.filter((bid) => bid.stage === stage)), scale)), counted(groupOf('all', bids), scale)]
  return table([words.month, ...BidStage.options.map((stage) => named(words, stage)), words.total], even(13, 6), [...months, sum])
}

function rates(bids: readonly PortfolioBid[], now: string, { words, scale }: Print): Table {
  const handed = bidRate(bids, now)
  const wins = winRate('all', bids)
  return table([words.rates, words.count, words.amount, words.byCount, words.byAmount], even(20, 4), [
    [words.bidRate, `${handed.handedIn.count} / ${handed.due.count}`, `${scaled(handed.handedIn.amount, scale)} / ${scaled(handed.due.amount, scale)}`, share(handed.byCount, handed.due.count), share(handed.byAmount, handed.due.count)],
    [words.winRate, `${wins.won.count} / ${wins.decided.count}`, `${scaled(wins.won.amount, scale)} / ${scaled(wins.decided.amount, scale)}`, share(wins.byCount, wins.decided.count), share(wins.byAmount, wins.decided.count)],
  ])
}

function breakdown(name: string, parts: readonly Rate[], nameOf: (key: string) => string, { words, scale }: Print): Block[] {
  const decided = parts.filter((part) => part.decided.count > 0)
  if (decided.length === 0) return []
  return [table([name, words.won, words.decided, words.byCount, words.byAmount], even(36, 4), decided.slice(0, 15).map((part) => [nameOf(part.key), counted(part.won, scale), counted(part.decided, scale), share(part.byCount, part.decided.count), share(part.byAmount, part.decided.count)])), { kind: 'spacer', heightMm: 3 }]
}

function losses(bids: readonly PortfolioBid[], { words, scale }: Print): Block[] {
  const wins = lossMakingWins(bids)
  if (wins.length === 0) return [paragraph(words.noLosses, { indentEm: 0 })]
  const columns: Column[] = [{ share: 26, align: 'left' }, { share: 13, align: 'center' }, { share: 13, align: 'right' }, { share: 24, align: 'left' }, { share: 24, align: 'left' }]
  return [table([words.project, words.verdict, words.profit, words.reason, words.payBack], columns, wins.map(({ title, verdict, profit, story }) => [title, `${verdictShapes[verdict]} ${named(words, verdict)}`, profit === null ? missing : scaled(profit, scale), story === null ? words.noStory : `${story.reason}${story.isApproved ? '' : words.notApproved}`, story === null ? missing : `${story.payBack} · ${story.reviewOn}`]))]
}

const budgetColumns: readonly Column[] = [{ share: 20, align: 'left' }, { share: 26, align: 'left' }, ...Array.from({ length: 4 }, (): Column => ({ share: 11, align: 'right' })), { share: 10, align: 'left' }]

function budgetTable(budgets: readonly BudgetUse[], { words, scale }: Print): Block[] {
  if (budgets.length === 0) return [paragraph(words.noBudgets, { indentEm: 0 })]
  return [table([words.budget, words.period, words.limit, words.used, words.exposed, words.left, words.owner], budgetColumns, budgets.map(({ budget, committed, exposed, left }) => [budget.name, `${budget.from} – ${budget.to}`, scaled(budget.amount, scale), scaled(committed, scale), scaled(exposed, scale), scaled(left, scale), budget.owner]))]
}

function marketTables({ currency, all, byUseCase, winners }: Market, { words, scale }: Print): Block[] {
  if (currency === null) return [paragraph(words.noMarket, { indentEm: 0 })]
  const amount = (text: string | null) => (text === null ? missing : scaled(text, scale))
  return [
    paragraph(filled(words.market, { count: String(all.count), known: String(all.withAmount), median: amount(all.median), currency }), { indentEm: 0, align: 'left' }),
    table([words.useCase, words.count, words.share, words.medianAmount], even(34, 3), byUseCase.map((part) => [named(words, part.useCase ?? ''), String(part.count), `${formatPercent(part.share)}%`, amount(part.median)])),
    { kind: 'spacer', heightMm: 3 },
    table([words.winner, words.count, words.sum], even(60, 2), winners.slice(0, 15).map((part) => [part.supplier, String(part.count), part.withAmount === 0 ? missing : scaled(part.total, scale)])),
  ]
}

function breakdowns(bids: readonly PortfolioBid[], print: Print): Block[] {
  const { words } = print
  const asWritten = (key: string) => (key === '' ? words.unknown : key)
  return [
    ...breakdown(words.parity, winRatesBy(bids, ({ parity }) => parityBand(parity)), (key) => named(words, key), print),
    ...breakdown(words.useCase, winRatesBy(bids, ({ useCase }) => useCase ?? ''), (key) => named(words, key), print),
    ...breakdown(words.buyerGroup, winRatesBy(bids, ({ buyer }) => buyerGroupOf(buyer) ?? ''), asWritten, print),
    ...breakdown(words.region, winRatesBy(bids, ({ region }) => region ?? ''), asWritten, print),
  ]
}

function parityTable(bids: readonly PortfolioBid[], { words }: Print): Block[] {
  const depth = parityByMonth(bids)
  if (depth.length === 0) return [paragraph(words.noParity, { indentEm: 0 })]
  return [table([words.month, words.median, words.count], even(34, 2), depth.map(({ month, median, bidIds }) => [month, `${formatPercent(median)}%`, String(bidIds.length)]))]
}

type PortfolioReport = Print & { bids: readonly PortfolioBid[]; budgets: readonly BudgetUse[]; market: Market; company: string | null; frame: PaperFrame; now: string }

/** The portfolio on A4: what is in play, how often we win, where we lose on purpose, and the market. Ten decided bids make a rate. */
export function portfolioReport({ bids, budgets, market, company, words, scale, frame, now }: PortfolioReport): PrintDocument {
  const print = { words, scale }
  const parts: [string, readonly Block[]][] = [
    [words.pipeline, [pipeline(bids, print)]],
    [words.rates, [rates(bids, now, print)]],
    [words.breakdown, breakdowns(bids, print)],
    [words.losses, losses(bids, print)],
    [words.budgets, budgetTable(budgets, print)],
    [words.parityOverTime, parityTable(bids, print)],
    [words.marketTitle, marketTables(market, print)],
  ]
  const heading = (index: number, title: string) => (frame.language === 'zh-CN' ? numbered(index, title) : `${index + 1}. ${title}`)
  const blocks = parts.filter(([, content]) => content.length > 0).flatMap(([title, content], index): Block[] => [{ kind: 'heading', text: heading(index, title) }, ...content])
  const moment = plainMoment(now)
  const caption = paragraph(filled(words.note, { moment }), { style: 'caption', indentEm: 0, align: 'left', keepWithNext: true })
  return internalPaper({ title: words.title, subject: words.title, right: filled(frame.printed, { moment }), company, frame, section: { title: words.title, orientation: 'portrait', blocks: [caption, ...blocks] } })
}
