import { m } from '#renderer/paraglide/messages.js'
import { daysBetween } from '#shared/calendar/day.ts'
import type { LibraryData } from '#shared/library/item.ts'
import { lastDayOf, validityOf } from '#shared/library/validity.ts'
import styles from './validity-mark.module.css'

/** How an item stands today: a shape and words, the colour only repeats them. */
export function ValidityMark({ data, today }: { data: LibraryData; /** The day it has to hold on. */ today: string }) {
  const validity = validityOf(data, today)
  const last = lastDayOf(data)
  const isText = data.kind === 'text'
  if (validity === 'endless') return <span className={styles.muted}>{isText ? '—' : data.kind === 'certificate' ? m.lib_permanent() : ''}</span>
  if (validity === 'unknown' || last === null) return <span className={styles.mark} data-validity="unknown">? {m.lib_validity_unknown()}</span>
  if (validity === 'valid') return <span className={styles.day}>{last}</span>
  if (validity === 'expired') return <span className={styles.mark} data-validity="expired">■ {isText ? m.lib_review_due({ day: last }) : m.lib_expired({ day: last })}</span>
  return <span className={styles.mark} data-validity="soon">▲ {m.lib_days_left({ day: last, days: daysBetween(today, last) })}</span>
}
