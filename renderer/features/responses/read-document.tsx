import { Button } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { ORPCError } from '@orpc/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCore, useShell } from '#renderer/app/core.tsx'
import { notifyDone, notifyFailure } from '#renderer/app/undo.tsx'
import { m } from '#renderer/paraglide/messages.js'

/** Reads the requirements of a tender document the person chooses; what is there already stays as it is. */
export function ReadDocumentButton({ tenderId, isPrimary = false }: { tenderId: string; isPrimary?: boolean }) {
  const core = useCore()
  const shell = useShell()
  const client = useQueryClient()
  const read = useMutation({
    mutationFn: async () => {
      const [file] = await shell.files.choose()
      return file === undefined ? null : core.requirements.extract({ tenderId, from: { type: 'file', token: file.token } })
    },
    onSuccess: (found) => {
      if (found === null) return
      void client.invalidateQueries({ queryKey: ['responses'] })
      void client.invalidateQueries({ queryKey: ['requirements'] })
      notifyDone(m.response_document_read({ added: found.added, known: found.known }))
    },
    onError: (error) => notifyFailure(error instanceof ORPCError && error.code === 'UNREADABLE' ? m.response_document_unreadable() : m.response_document_failed()),
  })
  return (
    <Button size={isPrimary ? 'sm' : 'xs'} variant={isPrimary ? 'filled' : 'default'} leftSection={<IconFileText size={15} aria-hidden />} loading={read.isPending} onClick={() => read.mutate()}>
      {m.response_read_document()}
    </Button>
  )
}
