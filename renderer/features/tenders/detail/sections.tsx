import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useLocale } from '#renderer/app/i18n.tsx'
import { formatDay, formatDeadline } from '#renderer/components/deadline/format-deadline.ts'
import { FlagChip } from '#renderer/components/flag-chip/flag-chip.tsx'
import { amountText } from '#renderer/features/tenders/amount.ts'
import { factFields } from '#renderer/features/tenders/detail/evidence.ts'
import { shownFact } from '#renderer/features/tenders/fact-values.ts'
import { fieldName, noticeTypeName, sourceName } from '#renderer/features/tenders/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { TenderDetail } from '#shared/tenders/contract.ts'
import { opensAgain } from '#shared/tenders/progress.ts'
import { SourceKind, type Notice, type Tender } from '#shared/tenders/tender.ts'
import styles from './detail.module.css'

export function Card({ title, note, children }: { title: string; note?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.card}>
      <div className={styles.cardHead}>
        <h2>{title}</h2>
        {note !== undefined && <span className={styles.cardNote}>{note}</span>}
      </div>
      {children}
    </section>
  )
}

const yuan = { unit: 'yuan' } as const

export function Bids({ bids }: { bids: TenderDetail['bids'] }) {
  if (bids.length === 0) return null
  return (
    <Card title={m.tender_bids()}>
      <ul className={styles.lines}>
        {bids.map((bid) => (
          <li key={bid.id}>
            <Link href={`/bids/${bid.id}`}>{bid.lotNo === null ? bid.title : `${bid.title} · ${bid.lotNo}`}</Link>
            <FlagChip verdict={bid.assessment?.verdict ?? 'cannot-judge'} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Every notice and edit, newest first, with the facts it changed. */
export function History({ notices, onOpen }: { notices: readonly Notice[]; onOpen: (noticeId: string) => void }) {
  const locale = useLocale()
  return (
    <Card title={m.history_title()} note={m.history_count({ count: notices.length })}>
      <ol className={styles.history}>
        {notices.toReversed().map((notice) => (
          <li key={notice.id}>
            <div className={styles.entry}>
              <span className={styles.when}>{formatDay(notice.publishedAt ?? notice.readAt, locale)}</span>
              <strong>{notice.sourceName === 'manual' ? m.history_edited() : opensAgain(notices, notice.id) ? m.progress_tendered_again() : noticeTypeName(notice.type)}</strong>
              {notice.text === null ? (
                <span className={styles.entryTitle}>{notice.title}</span>
              ) : (
                <button type="button" className={styles.proven} onClick={() => onOpen(notice.id)}>
                  {notice.title}
                </button>
              )}
            </div>
            <Changes notice={notice} />
            <Amendments notice={notice} />
            {notice.awards.map((award) => (
              <p key={`${award.supplier} ${award.lotNo ?? ''}`} className={styles.change}>
                {award.lotNo !== null && `${award.lotNo} `}
                {award.supplier} {award.amount !== null && amountText(award.amount, null, { locale, ...yuan })}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </Card>
  )
}

function Changes({ notice }: { notice: Notice }) {
  const locale = useLocale()
  const shown = (field: (typeof factFields)[number], value: string | null) => (value === null ? m.fact_none() : shownFact(field, value, null, { locale, ...yuan }))
  return (
    <>
      {notice.changes.map(({ field, before, after }) => {
        const known = factFields.find((each) => each === field)
        return (
          <p key={field} className={styles.change}>
            {known === undefined ? (field === 'lots' ? m.lots_changed() : m.fact_changed({ field })) : fieldName(known)}
            {known !== undefined && (
              <>
                {' '}
                <del>{shown(known, before)}</del> → <ins>{shown(known, after)}</ins>
              </>
            )}
          </p>
        )
      })}
    </>
  )
}

/** What the notice says itself that it changes, in its own words. */
function Amendments({ notice }: { notice: Notice }) {
  const locale = useLocale()
  return (
    <>
      {notice.amendments.map(({ date, rationale, description, changed }, index) => (
        <p key={index} className={styles.change}>
          <span>{date === null ? m.history_amended() : m.history_amended_on({ day: formatDay(date, locale) })}</span>{' '}
          {[description, rationale, changed.length === 0 ? null : m.history_amended_fields({ fields: changed.join(m.list_separator()) })].filter((part) => part !== null).join(' · ')}
        </p>
      ))}
    </>
  )
}

export function Awards({ awards, buyer }: { awards: TenderDetail['pastAwards']; buyer: string | null }) {
  const locale = useLocale()
  if (awards.length === 0 || buyer === null) return null
  return (
    <Card title={m.awards_title()} note={buyer}>
      <ul className={styles.lines}>
        {awards.map((award) => (
          <li key={`${award.tenderId} ${award.supplier}`}>
            <Link href={`/tenders/${award.tenderId}`}>{award.title}</Link>
            <span>
              {award.supplier} {award.amount === null ? '' : amountText(award.amount, null, { locale, ...yuan })}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

export function SourceNote({ tender }: { tender: Tender }) {
  const locale = useLocale()
  const { kind, name } = tender.source
  const isNamed = name !== '' && !SourceKind.safeParse(name).success
  return (
    <p className={styles.sourceNote}>
      {m.source_label()} {sourceName(kind)}
      {isNamed && ` · ${name}`} · {formatDeadline(tender.createdAt, locale)}
      {tender.source.url !== null && <span className={styles.url}>{tender.source.url}</span>}
    </p>
  )
}
