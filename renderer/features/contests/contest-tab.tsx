import { useCallback, useMemo } from 'react'
import { useContestModel, useSaveContest, useWinOutlook } from '#renderer/app/bid-contest.ts'
import type { BidTabProps } from '#renderer/app/bid-tab.ts'
import { useLocale } from '#renderer/app/i18n.tsx'
import { notifyFailure } from '#renderer/app/undo.tsx'
import { ScrollRegion } from '#renderer/components/scroll-region/scroll-region.tsx'
import { FormulaPanel } from '#renderer/features/contests/formula-panel.tsx'
import { LinesPanel } from '#renderer/features/contests/lines-panel.tsx'
import { ResultPanel } from '#renderer/features/contests/result-panel.tsx'
import { RivalsPanel } from '#renderer/features/contests/rivals-panel.tsx'
import { RulesPanel } from '#renderer/features/contests/rules-panel.tsx'
import { TiesPanel } from '#renderer/features/contests/ties-panel.tsx'
import { m } from '#renderer/paraglide/messages.js'
import { preparePriceModel } from '#shared/estimate/price-model.ts'
import { evaluate } from '#shared/estimate/evaluate.ts'
import css from '#renderer/features/contests/contests.module.css'

/** Who we bid against, under which rules, and what our price brings there. */
export function ContestTab({ bid, tender, estimate, today }: BidTabProps) {
  useLocale()
  const { model, isLoaded } = useContestModel(bid.id, tender, bid.lotNo)
  const change = useSaveContest(bid.id, (reason) => notifyFailure(reason === 'stale' ? m.contest_save_stale() : m.contest_save_failed()))
  const own = useMemo(() => evaluate(estimate, today).offerTotal, [estimate, today])
  const price = useMemo(() => preparePriceModel(estimate, { today, ceiling: model.rules.ceiling, lossCurve: null, winProbability: null, won: false }), [estimate, today, model.rules.ceiling])
  const isCostKnown = price !== null && price.unknowns.every(({ scope, reason }) => scope !== 'cost' && reason !== 'no-cost-lines')
  const profitAt = useCallback((at: number) => (price === null || !isCostKnown ? null : Number(price.at(at).profit)), [price, isCostKnown])
  const floor = isCostKnown ? price.floorPrice : null
  const breakEven = isCostKnown ? price.breakEvenPrice : null
  const safe = model.rules.abnormallyLowLine
  const win = useWinOutlook(model, own, [breakEven, floor, safe])
  if (!isLoaded) return null
  return (
    <ScrollRegion label={m.contest_tab()} className={css.tab}>
      <div className={css.columns}>
        <div className={css.column}>
          <RulesPanel model={model} tender={tender} change={change} />
          <FormulaPanel model={model} own={own} change={change} />
          <RivalsPanel model={model} bidId={bid.id} own={own} change={change} />
          <LinesPanel model={model} own={own} bidId={bid.id} projectNo={tender.projectNo} change={change} />
        </div>
        <div className={css.column}>
          <ResultPanel model={model} win={win} own={own} floor={floor} breakEven={breakEven} safe={safe} profitAt={profitAt} />
          {win.span !== null && <TiesPanel model={model} range={win.span.range} />}
        </div>
      </div>
    </ScrollRegion>
  )
}
