import { IconFileImport } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useImport } from '#renderer/app/importing/import-provider.tsx'
import { m } from '#renderer/paraglide/messages.js'
import styles from './importing.module.css'

const shortestNotice = 30

/** Some places take files for themselves, such as the scans of a certificate. */
const isTakenElsewhere = (event: DragEvent): boolean => event.target instanceof Element && event.target.closest('[data-takes-files]') !== null

/** Files may be dropped anywhere in the window, and a notice's text may be pasted where no field has the focus. */
export function DropZone() {
  const { importFiles, openPaste } = useImport()
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return
      event.preventDefault()
      setOver(!isTakenElsewhere(event))
    }
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      if (!isTakenElsewhere(event)) void importFiles([...(event.dataTransfer?.files ?? [])])
    }
    const onPaste = (event: ClipboardEvent) => {
      if (event.target instanceof HTMLElement && event.target.closest('input, textarea, [role="dialog"], [role="grid"][aria-readonly="false"]') !== null) return
      const files = [...(event.clipboardData?.files ?? [])]
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (files.length > 0) void importFiles(files)
      else if (text.trim().length >= shortestNotice) openPaste(text)
    }
    const ends = new AbortController()
    document.addEventListener('dragover', onDragOver, ends)
    document.addEventListener('dragleave', onDragLeave, ends)
    document.addEventListener('drop', onDrop, ends)
    document.addEventListener('paste', onPaste, ends)
    return () => ends.abort()
  }, [importFiles, openPaste])
  if (!isOver) return null
  return (
    <div className={styles.drop} aria-hidden="true">
      <div>
        <IconFileImport size={36} stroke={1.4} />
        <p>{m.import_drop()}</p>
        <p>{m.import_kinds()}</p>
      </div>
    </div>
  )
}
