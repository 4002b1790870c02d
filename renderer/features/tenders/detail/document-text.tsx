import { useEffect, useRef } from 'react'
import { ScrollRegion } from '#renderer/components/scroll-region/scroll-region.tsx'
import { useTenderDocument } from '#renderer/features/tenders/requirements/queries.ts'
import { m } from '#renderer/paraglide/messages.js'
import { pageAt } from '#shared/requirements/tender-document.ts'
import styles from './detail.module.css'

/** How much of a long document stands around the place looked up. */
const around = 6000

/** The part of a tender document a requirement was read from, its place marked. */
export function DocumentText({ id, start, end, times }: { id: string; start: number; end: number; times: number }) {
  const { data, isError } = useTenderDocument(id)
  if (data === undefined) return <p className={styles.noText}>{isError ? m.document_gone() : ''}</p>
  const from = Math.max(0, data.text.lastIndexOf('\n', Math.max(0, start - around)))
  const to = data.text.indexOf('\n', end + around)
  const page = pageAt(data.pages, start)
  return (
    <div className={styles.document}>
      {page !== null && <p className={styles.page}>{m.requirement_on_page({ page })}</p>}
      <Marked key={`${id} ${start} ${times}`} text={data.text.slice(from, to < 0 ? undefined : to)} start={start - from} end={end - from} />
    </div>
  )
}

/** A text with one place in it marked and brought into sight when it appears. */
export function Marked({ text, start, end }: { text: string; start: number; end: number }) {
  const markRef = useRef<HTMLElement>(null)
  useEffect(() => markRef.current?.scrollIntoView({ block: 'center' }), [])
  return (
    <ScrollRegion className={styles.text} label={m.source_text()} lang="zh-CN">
      {text.slice(0, start)}
      <mark ref={markRef} data-current>
        {text.slice(start, end)}
      </mark>
      {text.slice(end)}
    </ScrollRegion>
  )
}
