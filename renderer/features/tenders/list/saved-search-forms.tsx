import { ActionIcon, Button, Checkbox, Modal, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { m } from '#renderer/paraglide/messages.js'
import type { SavedSearch } from '#shared/saved-searches/saved-search.ts'
import styles from './filters.module.css'

const longestName = 60

export function NameSearch({ isOpen, onClose, onName }: { isOpen: boolean; onClose: () => void; onName: (name: string) => Promise<void> }) {
  const [name, setName] = useState('')
  const close = () => {
    setName('')
    onClose()
  }
  const submit = () => {
    if (name.trim() !== '') void onName(name.trim()).then(close, () => undefined)
  }
  return (
    <Modal opened={isOpen} onClose={close} title={m.search_save()} size={420} closeButtonProps={{ 'aria-label': m.close() }}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <TextInput label={m.search_name()} placeholder={m.search_name_example()} value={name} maxLength={longestName} data-autofocus onChange={(event) => setName(event.currentTarget.value)} />
        <div className={styles.actions}>
          <Button variant="default" onClick={close}>
            {m.cancel()}
          </Button>
          <Button type="submit" disabled={name.trim() === ''}>
            {m.search_save_it()}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

type ManageProps = { isOpen: boolean; searches: readonly SavedSearch[]; onClose: () => void; onSave: (searches: SavedSearch[]) => Promise<unknown> }

/** Rename, reorder, remove, and choose what the list opens with; nothing changes before it is saved. */
export function ManageSearches({ isOpen, searches, onClose, onSave }: ManageProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} title={m.search_manage()} size={560} closeButtonProps={{ 'aria-label': m.close() }}>
      <Editor searches={searches} onClose={onClose} onSave={onSave} />
    </Modal>
  )
}

function Editor({ searches, onClose, onSave }: Omit<ManageProps, 'isOpen'>) {
  const [edited, setEdited] = useState<SavedSearch[]>([...searches])
  const change = (at: number, part: Partial<SavedSearch>) => setEdited(edited.map((search, index) => (index === at ? { ...search, ...part } : part.isDefault === true ? { ...search, isDefault: false } : search)))
  const move = (at: number, by: -1 | 1) => {
    const next = [...edited]
    const [moved] = next.splice(at, 1)
    if (moved !== undefined) next.splice(at + by, 0, moved)
    setEdited(next)
  }
  return (
    <>
      <ul className={styles.orders}>
        {edited.map((search, at) => (
          <li key={search.id}>
            <TextInput size="xs" aria-label={m.search_name()} value={search.name} maxLength={longestName} error={search.name.trim() === ''} onChange={(event) => change(at, { name: event.currentTarget.value })} />
            <Checkbox size="xs" label={m.search_default()} checked={search.isDefault} onChange={(event) => change(at, { isDefault: event.currentTarget.checked })} />
            <ActionIcon variant="subtle" color="gray" size={26} aria-label={m.order_up({ name: search.name })} disabled={at === 0} onClick={() => move(at, -1)}>
              <IconArrowUp size={14} />
            </ActionIcon>
            <ActionIcon variant="subtle" color="gray" size={26} aria-label={m.order_down({ name: search.name })} disabled={at === edited.length - 1} onClick={() => move(at, 1)}>
              <IconArrowDown size={14} />
            </ActionIcon>
            <ActionIcon variant="subtle" color="gray" size={26} aria-label={m.search_remove({ name: search.name })} onClick={() => setEdited(edited.filter((each) => each !== search))}>
              <IconTrash size={14} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        <Button variant="default" onClick={onClose}>
          {m.cancel()}
        </Button>
        <Button disabled={edited.some(({ name }) => name.trim() === '')} onClick={() => void onSave(edited).then(onClose, () => undefined)}>
          {m.search_save_it()}
        </Button>
      </div>
    </>
  )
}
