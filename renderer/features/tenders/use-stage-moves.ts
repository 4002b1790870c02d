import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCore } from '#renderer/app/core.tsx'
import { notifyFailure, useUndo } from '#renderer/app/undo.tsx'
import { stageName } from '#renderer/features/tenders/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { TenderStage } from '#shared/tenders/tender.ts'

type Staged = { id: string; stage: TenderStage }

/** Moves tenders to another stage; what was before can be had back. */
export function useStageMoves(onMoved?: () => void) {
  const core = useCore()
  const queries = useQueryClient()
  const { offer } = useUndo()
  const write = async (next: readonly Staged[]) => {
    await Promise.all(next.map((change) => core.tenders.setStage(change)))
    await queries.invalidateQueries({ queryKey: ['tenders'] })
  }
  return useMutation({
    mutationFn: ({ tenders, stage }: { tenders: readonly Staged[]; stage: TenderStage }) => write(tenders.map(({ id }) => ({ id, stage }))),
    onSuccess: (_done, { tenders, stage }) => {
      onMoved?.()
      const before = tenders.map(({ id, stage }) => ({ id, stage }))
      offer(m.stage_moved({ count: tenders.length, stage: stageName(stage) }), () => write(before))
    },
    onError: () => notifyFailure(m.save_failed()),
  })
}
