import { useQuery } from '@tanstack/react-query'
import { memo } from 'react'
import { useCore } from '#renderer/app/core.tsx'
import { useLocale } from '#renderer/app/i18n.tsx'
import { roleName } from '#renderer/components/role-name.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { Verdict } from '#shared/estimate/verdict.ts'
import css from '#renderer/features/bids/price/side.module.css'

/** Who must sign at the verdict the price has now. */
export const Needs = memo(function Needs({ verdict }: { verdict: Verdict }) {
  useLocale()
  const core = useCore()
  const { data } = useQuery({ queryKey: ['approvals', 'desk'], queryFn: ({ signal }) => core.approvals.desk(undefined, { signal }), staleTime: 60_000 })
  if (data === undefined) return <footer className={css.needs} />
  const { level, approvers } = data.desk.policy.rungs[verdict]
  const names = approvers.map((role) => {
    const people = data.desk.roles.find(({ id }) => id === role)?.people ?? []
    return people.length === 0 ? m.price_needs_nobody({ role: roleName(role) }) : `${roleName(role)} ${people.join(m.list_separator())}`
  })
  const text = level === 'off' ? m.price_needs_off() : level === 'warn' ? m.price_needs_warn() : m.price_needs_sign({ names: names.join(m.list_separator()) })
  return <footer className={css.needs} title={text}><span>{m.price_needs()}</span><strong>{text}</strong></footer>
})
