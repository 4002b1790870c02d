import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react'
import { Link } from 'wouter'
import { useOpenPart } from '#renderer/app/part-to-open.ts'
import { useLocale } from '#renderer/app/i18n.tsx'
import { checkDetail, checkPath, checkTitle } from '#renderer/features/bids/documents/check-words.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { Check } from '#shared/documents/check.ts'
import css from '#renderer/features/bids/documents/documents.module.css'

type ChecksListProps = { checks: readonly Check[]; bidId: string; tenderId: string; onField: (field: string) => void; pageOf: (form: string) => number | null; goTo: (page: number) => void }

/** What was checked before hand-in, worst first; each finding leads to its remedy. */
export function ChecksList({ checks, bidId, tenderId, onField, pageOf, goTo }: ChecksListProps) {
  const stops = checks.filter(({ level }) => level === 'stop').length
  return (
    <section className={css.card} aria-label={m.doc_checks()}>
      <h2>{m.doc_checks()}</h2>
      {stops > 0 && <p className={css.blocked} role="status">{m.doc_blocked({ count: stops })}</p>}
      <ul className={css.checks}>
        {checks.map((check, index) => <CheckRow key={`${check.code}${check.where.field ?? ''}${check.where.lineId ?? ''}${index}`} check={check} bidId={bidId} tenderId={tenderId} onField={onField} pageOf={pageOf} goTo={goTo} />)}
      </ul>
    </section>
  )
}

type CheckRowProps = Omit<ChecksListProps, 'checks'> & { check: Check }

function CheckRow({ check, bidId, tenderId, onField, pageOf, goTo }: CheckRowProps) {
  const language = useLocale()
  const path = checkPath(check, bidId, tenderId)
  const detail = checkDetail(check, language)
  const { field, lineId, screen } = check.where
  const { form } = check.figures
  const page = path === null && field === null && form !== undefined ? pageOf(form) : null
  const openPart = useOpenPart()
  const openThere = () => {
    if (screen === 'scope' && field !== null) openPart('scope', field)
    if (screen === 'price' && lineId !== null) openPart('cost', lineId)
  }
  return (
    <li className={css.check} data-level={check.level}>
      <span className={css.checkMark} role="img" aria-label={levelName(check.level)}>
        {check.level === 'pass' ? <IconCheck size={13} stroke={2.4} /> : check.level === 'warn' ? <IconAlertTriangle size={13} stroke={2} /> : <IconX size={13} stroke={2.4} />}
      </span>
      <span className={css.checkText}>
        {checkTitle(check, language)}
        {detail !== null && <small>{detail}</small>}
      </span>
      {check.level !== 'pass' && path !== null && <Link href={path} onClick={openThere}>{m.check_go()}</Link>}
      {check.level !== 'pass' && path === null && field !== null && <button type="button" onClick={() => onField(field)}>{m.check_go()}</button>}
      {check.level !== 'pass' && page !== null && <button type="button" onClick={() => goTo(page)}>{m.check_go_page({ page })}</button>}
    </li>
  )
}

function levelName(level: Check['level']): string {
  switch (level) {
    case 'stop': return m.check_stop()
    case 'warn': return m.check_warn()
    case 'pass': return m.test_passed()
  }
}
