import { paperFrame } from '#renderer/components/print/paper-frame.ts'
import { bandName, exportWords } from '#renderer/features/portfolio/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { PortfolioWords } from '#shared/documents/portfolio-words.ts'
import { parityBands } from '#shared/portfolio/portfolio.ts'
import type { Report } from '#shared/reports/report.ts'

/** The portfolio on paper, in the language of the window. */
export function portfolioReport(currency: string | null): Report {
  const frame = paperFrame()
  return { name: 'portfolio', currency, words: { ...titles(), ...columns() }, scale: frame.language === 'zh-CN' ? 'wan' : 'thousand', frame }
}

type Title = 'title' | 'note' | 'pipeline' | 'rates' | 'breakdown' | 'losses' | 'budgets' | 'parityOverTime' | 'marketTitle' | 'market' | 'noLosses' | 'noBudgets' | 'noParity' | 'noMarket' | 'noStory' | 'notApproved'

const titles = (): Pick<PortfolioWords, Title> => ({
  title: m.portfolio_print_name(),
  note: m.report_portfolio_note({ moment: '{moment}' }),
  pipeline: scaled(m.portfolio_pipeline()),
  rates: m.portfolio_rates(),
  breakdown: m.portfolio_breakdown(),
  losses: m.portfolio_losses(),
  budgets: m.portfolio_budgets(),
  parityOverTime: m.portfolio_discount(),
  marketTitle: m.portfolio_market(),
  market: m.report_market({ count: '{count}', known: '{known}', median: '{median}', currency: '{currency}' }),
  noLosses: m.portfolio_losses_none(),
  noBudgets: m.desk_budgets_empty(),
  noParity: m.portfolio_discount_none(),
  noMarket: m.portfolio_market_none(),
  noStory: m.portfolio_no_story(),
  notApproved: m.report_not_approved(),
})

const columns = (): Omit<PortfolioWords, Title> => ({
  month: m.portfolio_month(),
  noMonth: m.portfolio_no_month(),
  total: m.portfolio_total(),
  unknown: m.portfolio_unknown(),
  count: m.portfolio_market_count(),
  amount: scaled(m.report_amount()),
  byCount: m.portfolio_by_count(),
  byAmount: m.portfolio_by_amount(),
  bidRate: m.portfolio_bid_rate(),
  winRate: m.portfolio_win_rate(),
  won: m.portfolio_won(),
  decided: m.portfolio_decided(),
  median: m.report_median(),
  share: m.portfolio_market_share(),
  parity: m.portfolio_by_parity(),
  useCase: m.portfolio_by_use_case(),
  buyerGroup: m.portfolio_by_group(),
  region: m.portfolio_by_region(),
  winner: m.portfolio_market_winner(),
  sum: scaled(m.portfolio_market_total()),
  medianAmount: scaled(m.portfolio_market_median()),
  project: m.portfolio_col_title(),
  verdict: m.portfolio_col_verdict(),
  profit: scaled(m.report_profit()),
  reason: m.portfolio_col_reason(),
  payBack: `${m.portfolio_col_pay_back()} · ${m.desk_budget_review()}`,
  budget: m.report_budget(),
  period: m.report_period(),
  limit: scaled(m.desk_budget_amount()),
  used: m.report_used(),
  exposed: m.report_exposed(),
  left: m.report_left(),
  owner: m.desk_budget_owner(),
  codes: { ...exportWords(), ...Object.fromEntries(parityBands.map((band) => [band, bandName(band)])) },
})

/** Its unit beside the name. */
const scaled = (label: string): string => m.outcome_unit({ label, unit: m.report_scale() })
