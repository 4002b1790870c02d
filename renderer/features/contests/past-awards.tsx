import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useCore } from '#renderer/app/core.tsx'
import { useLocale } from '#renderer/app/i18n.tsx'
import { shortPrice } from '#renderer/features/contests/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { AwardStart } from '#shared/contests/past-awards.ts'
import css from '#renderer/features/contests/contests.module.css'

/** What this buyer and projects of this kind paid before, each with the size of its sample: a start, not a forecast. */
export function PastAwards({ bidId, onAdd }: { bidId: string; onAdd: (start: AwardStart) => void }) {
  useLocale()
  const core = useCore()
  const { data } = useQuery({ queryKey: ['contests', 'past-awards', bidId], queryFn: ({ signal }) => core.contests.pastAwards({ bidId }, { signal }) })
  if (data === undefined) return null
  if (data.length === 0) return <span className={css.unit}>{m.contest_awards_few()}</span>
  const groups = data.filter(({ basis }) => basis !== 'supplier')
  const suppliers = data.filter(({ basis }) => basis === 'supplier')
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button size="compact-sm" variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>{m.contest_awards_use()}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {groups.map((start) => <Start key={start.basis} start={start} onAdd={onAdd} />)}
        {suppliers.length > 0 && <Menu.Label>{m.contest_awards_winners()}</Menu.Label>}
        {suppliers.map((start) => <Start key={start.supplier} start={start} onAdd={onAdd} />)}
      </Menu.Dropdown>
    </Menu>
  )
}

function Start({ start, onAdd }: { start: AwardStart; onAdd: (start: AwardStart) => void }) {
  const language = useLocale()
  const { low, likely, high, samples, isOfLimit } = start
  const range = m.contest_awards_range({ low: shortPrice(low, language), likely: shortPrice(likely, language), high: shortPrice(high, language) })
  return (
    <Menu.Item onClick={() => onAdd(start)} title={isOfLimit ? m.contest_awards_of_limit() : m.contest_awards_of_amounts()}>
      <span className={css.start}><span>{m.contest_awards_sample({ basis: nameOf(start), count: samples })}</span><span>{range}</span></span>
    </Menu.Item>
  )
}

function nameOf({ basis, supplier }: AwardStart): string {
  switch (basis) {
    case 'buyer-and-kind': return m.contest_awards_buyer_kind()
    case 'buyer': return m.contest_awards_buyer()
    case 'kind': return m.contest_awards_kind()
    case 'supplier': return supplier ?? ''
  }
}
