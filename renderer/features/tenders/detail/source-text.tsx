import { Select } from '@mantine/core'
import { useEffect, useMemo, useRef } from 'react'
import { useLocale } from '#renderer/app/i18n.tsx'
import { formatDay } from '#renderer/components/deadline/format-deadline.ts'
import { ScrollRegion } from '#renderer/components/scroll-region/scroll-region.tsx'
import { cutAtEvidence } from '#renderer/features/tenders/detail/evidence.ts'
import { SourceNote } from '#renderer/features/tenders/detail/sections.tsx'
import type { Lookup } from '#renderer/features/tenders/detail/evidence.ts'
import { noticeTypeName } from '#renderer/features/tenders/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { Notice, Tender } from '#shared/tenders/tender.ts'
import styles from './detail.module.css'

type SourceTextProps = { tender: Tender; notices: readonly Notice[]; lookup: Lookup; onShow: (noticeId: string | null, field: string | null) => void }

/** The notice's own words beside the facts read from them. */
export function SourceText({ tender, notices, lookup, onShow }: SourceTextProps) {
  const locale = useLocale()
  const readable = notices.filter((notice) => notice.text !== null)
  const notice = readable.find(({ id }) => id === lookup.noticeId) ?? readable.at(-1)
  return (
    <aside className={styles.source} aria-label={m.source_title()}>
      <div className={styles.sourceHead}>
        <h2>{m.source_title()}</h2>
        {readable.length > 1 && (
          <Select
            size="xs"
            aria-label={m.source_choose()}
            data={readable.map((each) => ({ value: each.id, label: `${formatDay(each.publishedAt ?? each.readAt, locale).slice(0, 16)} ${noticeTypeName(each.type)}` }))}
            value={notice?.id ?? null}
            allowDeselect={false}
            onChange={(id) => onShow(id, null)}
          />
        )}
      </div>
      {notice?.text === undefined || notice.text === null ? <p className={styles.noText}>{tender.description ?? m.source_none()}</p> : <Text notice={notice} text={notice.text} lookup={lookup} />}
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
