import { Link } from 'wouter'
import { useLocale } from '#renderer/app/i18n.tsx'
import { Panel } from '#renderer/components/panel/panel.tsx'
import { confidenceName, trackName } from '#renderer/components/rule-names.ts'
import { type FoundWord, FoundWords } from '#renderer/features/contests/found-words.tsx'
import { categoryName } from '#renderer/features/contests/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { BidContest } from '#shared/contests/bid-contest.ts'
import type { ContestModel } from '#shared/contests/contest-model.ts'
import type { TrackReason } from '#shared/pricing/propose-track.ts'
import { Track } from '#shared/pricing/track.ts'
import type { Tender } from '#shared/tenders/tender.ts'
import css from '#renderer/features/contests/contests.module.css'

type RulesPanelProps = { model: ContestModel; tender: Tender; change: (change: (contest: BidContest) => BidContest) => void }

const isTrack = (value: string): value is Track => Track.options.some((track) => track === value)

/** Which law applies, why, and how sure we are; a person may choose another. */
export function RulesPanel({ model: { rules, assumed }, tender, change }: RulesPanelProps) {
  useLocale()
  const { pack, proposal, track } = rules
  const proposed = proposal.track === null ? m.contest_track_unclear() : m.contest_track_proposed({ track: trackName(proposal.track) })
  return (
    <Panel title={m.contest_rules()} hint={proposed} aside={<span className={css.legal}>{m.contest_legal()}</span>}>
      <div className={css.row}>
        <label>
          <span>{m.contest_track()}</span>
          <select className={css.select} value={assumed.track ?? ''} onChange={({ target: { value } }) => change((contest) => ({ ...contest, track: isTrack(value) ? value : null }))}>
            <option value="">{withoutChoice(tender.track ?? null, proposal.track)}</option>
            {Track.options.map((option) => <option key={option} value={option}>{trackName(option)}</option>)}
          </select>
        </label>
        <label>
          <span>{m.contest_category()}</span>
          <select className={css.select} value={assumed.category} onChange={({ target: { value } }) => change((contest) => ({ ...contest, category: value === 'goods' ? 'goods' : 'service' }))}>
            <option value="service">{categoryName('service')}</option>
            <option value="goods">{categoryName('goods')}</option>
          </select>
        </label>
        {track === 'government_procurement' && (
          <label>
            <input type="checkbox" checked={assumed.zone === 'pilot_ftz'} onChange={({ target: { checked } }) => change((contest) => ({ ...contest, zone: checked ? 'pilot_ftz' : 'other' }))} />
            <span>{m.contest_pilot_zone()}</span>
          </label>
        )}
      </div>
      <FoundWords label={m.contest_reasons()} source={tender.description ?? ''} words={reasonWords(proposal.reasons)} />
      {pack === null ? <p className={css.warning} role="status">{problemText(rules.problem)}{rules.problem === 'project-date-unknown' && <Link href={`/tenders/${tender.id}`}>{m.contest_no_date_open()}</Link>}</p> : (
        <dl className={css.facts}>
          <dt>{m.contest_pack()}</dt>
          <dd><span className={css.packName}>{rules.packOrigin === 'own' ? m.contest_pack_own({ id: pack.id }) : m.contest_pack_shipped({ id: pack.id })}</span> <span className={css.packDays}>{m.contest_pack_facts({ from: pack.effectiveFrom ?? '…', to: pack.effectiveTo ?? '…', checked: pack.lastChecked })}</span></dd>
          <dt>{m.contest_article_price()}</dt>
          <dd>{pack.price.article}<span className={css.confidence}>{confidenceName(pack.price.confidence)}</span></dd>
          <dt>{m.contest_article_low()}</dt>
          <dd>{pack.abnormallyLow.article}<span className={css.confidence}>{confidenceName(pack.abnormallyLow.confidence)}</span></dd>
        </dl>
      )}
    </Panel>
  )
}

/** Each word once, with all it says: a company's name speaks for one law and against another. */
function reasonWords(reasons: readonly TrackReason[]): FoundWord[] {
  const words = new Map<string, TrackReason[]>()
  for (const reason of reasons) words.set(reason.text, [...(words.get(reason.text) ?? []), reason])
  return [...words.values()].flatMap((same) => {
    const [first] = same
    return first === undefined ? [] : [{ text: first.text, start: first.start, end: first.end, isAgainst: same.every(({ weight }) => weight < 0), title: same.map(reasonTitle).join(' · ') }]
  })
}

function reasonTitle({ track, weight, code }: TrackReason): string {
  const name = trackName(track)
  const isBuyer = code === 'buyer-is-company' || code === 'buyer-is-public'
  const title = weight < 0 ? m.contest_reason_against({ track: name }) : isBuyer ? m.contest_reason_buyer({ track: name }) : m.contest_reason_for({ track: name })
  return `${title} (${weight > 0 ? '+' : '−'}${Math.abs(weight)})`
}

/** What stands while nobody chooses for this bid. */
function withoutChoice(ofTender: Track | null, proposed: Track | null): string {
  if (ofTender !== null) return m.contest_from_tender({ value: trackName(ofTender) })
  return m.contest_from_notice({ value: proposed === null ? '—' : trackName(proposed) })
}

function problemText(problem: ContestModel['rules']['problem']): string {
  switch (problem) {
    case 'project-date-unknown': return m.contest_no_date()
    case 'no-rule-pack': return m.contest_no_pack()
    default: return m.contest_choose_track()
  }
}
