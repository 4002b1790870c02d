import { Select } from '@mantine/core'
import { useEffect, useMemo, useRef } from 'react'
import { useLocale } from '#renderer/app/i18n.tsx'
import { formatDay } from '#renderer/components/deadline/format-deadline.ts'
import { ScrollRegion } from '#renderer/components/scroll-region/scroll-region.tsx'
import { cutAtEvidence } from '#renderer/features/tenders/detail/evidence.ts'
import { SourceNote } from '#renderer/features/tenders/detail/sections.tsx'
import type { Lookup } from '#renderer/features/tenders/detail/evidence.ts'
import { DocumentText, Marked } from '#renderer/features/tenders/detail/document-text.tsx'
import { useRequirements } from '#renderer/features/tenders/requirements/queries.ts'
import { noticeTypeName } from '#renderer/features/tenders/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { RequirementSource } from '#shared/requirements/requirement.ts'
import type { Notice, Tender } from '#shared/tenders/tender.ts'
import styles from './detail.module.css'

type SourceTextProps = { tender: Tender; notices: readonly Notice[]; lookup: Lookup; onShow: (noticeId: string | null, field: string | null) => void; onShowPlace: (place: RequirementSource) => void }

/** The notice's own words beside the facts read from them. */
export function SourceText({ tender, notices, lookup, onShow, onShowPlace }: SourceTextProps) {
  const locale = useLocale()
  const documents = useRequirements(tender.id).data?.documents ?? []
  const readable = notices.filter((notice) => notice.text !== null)
  const { place } = lookup
  const sought = place?.kind === 'notice' ? place.id : lookup.noticeId
  const notice = readable.find(({ id }) => id === sought) ?? readable.at(-1)
  const document = place?.kind === 'document' ? documents.find(({ id }) => id === place.id) : undefined
  const choices = [
    ...readable.map((each) => ({ value: each.id, label: `${formatDay(each.publishedAt ?? each.readAt, locale).slice(0, 16)} ${noticeTypeName(each.type)}` })),
    ...documents.map(({ id, name }) => ({ value: id, label: name })),
  ]
  const choose = (id: string | null) => {
    const chosen = documents.find((each) => each.id === id)
    if (chosen === undefined) onShow(id, null)
    else onShowPlace({ kind: 'document', id: chosen.id, name: chosen.name, page: null, start: 0, end: 0 })
  }
  return (
    <aside className={styles.source} aria-label={m.source_title()}>
      <div className={styles.sourceHead}>
        <h2>{m.source_title()}</h2>
        {choices.length > 1 && (
          <Select
            size="xs"
            aria-label={m.source_choose()}
            data={choices}
            value={document?.id ?? notice?.id ?? null}
            allowDeselect={false}
            onChange={choose}
          />
        )}
      </div>
      {place?.kind === 'document' ? (
        <DocumentText id={place.id} start={place.start} end={place.end} times={lookup.times} />
      ) : notice?.text === undefined || notice.text === null ? (
        <p className={styles.noText}>{tender.description ?? m.source_none()}</p>
      ) : place === null ? (
        <Text notice={notice} text={notice.text} lookup={lookup} />
      ) : (
        <Marked key={`${place.start} ${lookup.times}`} text={notice.text} start={place.start} end={place.end} />
      )}
      <SourceNote tender={tender} />
    </aside>
  )
}

function Text({ notice, text, lookup }: { notice: Notice; text: string; lookup: Lookup }) {
  const pieces = useMemo(() => cutAtEvidence(text, notice.evidence), [text, notice])
  const markRef = useRef<HTMLElement>(null)
  const scrollerRef = useRef<HTMLElement>(null)
  useEffect(() => {
    if (lookup.field === null) scrollerRef.current?.scrollTo({ top: 0 })
    else markRef.current?.scrollIntoView({ block: 'center' })
  }, [lookup])
  const firstOfField = pieces.findIndex(({ field }) => field !== null && field === lookup.field)
  return (
    <ScrollRegion ref={scrollerRef} className={styles.text} label={m.source_text()} lang="zh-CN">
      {pieces.map((piece, index) =>
        piece.field === null ? (
          <span key={index}>{piece.text}</span>
        ) : (
          <mark key={index} ref={index === firstOfField ? markRef : undefined} data-current={piece.field === lookup.field || undefined}>
            {piece.text}
          </mark>
        ),
      )}
    </ScrollRegion>
  )
}
