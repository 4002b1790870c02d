import { Button, Checkbox, Select } from '@mantine/core'
import { IconAlertTriangle, IconCalendarPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useNow } from '#renderer/app/clock.tsx'
import { trackName } from '#renderer/components/rule-names.ts'
import { useIcsExport } from '#renderer/components/use-ics-export.ts'
import { AgendaList } from '#renderer/features/tenders/detail/agenda-list.tsx'
import { DatesForm } from '#renderer/features/tenders/detail/dates-form.tsx'
import { useSchedule } from '#renderer/features/tenders/detail/use-schedule.ts'
import { m } from '#renderer/paraglide/messages.js'
import { beijingDay } from '#shared/calendar/beijing-time.ts'
import { chineseWorkingDays } from '#shared/calendar/chinese-working-days.ts'
import { bidPeriod } from '#shared/calendar/deadlines.ts'
import { dayInBeijing, methodOf } from '#shared/calendar/schedule.ts'
import { proposeTrack } from '#shared/pricing/propose-track.ts'
import { Track } from '#shared/pricing/track.ts'
import { agendaOf, paymentOf } from '#shared/schedule/agenda.ts'
import type { TenderSchedule } from '#shared/schedule/contract.ts'
import type { Notice, Tender } from '#shared/tenders/tender.ts'
import styles from './detail.module.css'

const tracks = ['government_procurement', 'tender_law_soe', 'soe_non_mandatory'] as const satisfies readonly Track[]
const shownReasons = 3

/** Everything with a date: what the documents say, and what the law derives from it with its article. The track is a proposal the person may change. */
export function Schedule({ tender, notices }: { tender: Tender; notices: readonly Notice[] }) {
  const { schedule, save } = useSchedule(tender.id)
  return schedule === undefined ? null : <Loaded tender={tender} notices={notices} schedule={schedule} save={save} />
}

type LoadedProps = { tender: Tender; notices: readonly Notice[]; schedule: TenderSchedule; save: ReturnType<typeof useSchedule>['save'] }

function Loaded({ tender, notices, schedule, save }: LoadedProps) {
  const [isEditing, setEditing] = useState(false)
  const exportIcs = useIcsExport()
  const today = beijingDay(useNow(60_000))
  const text = notices.findLast((notice) => notice.text !== null && notice.type !== 'award')?.text ?? null
  const proposal = text === null ? null : proposeTrack({ text, buyer: tender.buyer })
  const track = schedule.track ?? proposal?.track ?? null
  const reasons = (proposal?.reasons ?? []).filter((reason) => reason.track === track && reason.weight > 0).slice(0, shownReasons)
  const dates = agendaOf(chineseWorkingDays, { ...tender, ...schedule, track, notices }, today)
  const hasLaw = dates.some(({ article }) => article !== null)
  return (
    <section className={styles.card} aria-labelledby="schedule-title">
      <div className={styles.cardHead}>
        <h2 id="schedule-title">{m.schedule_title()}</h2>
        <Button variant="subtle" size="compact-sm" leftSection={<IconCalendarPlus size={14} />} onClick={() => void exportIcs({ ids: [tender.id] }, true)}>
          {m.ics_export()}
        </Button>
        <Button variant="default" size="compact-sm" onClick={() => setEditing(true)}>
          {m.dates_edit()}
        </Button>
        <Select
          size="xs"
          className={styles.track}
          aria-label={m.schedule_track()}
          placeholder={m.schedule_track_unclear()}
          data={tracks.map((each) => ({ value: each, label: trackName(each) }))}
          value={tracks.find((each) => each === track) ?? null}
          allowDeselect={false}
          onChange={(next) => void save({ track: Track.nullable().parse(next) })}
        />
      </div>
      {reasons.length > 0 && <p className={styles.scheduleNote}>{m.schedule_because({ words: reasons.map(({ text }) => `“${text}”`).join(' ') })}</p>}
      <Warnings tender={tender} schedule={schedule} track={track} />
      {!hasLaw && <p className={styles.scheduleNote}>{track === 'soe_non_mandatory' ? m.schedule_document_decides() : m.schedule_none()}</p>}
      {dates.length > 0 && <AgendaList dates={dates} today={today} />}
      <div className={styles.scheduleFoot}>
        <p className={styles.scheduleNote}>{m.schedule_hint()}</p>
        <Checkbox size="xs" label={m.reminders_mute()} checked={schedule.isMuted} onChange={(event) => void save({ isMuted: event.currentTarget.checked })} />
      </div>
      <DatesForm known={schedule.known} isOpen={isEditing} onClose={() => setEditing(false)} onSave={(known) => save({ known })} />
    </section>
  )
}

function Warnings({ tender, schedule, track }: { tender: Tender; schedule: TenderSchedule; track: Track | null }) {
  const { isClauseIllegal, maxDays } = paymentOf({ known: schedule.known, track })
  const short = tooShort(tender, track)
  const clause = schedule.known.isPayWhenPaid ? m.agenda_pay_when_paid() : m.agenda_too_long({ days: maxDays ?? 0 })
  return (
    <>
      {short !== null && <Warning text={short} />}
      {isClauseIllegal && <Warning text={m.agenda_clause_illegal({ why: clause })} />}
    </>
  )
}

function Warning({ text }: { text: string }) {
  return (
    <p className={styles.short}>
      <IconAlertTriangle size={14} aria-hidden="true" />
      {text}
    </p>
  )
}

/** A notice that leaves less time than the law asks for can be objected to. */
function tooShort(tender: Tender, track: Track | null): string | null {
  const method = methodOf(tender.method)
  if (tender.publishedAt === null || tender.bidDeadline === null || method === null) return null
  // Under tender law the minimum is for open and invited tenders only.
  if (track !== 'government_procurement' && !(track === 'tender_law_soe' && method === 'tender')) return null
  const period = bidPeriod(chineseWorkingDays, track, method, dayInBeijing(tender.publishedAt), beijingDay(tender.bidDeadline))
  return period.isLongEnough ? null : m.schedule_too_short({ days: period.days, earliest: period.earliest.day, article: period.earliest.article })
}
