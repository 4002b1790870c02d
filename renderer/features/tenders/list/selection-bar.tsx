import { Button, Menu, Modal } from '@mantine/core'
import { useState } from 'react'
import { PersonSelect } from '#renderer/components/person-select.tsx'
import { projectKindName } from '#renderer/components/project-kind.ts'
import { ExportMenu } from '#renderer/features/tenders/list/export-menu.tsx'
import { usePeople } from '#renderer/components/use-people.ts'
import { useManyChanges } from '#renderer/features/tenders/use-many-changes.ts'
import { projectKinds, stageName, stages } from '#renderer/features/tenders/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { TenderChange, TenderOrder, TenderTarget } from '#shared/tenders/contract.ts'
import styles from './tender-list.module.css'

type SelectionBarProps = { count: number; total: number; target: TenderTarget; order: TenderOrder; isAll: boolean; onSelectAll: () => void; onClear: () => void }

/** What can be done with the rows selected. */
export function SelectionBar({ count, total, target, order, isAll, onSelectAll, onClear }: SelectionBarProps) {
  const many = useManyChanges(onClear)
  const run = (change: TenderChange) => many.mutate({ target, change })
  const [isAsking, setAsking] = useState(false)
  const text = m.selected_count({ count: count.toLocaleString('en-US') })
  return (
    <div className={styles.selection} role="region" aria-label={text}>
      <span>{text}</span>
      {!isAll && total > count && (
        <Button variant="subtle" size="compact-sm" onClick={onSelectAll}>
          {m.select_all_matching({ count: total.toLocaleString('en-US') })}
        </Button>
      )}
      <Choose label={m.stage_change()} isBusy={many.isPending} choices={stages.map((stage) => ({ label: stageName(stage), run: () => run({ kind: 'stage', stage }) }))} />
      <OwnerButton onChoose={(owner) => run({ kind: 'owner', owner })} />
      <Choose label={m.use_case_change()} isBusy={many.isPending} choices={projectKinds.map((useCase) => ({ label: projectKindName(useCase), run: () => run({ kind: 'useCase', useCase }) }))} />
      <ExportMenu target={target} order={order} button={<Button variant="default" size="compact-sm">{m.tenders_export()}</Button>} />
      <Button variant="default" size="compact-sm" color="red" onClick={() => setAsking(true)}>
        {m.tenders_delete()}
      </Button>
      <Button variant="subtle" size="compact-sm" onClick={onClear}>
        {m.selection_clear()}
      </Button>
      <Modal opened={isAsking} onClose={() => setAsking(false)} title={m.delete_title({ count })} size={440} closeButtonProps={{ 'aria-label': m.close() }}>
        <p>{m.delete_text()}</p>
        <div className={styles.ask}>
          <Button variant="default" data-autofocus onClick={() => setAsking(false)}>
            {m.cancel()}
          </Button>
          <Button
            color="red"
            onClick={() => {
              setAsking(false)
              run({ kind: 'delete' })
            }}
          >
            {m.tenders_delete()}
          </Button>
        </div>
      </Modal>
    </div>
  )
}

function Choose({ label, isBusy, choices }: { label: string; isBusy: boolean; choices: readonly { label: string; run: () => void }[] }) {
  return (
    <Menu position="top-start">
      <Menu.Target>
        <Button variant="default" size="compact-sm" loading={isBusy}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map((choice) => (
          <Menu.Item key={choice.label} onClick={choice.run}>
            {choice.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function OwnerButton({ onChoose }: { onChoose: (owner: string | null) => void }) {
  const [isOpen, setOpen] = useState(false)
  const [owner, setOwner] = useState<string | null>(null)
  const people = usePeople()
  return (
    <>
      <Button variant="default" size="compact-sm" onClick={() => setOpen(true)}>
        {m.owner_change()}
      </Button>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title={m.owner_change()} size={400} closeButtonProps={{ 'aria-label': m.close() }}>
        <PersonSelect label={m.column_owner()} placeholder={m.owner_hint()} people={people} value={owner} onChange={setOwner} isLabelShown />
        <div className={styles.ask}>
          <Button variant="default" onClick={() => setOpen(false)}>
            {m.cancel()}
          </Button>
          <Button
            onClick={() => {
              setOpen(false)
              onChoose(owner)
            }}
          >
            {owner === null ? m.owner_clear() : m.owner_give({ owner })}
          </Button>
        </div>
      </Modal>
    </>
  )
}
