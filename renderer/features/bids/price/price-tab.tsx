import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEffect, useMemo, useState } from 'react'
import { Link } from 'wouter'
import { useHotkeys } from '#renderer/app/hotkeys.ts'
import { useLocale } from '#renderer/app/i18n.tsx'
import { EmptyState } from '#renderer/components/empty-state/empty-state.tsx'
import { formatYuan } from '#renderer/components/money-input/format-money.ts'
import { useLatest } from '#renderer/features/bids/grid/use-latest.ts'
import { Alternatives } from '#renderer/features/bids/price/alternatives.tsx'
import { thresholdsOf, type Thresholds } from '#renderer/features/bids/price/thresholds.ts'
import { landedOn, offerTotalOf, scaledTo } from '#renderer/features/bids/price/landing.ts'
import { ContestStrip } from '#renderer/features/bids/price/contest-strip.tsx'
import { PriceBoard } from '#renderer/features/bids/price/price-board.tsx'
import { PriceFigures } from '#renderer/features/bids/price/price-figures.tsx'
import { PriceTests } from '#renderer/features/bids/price/price-tests.tsx'
import { SpokenVerdict } from '#renderer/features/bids/price/spoken-verdict.tsx'
import type { BidModel } from '#renderer/features/bids/use-price-model.ts'
import { VerdictBar } from '#renderer/features/bids/verdict/verdict-bar.tsx'
import { m } from '#renderer/paraglide/messages.js'
import { Decimal } from '#shared/decimal.ts'
import type { Estimate } from '#shared/estimate/estimate.ts'
import type { PriceModel } from '#shared/estimate/price-model.ts'
import css from '#renderer/features/bids/price/price-tab.module.css'

type PriceTabProps = { bidId: string; estimate: Estimate; bidModel: BidModel; edit: (change: (estimate: Estimate) => Estimate) => void; today: string }

/** The price and what follows from it; every figure moves with the thumb, nothing is saved before it rests. */
export function PriceTab(props: PriceTabProps) {
  const { model } = props.bidModel
  if (model === null) {
    return (
      <div className={css.none}>
        <VerdictBar flags={props.bidModel.flags} />
        <EmptyState title={m.price_none()} text={m.price_none_text()}>
          <Button component={Link} href={`/bids/${props.bidId}/cost`}>{m.price_to_cost()}</Button>
        </EmptyState>
      </div>
    )
  }
  return <Pricing {...props} model={model} />
}

function Pricing({ bidId, estimate, bidModel, edit, today, model }: PriceTabProps & { model: PriceModel }) {
  const language = useLocale()
  const [preview, setPreview] = useState<string | null>(null)
  const price = preview ?? model.offerTotal
  const point = useMemo(() => model.at(price), [model, price])
  const saved = useMemo(() => model.at(model.offerTotal), [model])
  const lossCurve = bidModel.simulation?.lossCurve ?? null
  const { rules } = bidModel.contest
  const abnormal = rules.abnormallyLowLine
  const thresholds: Thresholds = useMemo(() => thresholdsOf(model, estimate, { ceiling: bidModel.ceiling, lossCurve, today, abnormal }), [model, estimate, bidModel.ceiling, lossCurve, today, abnormal])

  const choose = useLatest((amount: string) => {
    setPreview(null)
    if (new Decimal(amount).eq(model.offerTotal)) return
    const scaled = scaledTo(estimate, amount)
    edit(() => scaled)
    const reached = offerTotalOf(scaled)
    if (!new Decimal(amount).eq(reached)) notifications.show({ message: m.price_closest({ wanted: formatYuan(amount, language), reached: formatYuan(reached, language) }) })
  })
  const land = useLatest((amount: string) => {
    const context = { today, ceiling: bidModel.ceiling, lossCurve, abnormallyLowAt: rules.abnormallyLowAt, winProbability: null, won: false }
    setPreview(null)
    edit((before) => landedOn(before, amount, model.at(amount).verdict, context))
  })
  const onPreview = useLatest((value: number) => setPreview(value.toFixed(2)))
  const onCommit = useLatest(() => { if (preview !== null) choose(preview) })
  const onCancel = useLatest(() => setPreview(null))
  // Leaving the tab by key takes the field away without a blur: what was chosen still counts.
  useEffect(() => onCommit, [onCommit])
  useHotkeys([{ keys: 'Ctrl+s', whileTyping: true, run: onCommit }])

  return (
    <div className={css.tab}>
      <div className={css.main}>
        <VerdictBar flags={point.flags} />
        <div className={css.card}>
          <PriceFigures estimate={estimate} model={model} point={point} saved={saved} bidModel={bidModel} thresholds={thresholds} onPrice={choose} />
          <ContestStrip bidId={bidId} bidModel={bidModel} point={point} isCostKnown={bidModel.simulated !== 'open'} />
          <PriceBoard estimate={estimate} model={model} point={point} price={price} bidModel={bidModel} thresholds={thresholds} onPreview={onPreview} onCommit={onCommit} onCancel={onCancel} />
        </div>
      </div>
      <div className={css.side}>
        <PriceTests estimate={estimate} point={point} unknowns={model.unknowns} thresholds={thresholds} rules={rules} onPrice={land} />
        <Alternatives bidModel={bidModel} model={model} point={point} estimate={estimate} thresholds={thresholds} onPrice={land} />
      </div>
      <SpokenVerdict point={point} />
    </div>
  )
}
