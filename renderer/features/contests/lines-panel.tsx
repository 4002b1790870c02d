import { useLocale } from '#renderer/app/i18n.tsx'
import { usePreferences } from '#renderer/app/preferences.tsx'
import { MoneyInput } from '#renderer/components/money-input/money-input.tsx'
import { Panel } from '#renderer/components/panel/panel.tsx'
import { DefenceButton } from '#renderer/features/contests/defence-button.tsx'
import { NumberField } from '#renderer/components/number-field/number-field.tsx'
import { shortPrice, testName } from '#renderer/features/contests/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { BidContest } from '#shared/contests/bid-contest.ts'
import type { ContestModel } from '#shared/contests/contest-model.ts'
import { formatYuan } from '#renderer/components/money-input/format-money.ts'
import { type AbnormalRates, rateProblem } from '#shared/pricing/abnormally-low/chinese.ts'
import { hasLine, isAbroad, type OwnTest, ownTests } from '#shared/pricing/abnormally-low/own-review.ts'
import css from '#renderer/features/contests/contests.module.css'

type LinesPanelProps = { model: ContestModel; own: string; bidId: string; projectNo: string | null; change: (change: (contest: BidContest) => BidContest) => void }

/** How far our original price is from each abnormally-low line; the mean counts us. */
export function LinesPanel({ model, own, bidId, projectNo, change }: LinesPanelProps) {
  const language = useLocale()
  const { rules: { abnormal, pack, abnormallyLowLine: safe }, assumed } = model
  const rivals = assumed.rivals.map(({ likely }) => likely)
  const rows = abnormal === null ? [] : ownTests(abnormal, own, rivals)
  const isTested = abnormal !== null && hasLine(abnormal)
  return (
    <Panel title={m.contest_lines()} hint={pack === null ? '' : pack.abnormallyLow.article}>
      {!isTested ? <p className={css.note}>{pack === null ? m.contest_choose_track() : noLineText(pack.abnormallyLow.rule)}</p> : (
        <table className={css.table}>
          <thead>
            <tr><th scope="col">{m.contest_line_test()}</th><th scope="col">{m.contest_line_at()}</th><th scope="col">{m.contest_line_distance()}</th><th scope="col">{m.contest_line_result()}</th></tr>
          </thead>
          <tbody>
            {rows.map(({ test, line, distance, fires }) => (
              <tr key={test} data-fires={fires || undefined}>
                <th scope="row">{testName(test)}</th>
                <td title={line === null ? undefined : formatYuan(line.toFixed(2), language)}>{line === null ? '—' : shortPrice(line, language, 'up')}</td>
                <td>{distance === null ? '—' : shortPrice(distance, language, 'down')}</td>
                <td>{line === null ? needText(test) : fires ? m.contest_line_fires() : m.contest_line_quiet()}</td>
              </tr>
            ))}
            <tr data-sum="true">
              <th scope="row">{m.contest_line_safe()}</th>
              <td colSpan={3} title={safe === null ? undefined : formatYuan(safe, language)}>{safe === null ? '—' : formatYuan(safe, language)}</td>
            </tr>
          </tbody>
        </table>
      )}
      {isTested && <p className={css.note}>{rows.some(({ isInclusive }) => isInclusive) ? m.contest_line_note_inclusive() : m.contest_line_note()}{rows.some(({ fires }) => fires) && ` ${m.contest_line_action()}`}</p>}
      {abnormal !== null && isAbroad(abnormal.rule) ? <EstimatedValue model={model} change={change} /> : <OwnRates model={model} change={change} />}
      <DefenceButton bidId={bidId} projectNo={projectNo} />
    </Panel>
  )
}

const keys = ['avg', 'second', 'ceiling'] as const
const none: AbnormalRates = { avg: null, second: null, ceiling: null }

/** The document's own lines: a purchaser may state some. */
function OwnRates({ model: { rules, assumed }, change }: Pick<LinesPanelProps, 'model' | 'change'>) {
  if (rules.pack === null) return null
  const shown = rules.rates ?? none
  const label = { avg: m.contest_rate_avg(), second: m.contest_rate_second(), ceiling: m.contest_rate_ceiling() }
  const problem = rules.track === 'government_procurement' && assumed.abnormalRates !== null ? rateProblem(assumed.abnormalRates) : null
  return (
    <>
      <div className={css.row}>
        {keys.map((key) => (
          <label key={key}>
            <span>{label[key]}</span>
            <NumberField
              value={shown[key]} label={label[key]} isPercent canBeEmpty min={0} max={100}
              onCommit={(value) => change((contest) => ({ ...contest, abnormalRates: { ...(contest.abnormalRates ?? rules.rates ?? none), [key]: value } }))}
            />
            <span className={css.unit}>%</span>
          </label>
        ))}
        {assumed.abnormalRates !== null && <button type="button" className={css.link} onClick={() => change((contest) => ({ ...contest, abnormalRates: null }))}>{m.contest_rates_reset()}</button>}
      </div>
      {problem !== null && <p className={css.warning} role="status">{problem === 'RATE_ABOVE_65_PERCENT' ? m.contest_rate_too_high() : m.contest_rate_too_low()}</p>}
    </>
  )
}

/** Tests abroad are taken of what the purchaser estimates, which a notice may state in another currency or not at all. */
function EstimatedValue({ model: { rules, assumed }, change }: Pick<LinesPanelProps, 'model' | 'change'>) {
  const { preferences } = usePreferences()
  const language = useLocale()
  return (
    <>
      <div className={css.row}>
        <label>
          <span>{m.contest_estimated_value()}</span>
          <MoneyInput value={assumed.estimatedValue ?? rules.abnormal?.value ?? null} unit={language === 'zh-CN' ? preferences.moneyUnit : 'yuan'} label={m.contest_estimated_value()} canBeEmpty onCommit={(amount) => { if (amount === null || Number(amount) > 0) change((contest) => ({ ...contest, estimatedValue: amount })) }} />
        </label>
      </div>
      <p className={css.note}>{rules.isForeign && assumed.estimatedValue === null ? m.contest_estimated_foreign() : m.contest_estimated_note()}</p>
    </>
  )
}

/** What a test still lacks before it can say anything. */
function needText(test: OwnTest): string {
  switch (test) {
    case 'POLISH_VALUE':
    case 'BANK_ESTIMATE': return m.contest_line_needs_value()
    case 'ITALIAN_DISCOUNT': return m.contest_line_needs_five()
    case 'CEILING': return m.contest_line_none()
    default: return m.contest_line_needs_rivals()
  }
}

function noLineText(rule: string): string {
  switch (rule) {
    case 'CN_TENDER_LAW_ART33_41': return m.contest_no_line_tender_law()
    case 'CN_SOE_DOCUMENT': return m.contest_no_line_document()
    case 'CN_87_ART60': return m.contest_no_line_judgement()
    default: return m.contest_no_line_european()
  }
}
