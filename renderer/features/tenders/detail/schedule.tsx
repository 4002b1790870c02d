import { Select } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useNow } from '#renderer/app/clock.tsx'
import { useLocale } from '#renderer/app/i18n.tsx'
import { useSessionState } from '#renderer/app/session.tsx'
import { formatDay } from '#renderer/components/deadline/format-deadline.ts'
import { ruleName, sureness, trackName } from '#renderer/features/tenders/detail/schedule-words.ts'
import { m } from '#renderer/paraglide/messages.js'
import { beijingDay } from '#shared/calendar/beijing-time.ts'
import { chineseWorkingDays } from '#shared/calendar/chinese-working-days.ts'
import { bidPeriod, type DerivedDate } from '#shared/calendar/deadlines.ts'
import { dayInBeijing, methodOf, tenderSchedule } from '#shared/calendar/schedule.ts'
import { proposeTrack } from '#shared/pricing/propose-track.ts'
import { Track } from '#shared/pricing/track.ts'
import type { Notice, Tender } from '#shared/tenders/tender.ts'
import styles from './detail.module.css'

const tracks = ['government_procurement', 'tender_law_soe', 'soe_non_mandatory'] as const satisfies readonly Track[]
const shownReasons = 3

/** What the law derives from the notice and the closing time, each with its article. The track is a proposal the person may change. */
export function Schedule({ tender, notices }: { tender: Tender; notices: readonly Notice[] }) {
  const text = notices.findLast((notice) => notice.text !== null && notice.type !== 'award')?.text ?? null
  const proposal = text === null ? null : proposeTrack({ text, buyer: tender.buyer })
  const [chosen, setChosen] = useSessionState(`tender.track.${tender.id}`, (kept) => Track.nullable().catch(null).parse(kept))
  const track = chosen ?? proposal?.track ?? null
  const dates = tenderSchedule(chineseWorkingDays, { ...tender, track })
  if (tender.publishedAt === null && tender.bidDeadline === null) return null
  const reasons = (proposal?.reasons ?? []).filter((reason) => reason.track === track && reason.weight > 0).slice(0, shownReasons)
  return (
    <section className={styles.card} aria-labelledby="schedule-title">
      <div className={styles.cardHead}>
        <h2 id="schedule-title">{m.schedule_title()}</h2>
        <Select
          size="xs"
          className={styles.track}
          aria-label={m.schedule_track()}
          placeholder={m.schedule_track_unclear()}
          data={tracks.map((each) => ({ value: each, label: trackName(each) }))}
          value={tracks.find((each) => each === track) ?? null}
          allowDeselect={false}
          onChange={(next) => setChosen(Track.nullable().parse(next))}
        />
      </div>
      {reasons.length > 0 && <p className={styles.scheduleNote}>{m.schedule_because({ words: reasons.map(({ text }) => `“${text}”`).join(' ') })}</p>}
      <ShortPeriod tender={tender} track={track} />
      {dates.length === 0 ? <p className={styles.scheduleNote}>{track === 'soe_non_mandatory' ? m.schedule_document_decides() : m.schedule_none()}</p> : <Dates dates={dates} />}
      <p className={styles.scheduleNote}>{m.schedule_hint()}</p>
    </section>
  )
}

function Dates({ dates }: { dates: readonly DerivedDate[] }) {
  const locale = useLocale()
  const today = beijingDay(useNow(60_000))
  return (
    <ul className={styles.schedule}>
      {dates.map((date) => (
        <li key={`${date.code} ${date.day}`} data-passed={date.day < today || undefined}>
          <span>{formatDay(date.day, locale)}</span>
          <strong>{ruleName(date.code)}</strong>
          <span className={styles.article}>
            {date.article} · {sureness(date.confidence)}
            {date.unannouncedYears.length > 0 && ` · ${m.schedule_unannounced({ years: date.unannouncedYears.join(', ') })}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** A notice that leaves less time than the law asks for can be objected to. */
function ShortPeriod({ tender, track }: { tender: Tender; track: Track | null }) {
  const method = methodOf(tender.method)
  if (tender.publishedAt === null || tender.bidDeadline === null || method === null) return null
  // Under tender law the minimum is for open and invited tenders only.
  if (track !== 'government_procurement' && !(track === 'tender_law_soe' && method === 'tender')) return null
  const period = bidPeriod(chineseWorkingDays, track, method, dayInBeijing(tender.publishedAt), beijingDay(tender.bidDeadline))
  if (period.isLongEnough) return null
  return (
    <p className={styles.short}>
      <IconAlertTriangle size={14} aria-hidden="true" />
      {m.schedule_too_short({ days: period.days, earliest: period.earliest.day, article: period.earliest.article })}
    </p>
  )
}
