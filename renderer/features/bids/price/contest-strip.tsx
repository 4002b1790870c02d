import { Link } from 'wouter'
import { useLocale } from '#renderer/app/i18n.tsx'
import { formatDecimal, formatProbability, type Language } from '#renderer/components/money-input/format-money.ts'
import type { BidModel } from '#renderer/features/bids/use-price-model.ts'
import { kpiAmount } from '#renderer/features/bids/verdict/amounts.ts'
import { m } from '#renderer/paraglide/messages.js'
import { fullScore } from '#shared/contests/contest-model.ts'
import { chanceAt } from '#shared/contests/recommend-price.ts'
import type { PricePoint } from '#shared/estimate/price-model.ts'
import { outlookAt } from '#shared/pricing/price-score/contest.ts'
import { pricePerPoint } from '#shared/pricing/price-score/levers.ts'
import css from '#renderer/features/bids/price/contest-strip.module.css'

type ContestStripProps = { bidId: string; bidModel: BidModel; point: PricePoint; isCostKnown: boolean }

/** What the price shown brings against the assumed rivals: points, rank, chance and expected profit. */
export function ContestStrip({ bidId, bidModel: { contest: model, win }, point, isCostKnown }: ContestStripProps) {
  const language = useLocale()
  const href = `/bids/${bidId}/contest`
  if (model.problem !== null || model.contest === null) return <p className={css.strip}><Link href={href}>{m.contest_strip_none()}</Link></p>
  const outlook = outlookAt(model.contest, point.offerTotal)
  const chance = win === null ? null : chanceAt(win.points, Number(point.offerTotal))
  const expected = chance === null || !isCostKnown ? null : chance * Number(point.profit)
  const full = fullScore(model.formula)
  const perPoint = outlook === null || full === null ? null : pricePerPoint(model.contest, Number(point.offerTotal))
  return (
    <dl className={css.strip} aria-label={m.contest_tab()}>
      <div><dt><Link href={href}>{m.contest_strip({ count: model.assumed.rivals.length })}</Link></dt></div>
      <div><dt>{full === null ? m.contest_evaluated() : m.contest_score()}</dt><dd>{outlook === null ? '—' : full === null ? kpiAmount(outlook.score.neg().toFixed(2), language) : `${formatDecimal(outlook.score.toFixed(), language, 2)} / ${formatDecimal(String(full), language, 0)}`}{perPoint !== null && <span className={css.per}>{m.contest_strip_point({ amount: kpiAmount(perPoint.toFixed(2), language) })}</span>}</dd></div>
      <div><dt>{m.contest_rank()}</dt><dd>{outlook === null ? '—' : `${outlook.rank} / ${outlook.bidders}`}</dd></div>
      <div><dt>{m.contest_strip_chance()}</dt><dd>{chance === null ? '—' : formatProbability(chance, language)}</dd></div>
      <div><dt>{m.contest_strip_expected()}</dt><dd data-bad={(expected ?? 0) < 0 || undefined}>{expectedText(expected, language)}</dd></div>
      {point.lossMakingWin && <div className={css.warning}>{m.contest_strip_loss()}</div>}
    </dl>
  )
}

function expectedText(expected: number | null, language: Language): string {
  return expected === null ? '—' : kpiAmount(expected.toFixed(2), language)
}
