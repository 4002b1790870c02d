import { ActionIcon, Button } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconFileTypePdf, IconPhoto, IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { factsWords } from '#renderer/components/attachments/file-words.ts'
import { FileView } from '#renderer/components/attachments/file-view.tsx'
import { useFileDrop } from '#renderer/components/attachments/use-file-drop.ts'
import { useAddFiles } from '#renderer/components/attachments/use-add-files.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { Attachment } from '#shared/files/stored-file.ts'
import styles from './attachments.module.css'

type AttachmentListProps = { label: string; attachments: readonly Attachment[]; onChange: (attachments: Attachment[]) => void }

/** Files in the order they are printed, with a look at the one chosen; more are dropped on it or picked. */
export function AttachmentList({ label, attachments, onChange }: AttachmentListProps) {
  const [shown, setShown] = useState(0)
  const { isAdding, choose, drop } = useAddFiles((added) => {
    const fresh = added.filter(({ file }) => !attachments.some((known) => known.file.id === file.id))
    onChange([...attachments, ...fresh])
    if (fresh.length > 0) setShown(attachments.length)
  })
  const [place, isOver] = useFileDrop((files) => void drop(files))
  const swap = (from: number, to: number) => {
    onChange(attachments.map((attachment, index) => (index === from ? attachments[to] : index === to ? attachments[from] : attachment) ?? attachment))
    setShown(to)
  }
  const current = attachments[Math.min(shown, attachments.length - 1)]
  return (
    <section
      className={styles.attachments}
      aria-label={label}
      ref={place}
      data-takes-files
      data-over={isOver || undefined}
    >
      <header>
        <h3>{label}</h3>
        <Button size="compact-sm" variant="default" leftSection={<IconPlus size={14} />} loading={isAdding} onClick={() => void choose()}>{m.files_add()}</Button>
      </header>
      {attachments.length === 0 ? (
        <p className={styles.none}>{m.files_none()}</p>
      ) : (
        <ol>
          {attachments.map((attachment, index) => (
            <li key={attachment.file.id} data-current={attachment === current || undefined}>
              <button type="button" className={styles.name} aria-pressed={attachment === current} onClick={() => setShown(index)}>
                {attachment.file.mediaType === 'application/pdf' ? <IconFileTypePdf size={16} /> : <IconPhoto size={16} />}
                <span>{attachment.name}</span>
                <small>{factsWords(attachment.file)}</small>
              </button>
              <ActionIcon variant="subtle" size="sm" aria-label={m.files_up({ name: attachment.name })} disabled={index === 0} onClick={() => swap(index, index - 1)}><IconArrowUp size={14} /></ActionIcon>
              <ActionIcon variant="subtle" size="sm" aria-label={m.files_down({ name: attachment.name })} disabled={index === attachments.length - 1} onClick={() => swap(index, index + 1)}><IconArrowDown size={14} /></ActionIcon>
              <ActionIcon variant="subtle" size="sm" aria-label={m.files_remove({ name: attachment.name })} onClick={() => onChange(attachments.filter((each) => each !== attachment))}><IconX size={14} /></ActionIcon>
            </li>
          ))}
        </ol>
      )}
      {current !== undefined && <FileView key={current.file.id} attachment={current} />}
    </section>
  )
}
