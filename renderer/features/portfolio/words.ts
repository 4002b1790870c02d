import { flagLook, flagName } from '#renderer/components/flag-chip/flag-chip.tsx'
import { bidStageName } from '#renderer/components/bid-stage.ts'
import { projectKindName } from '#renderer/components/project-kind.ts'
import { m } from '#renderer/paraglide/messages.js'
import { BidStage } from '#shared/bids/bid.ts'
import { Verdict } from '#shared/estimate/verdict.ts'
import type { ExportColumn } from '#shared/portfolio/contract.ts'
import type { ParityBand } from '#shared/portfolio/portfolio.ts'
import { UseCase } from '#shared/tenders/tender.ts'

export function bandName(band: ParityBand): string {
  switch (band) {
    case 'under-40': return m.portfolio_band_under_40()
    case '40-60': return m.portfolio_band_40_60()
    case '60-80': return m.portfolio_band_60_80()
    case '80-100': return m.portfolio_band_80_100()
    case 'over-100': return m.portfolio_band_over_100()
    case 'unknown': return m.portfolio_unknown()
  }
}

export const exportHeadings = (): Record<ExportColumn, string> => ({
  projectNo: m.portfolio_col_project_no(),
  title: m.portfolio_col_title(),
  buyer: m.portfolio_by_buyer(),
  region: m.portfolio_by_region(),
  useCase: m.portfolio_by_use_case(),
  stage: m.portfolio_col_stage(),
  verdict: m.portfolio_col_verdict(),
  offerTotal: m.portfolio_col_offer(),
  profit: m.portfolio_col_profit(),
  parity: m.portfolio_by_parity(),
  bidDeadline: m.portfolio_col_deadline(),
  decidedOn: m.portfolio_col_decided(),
  reason: m.portfolio_col_reason(),
  payBack: m.portfolio_col_pay_back(),
})

/** Words for the codes in the exported file. */
export const exportWords = (): Record<string, string> =>
  Object.fromEntries([...BidStage.options.map((stage) => [stage, bidStageName(stage)]), ...Verdict.options.map((verdict) => [verdict, flagName(flagLook(verdict))]), ...UseCase.options.map((kind) => [kind, projectKindName(kind)])])
