import { useState } from 'react'
import { useCore, useShell } from '#renderer/app/core.tsx'
import { notifyFailure } from '#renderer/app/undo.tsx'
import { refusalWords } from '#renderer/components/attachments/file-words.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { Attachment } from '#shared/files/stored-file.ts'
import type { FileToken } from '#shared/shell.ts'

/** Takes files in from the dialog or from a drop; what is refused is said by name. */
export function useAddFiles(onAdded: (attachments: Attachment[]) => void) {
  const core = useCore()
  const shell = useShell()
  const [isAdding, setAdding] = useState(false)
  const take = async (files: readonly FileToken[]) => {
    if (files.length === 0) return
    setAdding(true)
    try {
      const added = await core.files.add({ tokens: files.map(({ token }) => token) })
      for (const file of added) if (!file.ok) notifyFailure(refusalWords(file))
      const attachments = added.flatMap((file) => (file.ok ? [file.attachment] : []))
      if (attachments.length > 0) onAdded(attachments)
    } catch {
      notifyFailure(m.files_add_failed())
    } finally {
      setAdding(false)
    }
  }
  return {
    isAdding,
    choose: async () => take(await shell.files.choose('attachments')),
    drop: async (files: readonly File[]) => {
      const offered = await shell.files.offer(files)
      if (files.length > offered.length) notifyFailure(m.import_no_file({ count: files.length - offered.length }))
      await take(offered)
    },
  }
}
