import { Button, Menu } from '@mantine/core'
import { useStageMoves } from '#renderer/features/tenders/use-stage-moves.ts'
import { stageName, stages } from '#renderer/features/tenders/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { TenderRow } from '#shared/tenders/contract.ts'
import styles from './tender-list.module.css'

export function SelectionBar({ selected, onClear }: { selected: ReadonlyMap<string, TenderRow>; onClear: () => void }) {
  const move = useStageMoves(onClear)
  const tenders = [...selected.values()]
  return (
    <div className={styles.selection} role="region" aria-label={m.selected_count({ count: selected.size })}>
      <span>{m.selected_count({ count: selected.size })}</span>
      <Menu position="top-start">
        <Menu.Target>
          <Button variant="default" size="compact-sm" loading={move.isPending}>
            {m.stage_change()}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {stages.map((stage) => (
            <Menu.Item key={stage} onClick={() => move.mutate({ tenders, stage })}>
              {stageName(stage)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button variant="subtle" size="compact-sm" onClick={onClear}>
        {m.selection_clear()}
      </Button>
    </div>
  )
}
