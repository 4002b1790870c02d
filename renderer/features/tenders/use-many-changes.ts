import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCore } from '#renderer/app/core.tsx'
import { notifyDone, notifyFailure, useUndo } from '#renderer/app/undo.tsx'
import { projectKindName } from '#renderer/components/project-kind.ts'
import { stageName } from '#renderer/features/tenders/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { ChangedTenders, TenderChange, TenderTarget } from '#shared/tenders/contract.ts'

/** Changes one tender or thousands in one step; what was before can be had back. */
export function useManyChanges(onDone?: () => void) {
  const core = useCore()
  const queries = useQueryClient()
  const { offer } = useUndo()
  return useMutation({
    mutationFn: (asked: { target: TenderTarget; change: TenderChange }) => core.tenders.change(asked),
    onSuccess: async (done, { change }) => {
      onDone?.()
      const { undoId } = done
      if (undoId === null) notifyDone(wordsOf(done, change))
      else {
        offer(wordsOf(done, change), async () => {
          const { lost } = await core.tenders.undo({ undoId })
          await queries.invalidateQueries()
          if (lost > 0) notifyFailure(m.change_undo_lost({ count: lost }))
        })
      }
      await queries.invalidateQueries()
    },
    onError: () => notifyFailure(m.save_failed()),
  })
}

function wordsOf({ changed, kept }: ChangedTenders, change: TenderChange): string {
  switch (change.kind) {
    case 'stage':
      return m.stage_moved({ count: changed, stage: stageName(change.stage) })
    case 'owner':
      return change.owner === null ? m.owner_cleared({ count: changed }) : m.owner_given({ count: changed, owner: change.owner })
    case 'useCase':
      return m.use_case_given({ count: changed, kind: change.useCase === null ? m.filter_none() : projectKindName(change.useCase) })
    case 'delete':
      return kept === 0 ? m.tenders_deleted({ count: changed }) : m.tenders_deleted_some({ count: changed, kept })
  }
}
