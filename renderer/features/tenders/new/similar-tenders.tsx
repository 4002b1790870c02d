import { IconAlertTriangle } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { useWatch, type Control } from 'react-hook-form'
import { Link } from 'wouter'
import { useCore } from '#renderer/app/core.tsx'
import type { NewTenderFields } from '#renderer/features/tenders/new/new-tender-form.ts'
import { m } from '#renderer/paraglide/messages.js'
import styles from './new-tender.module.css'

const shortestTitle = 4

/** Warns while a tender is written down that seems to be there already; it may be written all the same. */
export function SimilarTenders({ control, onClose }: { control: Control<NewTenderFields, unknown, unknown>; onClose: () => void }) {
  const core = useCore()
  const [title, buyer, projectNo] = useDeferredValue(useWatch({ control, name: ['title', 'buyer', 'projectNo'] }))
  const draft = { title: title.trim(), buyer: buyer.trim() === '' ? null : buyer.trim(), projectNo: projectNo.trim() === '' ? null : projectNo.trim() }
  const found = useQuery({
    queryKey: ['tenders', 'similar', draft],
    queryFn: ({ signal }) => core.tenders.similar(draft, { signal }),
    enabled: draft.title.length >= shortestTitle || draft.projectNo !== null,
    placeholderData: keepPreviousData,
  })
  const similar = found.data ?? []
  if (similar.length === 0) return null
  return (
    <div className={styles.similar} role="status">
      <p>
        <IconAlertTriangle size={14} aria-hidden="true" /> {m.new_similar()}
      </p>
      <ul>
        {similar.map(({ id, title, projectNo, why }) => (
          <li key={id}>
            <Link href={`/tenders/${id}`} onClick={onClose}>
              {title}
            </Link>{' '}
            <span>{why === 'project-no' ? m.new_same_number({ number: projectNo ?? '' }) : m.new_same_title()}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
