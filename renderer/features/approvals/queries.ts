import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCore } from '#renderer/app/core.tsx'
import { usePreferences } from '#renderer/app/preferences.tsx'
import { useLocale } from '#renderer/app/i18n.tsx'
import { notifyFailure } from '#renderer/app/undo.tsx'
import { formatWan, formatYuan } from '#renderer/components/money-input/format-money.ts'
import { failureText } from '#renderer/features/approvals/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { CoreClient } from '#shared/contract.ts'

// Under 'bids', because whatever is saved of a bid may change who must sign it.
export function useApproval(bidId: string) {
  const core = useCore()
  return useQuery({ queryKey: ['bids', 'approval', bidId], queryFn: ({ signal }) => core.approvals.get({ bidId }, { signal }), staleTime: 0, placeholderData: (before) => before })
}

export function useDesk() {
  const core = useCore()
  return useQuery({ queryKey: ['approvals', 'desk'], queryFn: ({ signal }) => core.approvals.desk(undefined, { signal }), staleTime: 0 })
}

export function useWaiting() {
  const core = useCore()
  return useQuery({ queryKey: ['approvals', 'waiting'], queryFn: ({ signal }) => core.approvals.waiting(undefined, { signal }), staleTime: 0 })
}

export function useBudgets() {
  const core = useCore()
  return useQuery({ queryKey: ['approvals', 'budgets'], queryFn: ({ signal }) => core.approvals.budgets(undefined, { signal }), staleTime: 0 })
}

export function useLog() {
  const core = useCore()
  return useQuery({ queryKey: ['approvals', 'log'], queryFn: ({ signal }) => core.approvals.verify(undefined, { signal }), staleTime: 0 })
}

/** Something the log will hold; what depends on it is asked again. */
export function useLogged<Input, Output>(act: (core: CoreClient, input: Input) => Promise<Output>, onDone?: () => void) {
  const core = useCore()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (input: Input) => act(core, input),
    onSuccess: async () => {
      onDone?.()
      await refresh(queries)
    },
    onError: async (error) => {
      notifyFailure(failureText(error))
      await refresh(queries)
    },
  })
}

async function refresh(queries: QueryClient): Promise<void> {
  await queries.invalidateQueries({ predicate: ({ queryKey: [feature, what] }) => feature === 'approvals' || feature === 'portfolio' || (feature === 'bids' && (what === 'approval' || what === 'checks')) })
}

/** Amounts as this person reads them: 万元 only in Chinese. Unknown is a dash. */
export function useMoney(): (amount: string | null) => string {
  const locale = useLocale()
  const { preferences } = usePreferences()
  return (amount) => {
    if (amount === null) return '—'
    return locale === 'zh-CN' && preferences.moneyUnit === 'wan' ? m.amount_wan({ amount: formatWan(amount, locale) }) : formatYuan(amount, locale)
  }
}
