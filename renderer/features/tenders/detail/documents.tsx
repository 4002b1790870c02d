import { ActionIcon, UnstyledButton } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocale } from '#renderer/app/i18n.tsx'
import { notifyDone, notifyFailure } from '#renderer/app/undo.tsx'
import { formatDay } from '#renderer/components/deadline/format-deadline.ts'
import { documentTypeName, listedDocuments } from '#renderer/features/tenders/detail/published-documents.ts'
import { Card } from '#renderer/features/tenders/detail/sections.tsx'
import { m } from '#renderer/paraglide/messages.js'
import type { ListedDocument, Notice } from '#shared/tenders/tender.ts'
import styles from './documents.module.css'

const shownAtFirst = 8

/** The documents the notices list. The window opens no address: it is shown, to be copied into a browser. */
export function Documents({ notices }: { notices: readonly Notice[] }) {
  const [isWhole, setWhole] = useState(false)
  const documents = listedDocuments(notices)
  if (documents.length === 0) return null
  const shown = isWhole ? documents : documents.slice(0, shownAtFirst)
  return (
    <Card title={m.documents_title()} note={m.documents_count({ count: documents.length })}>
      <ul className={styles.list}>
        {shown.map((document) => (
          <DocumentLine key={`${document.url ?? ''} ${document.title ?? ''}`} document={document} />
        ))}
      </ul>
      {shown.length < documents.length && (
        <UnstyledButton className={styles.more} onClick={() => setWhole(true)}>
          {m.documents_more({ count: documents.length })}
        </UnstyledButton>
      )}
    </Card>
  )
}

function DocumentLine({ document: { title, type, url, format, publishedAt } }: { document: ListedDocument }) {
  const locale = useLocale()
  const name = title ?? m.documents_untitled()
  const about = [type === null ? null : documentTypeName(type), format, publishedAt === null ? null : formatDay(publishedAt, locale)].filter((part) => part !== null)
  return (
    <li>
      <div className={styles.text}>
        <span>{name}</span>
        {about.length > 0 && <span className={styles.about}>{about.join(' · ')}</span>}
        {url !== null && <span className={styles.url}>{url}</span>}
      </div>
      {url !== null && (
        <ActionIcon variant="subtle" size={26} aria-label={m.documents_copy({ name })} title={m.documents_copy({ name })} onClick={() => void copy(url)}>
          <IconCopy size={15} />
        </ActionIcon>
      )}
    </li>
  )
}

async function copy(url: string): Promise<void> {
  await navigator.clipboard.writeText(url).then(
    () => notifyDone(m.documents_copied()),
    () => notifyFailure(m.documents_copy_failed()),
  )
}
