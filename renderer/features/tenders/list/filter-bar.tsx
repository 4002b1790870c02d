import { TextInput, UnstyledButton } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import type { RefObject } from 'react'
import type { View } from '#renderer/features/tenders/list/view.ts'
import { useLocale } from '#renderer/app/i18n.tsx'
import { usePreferences } from '#renderer/app/preferences.tsx'
import { stageName, stages } from '#renderer/features/tenders/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { TenderStage } from '#shared/tenders/tender.ts'
import styles from './tender-list.module.css'

type FilterBarProps = {
  view: View
  onChange: (part: Partial<View>) => void
  total: number | undefined
  searchRef: RefObject<HTMLInputElement | null>
  onLeaveSearch: () => void
}

export function FilterBar({ view, onChange, total, searchRef, onLeaveSearch }: FilterBarProps) {
  const toggle = (stage: TenderStage) => onChange({ stages: view.stages.includes(stage) ? view.stages.filter((each) => each !== stage) : [...view.stages, stage] })
  return (
    <div className={styles.filters} role="search">
      <TextInput
        ref={searchRef}
        className={styles.searchBox}
        type="search"
        value={view.query}
        onChange={(event) => onChange({ query: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Escape' && view.query !== '') onChange({ query: '' })
          else if (event.key === 'ArrowDown' || event.key === 'Enter' || event.key === 'Escape') onLeaveSearch()
          else return
          event.preventDefault()
        }}
        placeholder={m.tenders_search()}
        aria-label={m.tenders_search()}
        leftSection={<IconSearch size={14} />}
        maxLength={200}
      />
      <div className={styles.stages} role="group" aria-label={m.column_stage()}>
        {stages.map((stage) => (
          <UnstyledButton key={stage} className={styles.stageFilter} aria-pressed={view.stages.includes(stage)} onClick={() => toggle(stage)}>
            {stageName(stage)}
          </UnstyledButton>
        ))}
        <UnstyledButton className={styles.stageFilter} data-apart aria-pressed={view.isOpenOnly} onClick={() => onChange({ isOpenOnly: !view.isOpenOnly })}>
          {m.filter_open()}
        </UnstyledButton>
      </div>
      <span className={styles.count} role="status">
        {total === undefined ? '' : m.tenders_count({ count: total.toLocaleString('en-US') })}
      </span>
      <UnitToggle />
    </div>
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
