import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '#renderer/components/dialog/dialog.tsx'
import { m } from '#renderer/paraglide/messages.js'
import styles from './requirements.module.css'

/** The text of a tender document, pasted. */
export function PasteDocument({ onClose, onRead }: { onClose: () => void; onRead: (text: string) => void }) {
  const [text, setText] = useState('')
  const isBlank = text.trim() === ''
  return (
    <Dialog onClose={onClose} title={m.document_paste_title()} size={640}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!isBlank) onRead(text)
        }}
      >
        <Textarea label={m.document_paste_label()} value={text} onChange={(event) => setText(event.currentTarget.value)} rows={14} data-autofocus />
        <div className={styles.actions}>
          <Button type="submit" disabled={isBlank}>
            {m.requirements_read()}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
