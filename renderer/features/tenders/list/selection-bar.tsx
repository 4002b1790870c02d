import { Button, Menu } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCore } from '#renderer/app/core.tsx'
import { notifyFailure, useUndo } from '#renderer/app/undo.tsx'
import { stageName, stages } from '#renderer/features/tenders/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { TenderRow } from '#shared/tenders/contract.ts'
import type { TenderStage } from '#shared/tenders/tender.ts'
import styles from './tender-list.module.css'

export function SelectionBar({ selected, onClear }: { selected: ReadonlyMap<string, TenderRow>; onClear: () => void }) {
  const core = useCore()
  const queries = useQueryClient()
  const { offer } = useUndo()
  const rows = [...selected.values()]
  const setStages = async (next: readonly { id: string; stage: TenderStage }[]) => {
    await Promise.all(next.map((change) => core.tenders.setStage(change)))
    await queries.invalidateQueries({ queryKey: ['tenders'] })
  }
  const move = useMutation({
    mutationFn: (stage: TenderStage) => setStages(rows.map(({ id }) => ({ id, stage }))),
    onSuccess: (_done, stage) => {
      onClear()
      offer(m.stage_moved({ count: rows.length, stage: stageName(stage) }), () => setStages(rows))
    },
    onError: () => notifyFailure(m.save_failed()),
  })
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
            <Menu.Item key={stage} onClick={() => move.mutate(stage)}>
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
