import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCore } from '#renderer/app/core.tsx'
import type { CoreClient } from '#shared/contract.ts'

export function usePacks() {
  const core = useCore()
  return useQuery({ queryKey: ['rules', 'packs'], queryFn: ({ signal }) => core.rules.packs(undefined, { signal }), staleTime: Infinity })
}

export function useThresholds() {
  const core = useCore()
  return useQuery({ queryKey: ['rules', 'thresholds'], queryFn: ({ signal }) => core.rules.thresholds(undefined, { signal }), staleTime: 0 })
}

/** A change of the rules: every verdict, approval and figure made under them is asked for again. */
export function useRuleChange<Input, Output>(act: (core: CoreClient, input: Input) => Promise<Output>, { onDone, onFailure }: { onDone: (output: Output) => void; onFailure: (error: unknown) => void }) {
  const core = useCore()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: Input) => act(core, input),
    onSuccess: async (output) => {
      onDone(output)
      await queries.invalidateQueries()
    },
    onError: onFailure,
  })
}
