import { useMemo } from 'react'
import type { BidTabProps } from '#renderer/app/bid-tab.ts'
import { Panel } from '#renderer/components/panel/panel.tsx'
import { ScrollRegion } from '#renderer/components/scroll-region/scroll-region.tsx'
import { BreakdownPanel, CashPanel } from '#renderer/features/risk/cost-panels.tsx'
import { ExplainPanel } from '#renderer/features/risk/explain-panel.tsx'
import { NotDrawn } from '#renderer/features/risk/chart-parts.tsx'
import { ScenarioPanel } from '#renderer/features/risk/scenario-panel.tsx'
import { DistributionPanel, DriversPanel, RiskFigures } from '#renderer/features/risk/simulation-panels.tsx'
import { m } from '#renderer/paraglide/messages.js'
import { canSimulate } from '#shared/bids/assess.ts'
import { evaluate } from '#shared/estimate/evaluate.ts'
import css from '#renderer/features/risk/risk.module.css'

/** Why the bid might lose money, and how every figure comes about. Nothing is drawn of costs that are not known. */
export function RiskTab({ bid, tender, estimate, today, simulated, simulation, edit }: BidTabProps) {
  const isKnown = useMemo(() => canSimulate(estimate, today), [estimate, today])
  const result = useMemo(() => evaluate(estimate, today), [estimate, today])
  return (
    <ScrollRegion label={m.exposure_tab()} className={css.tab}>
      {simulation !== null && <RiskFigures simulation={simulation} cap={estimate.policy.maxLossProbability} />}
      <div className={css.panels}>
        {isKnown ? (
          <>
            {simulation === null ? <Waiting simulated={simulated} /> : (
              <>
                <DistributionPanel simulation={simulation} result={result} />
                <DriversPanel simulation={simulation} bidId={bid.id} />
              </>
            )}
            <CashPanel estimate={estimate} today={today} />
            <BreakdownPanel estimate={estimate} result={result} today={today} />
          </>
        ) : (
          <Panel title={m.exposure_tab()} isWide><NotDrawn text={whyNotDrawn(estimate.offerLines.length, estimate.costLines.length)} /></Panel>
        )}
        {estimate.offerLines.length > 0 && <ScenarioPanel bid={bid} tender={tender} estimate={estimate} today={today} edit={edit} />}
        <ExplainPanel estimate={estimate} today={today} isFloor={!isKnown} />
      </div>
    </ScrollRegion>
  )
}

function Waiting({ simulated }: Pick<BidTabProps, 'simulated'>) {
  return <Panel title={m.exposure_distribution()} isWide><NotDrawn text={simulated === 'failed' ? m.exposure_failed() : m.exposure_running()} /></Panel>
}

function whyNotDrawn(offerLines: number, costLines: number): string {
  if (offerLines === 0) return m.exposure_open_offer()
  return costLines === 0 ? m.exposure_open_no_costs() : m.exposure_open_costs()
}
