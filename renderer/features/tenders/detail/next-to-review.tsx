import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from 'wouter'
import { useCore } from '#renderer/app/core.tsx'
import { m } from '#renderer/paraglide/messages.js'
import styles from './detail.module.css'

/** Nothing left to check here: the way to the next tender that has something, else the note. */
export function NextToReview({ note }: { note: string }) {
  const core = useCore()
  const [location] = useLocation()
  const waiting = useQuery({ queryKey: ['tenders', 'to-review'], queryFn: ({ signal }) => core.tenders.search({ toReview: true, limit: 2 }, { signal }) })
  const next = waiting.data?.tenders.find(({ id }) => location !== `/tenders/${id}`)
  if (waiting.data === undefined || next === undefined) return <span className={styles.cardNote}>{note}</span>
  return (
    <Link className={styles.next} href={`/tenders/${next.id}`}>
      {m.review_next({ count: waiting.data.total })}
    </Link>
  )
}
