import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCore } from '#renderer/app/core.tsx'
import { notifyFailure } from '#renderer/app/undo.tsx'
import { m } from '#renderer/paraglide/messages.js'
import type { Track } from '#shared/pricing/track.ts'
import type { KnownDates } from '#shared/schedule/known-dates.ts'

type Change = { known?: KnownDates; track?: Track | null; isMuted?: boolean }

/** What is written down about a tender's dates, and how it is changed. */
export function useSchedule(tenderId: string) {
  const core = useCore()
  const queries = useQueryClient()
  const kept = useQuery({ queryKey: ['schedule', tenderId], queryFn: ({ signal }) => core.schedule.get({ tenderId }, { signal }) })
  const save = useMutation({
    mutationFn: (change: Change) => core.schedule.save({ tenderId, ...change }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['schedule'] }),
    onError: () => notifyFailure(m.save_failed()),
  })
  return { schedule: kept.data, save: save.mutateAsync }
}
