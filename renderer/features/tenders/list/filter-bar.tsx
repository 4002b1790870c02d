import { TextInput, UnstyledButton } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import type { ReactNode, RefObject } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useCore } from '#renderer/app/core.tsx'
import { useLocale } from '#renderer/app/i18n.tsx'
import { usePreferences } from '#renderer/app/preferences.tsx'
import { ListFilter } from '#renderer/features/tenders/list/filter-lists.tsx'
import { DeadlineFilter, WorthFilter } from '#renderer/features/tenders/list/filter-ranges.tsx'
import { isEmptyFilter, type View } from '#renderer/features/tenders/list/view.ts'
import { usePeople } from '#renderer/components/use-people.ts'
import { stageName, stages } from '#renderer/features/tenders/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import { emptyFilter, type TenderFilter } from '#shared/tenders/filter.ts'
import type { TenderStage } from '#shared/tenders/tender.ts'
import filters from './filters.module.css'
import styles from './tender-list.module.css'

type FilterBarProps = {
  view: View
  onChange: (part: Partial<View>) => void
  total: number | undefined
  isCounted: boolean
  searchRef: RefObject<HTMLInputElement | null>
  onLeaveSearch: () => void
  children?: ReactNode
}

const listParts = ['buyers', 'owners', 'verdicts', 'useCases', 'decisions', 'regions', 'agencies', 'sources'] as const

export function FilterBar({ view, onChange, total, isCounted, searchRef, onLeaveSearch, children }: FilterBarProps) {
  const { filter } = view
  const people = usePeople()
  const set = (part: Partial<TenderFilter>) => onChange({ filter: { ...filter, ...part } })
  const toggle = (stage: TenderStage) => set({ stages: filter.stages.includes(stage) ? filter.stages.filter((each) => each !== stage) : [...filter.stages, stage] })
  const isOpenOnly = filter.deadline?.kind === 'open'
  return (
    <div role="search">
      <div className={styles.filters}>
        <SearchBox query={filter.query} onQuery={(query) => set({ query })} searchRef={searchRef} onLeave={onLeaveSearch} />
        <div className={styles.stages} role="group" aria-label={m.column_stage()}>
          {stages.map((stage) => (
            <UnstyledButton key={stage} className={styles.stageFilter} aria-pressed={filter.stages.includes(stage)} onClick={() => toggle(stage)}>
              {stageName(stage)}
            </UnstyledButton>
          ))}
          <UnstyledButton className={styles.stageFilter} data-apart aria-pressed={isOpenOnly} onClick={() => set({ deadline: isOpenOnly ? null : { kind: 'open' } })}>
            {m.filter_open()}
          </UnstyledButton>
          <ToReview isOn={filter.toReview} onToggle={() => set({ toReview: !filter.toReview })} />
        </div>
        <span className={styles.count} role="status">
          {total === undefined ? '' : isCounted ? m.tenders_count({ count: total.toLocaleString('en-US') }) : m.tenders_counting({ count: total.toLocaleString('en-US') })}
        </span>
        <UnitToggle />
      </div>
      <div className={filters.pills}>
        <DeadlineFilter filter={filter} onChange={set} />
        <WorthFilter filter={filter} onChange={set} />
        {listParts.map((part) => (
          <ListFilter key={part} part={part} filter={filter} people={people} onChange={set} />
        ))}
        {!isEmptyFilter(filter) && (
          <UnstyledButton className={styles.stageFilter} onClick={() => onChange({ filter: emptyFilter })}>
            {m.filter_clear()}
          </UnstyledButton>
        )}
        <span className={filters.spacer} />
        {children}
      </div>
    </div>
  )
}

/** The tenders with facts somebody should check; shown while there are any. */
function ToReview({ isOn, onToggle }: { isOn: boolean; onToggle: () => void }) {
  const core = useCore()
  const count = useQuery({ queryKey: ['tenders', 'review-count'], queryFn: ({ signal }) => core.tenders.reviewCount(undefined, { signal }) }).data?.tenders ?? 0
  if (count === 0 && !isOn) return null
  return (
    <UnstyledButton className={styles.stageFilter} aria-pressed={isOn} onClick={onToggle}>
      {m.filter_to_review({ count })}
    </UnstyledButton>
  )
}

function SearchBox({ query, onQuery, searchRef, onLeave }: { query: string; onQuery: (query: string) => void; searchRef: RefObject<HTMLInputElement | null>; onLeave: () => void }) {
  return (
    <TextInput
      ref={searchRef}
      className={styles.searchBox}
      type="search"
      value={query}
      onChange={(event) => onQuery(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape' && query !== '') onQuery('')
        else if (event.key === 'ArrowDown' || event.key === 'Enter' || event.key === 'Escape') onLeave()
        else return
        event.preventDefault()
      }}
      placeholder={m.tenders_search()}
      aria-label={m.tenders_search()}
      leftSection={<IconSearch size={14} />}
      maxLength={200}
    />
  )
}

/** 万元 is a Chinese way of reading amounts; the other languages always show them in full. */
function UnitToggle() {
  const { preferences, change } = usePreferences()
  if (useLocale() !== 'zh-CN') return null
  return (
    <UnstyledButton className={styles.stageFilter} aria-pressed={preferences.moneyUnit === 'wan'} onClick={() => change({ moneyUnit: preferences.moneyUnit === 'wan' ? 'yuan' : 'wan' })}>
      {m.unit_wan()}
    </UnstyledButton>
  )
}
