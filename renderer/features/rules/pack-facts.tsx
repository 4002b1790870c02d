import { confidenceName, trackName } from '#renderer/components/rule-names.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { RulePack } from '#shared/pricing/rule-pack.ts'
import css from '#renderer/features/rules/rules.module.css'

/** For whom and when a pack holds, and on which articles it stands. */
export function PackFacts({ pack: { track, zone, effectiveFrom, effectiveTo, lastChecked, price, abnormallyLow } }: { pack: RulePack }) {
  return (
    <dl className={css.facts}>
      <div><dt>{m.contest_track()}</dt><dd>{trackName(track)}{zone === 'pilot_ftz' && ` · ${m.contest_pilot_zone()}`}</dd></div>
      <div><dt>{m.rules_pack_days()}</dt><dd>{m.contest_pack_facts({ from: effectiveFrom ?? '…', to: effectiveTo ?? '…', checked: lastChecked })}</dd></div>
      <div><dt>{m.contest_article_price()}</dt><dd>{price.article} <span className={css.muted}>{confidenceName(price.confidence)}</span></dd></div>
      <div><dt>{m.contest_article_low()}</dt><dd>{abnormallyLow.article} <span className={css.muted}>{confidenceName(abnormallyLow.confidence)}</span></dd></div>
    </dl>
  )
}
