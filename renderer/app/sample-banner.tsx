import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCore } from '#renderer/app/core.tsx'
import { notifyFailure } from '#renderer/app/undo.tsx'
import { StatusStrip } from '#renderer/components/status-strip/status-strip.tsx'
import { m } from '#renderer/paraglide/messages.js'

export function useWorkspaceInfo() {
  const core = useCore()
  return useQuery({ queryKey: ['workspace', 'info'], queryFn: ({ signal }) => core.workspace.info(undefined, { signal }) })
}

/** Says that invented tenders are in the lists, for as long as they are. */
export function SampleBanner() {
  const core = useCore()
  const queries = useQueryClient()
  const info = useWorkspaceInfo()
  const clear = useMutation({
    mutationFn: () => core.workspace.clearSample(),
    onSuccess: () => queries.invalidateQueries(),
    onError: () => notifyFailure(m.sample_clear_failed()),
  })
  if (info.data?.hasSample !== true) return null
  return (
    <StatusStrip tone="info" text={m.sample_banner()}>
      <Button variant="default" size="compact-sm" loading={clear.isPending} onClick={() => clear.mutate()}>
        {m.sample_clear()}
      </Button>
    </StatusStrip>
  )
}
