import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCore } from '#renderer/app/core.tsx'
import { notifyFailure, useUndo } from '#renderer/app/undo.tsx'
import { fieldName, stageName } from '#renderer/features/tenders/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { ReviewedField } from '#shared/tenders/review.ts'
import type { Lot, Tender, TenderField, TenderStage, UseCase } from '#shared/tenders/tender.ts'

/** The changes a person makes to a tender; each can be taken back. */
export function useTenderChanges(tender: Tender) {
  const core = useCore()
  const queries = useQueryClient()
  const { offer } = useUndo()
  const { id } = tender
  const refresh = () => queries.invalidateQueries({ queryKey: ['tenders'] })
  const onError = () => notifyFailure(m.save_failed())

  const writeFact = async (field: TenderField, value: string | null) => {
    const { tender: latest } = await core.tenders.get({ id })
    await core.tenders.update({ id, version: latest.version, facts: { [field]: value } })
    await refresh()
  }
  const fact = useMutation({
    mutationFn: ({ field, value }: { field: TenderField; value: string | null }) => writeFact(field, value),
    onSuccess: (_done, { field }) => {
      const before = tender[field]
      offer(m.fact_saved({ field: fieldName(field) }), () => writeFact(field, before))
    },
    onError,
  })

  const writeLots = async (lots: Lot[]) => {
    const { tender: latest } = await core.tenders.get({ id })
    await core.tenders.update({ id, version: latest.version, facts: { lots } })
    await refresh()
  }
  const lots = useMutation({
    mutationFn: writeLots,
    onSuccess: () => {
      const before = tender.lots
      offer(m.lots_saved(), () => writeLots(before))
    },
    onError,
  })

  const writeAccepted = async (field: ReviewedField, isAccepted: boolean) => {
    await core.tenders.acceptFact({ id, field, isAccepted })
    await refresh()
  }
  const accepted = useMutation({
    mutationFn: (field: ReviewedField) => writeAccepted(field, true),
    onSuccess: (_done, field) => offer(m.fact_accepted({ field: fieldName(field) }), () => writeAccepted(field, false)),
    onError,
  })

  const writeStage = async (stage: TenderStage) => {
    await core.tenders.setStage({ id, stage })
    await refresh()
  }
  const stage = useMutation({
    mutationFn: writeStage,
    onSuccess: (_done, next) => {
      const before = tender.stage
      offer(m.stage_set({ stage: stageName(next) }), () => writeStage(before))
    },
    onError,
  })

  const useCase = useMutation({
    mutationFn: async (next: UseCase | null) => {
      await core.tenders.update({ id, version: tender.version, facts: {}, useCase: next })
      await refresh()
    },
    onError,
  })
  return { saveFact: fact.mutate, acceptFact: accepted.mutate, saveLots: lots.mutate, setStage: stage.mutate, setUseCase: useCase.mutate }
}
