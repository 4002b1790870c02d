import { ActionIcon, Button, Checkbox, Modal, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconColumns3 } from '@tabler/icons-react'
import { useState } from 'react'
import { narrowestColumn, widestColumn } from '#renderer/components/data-grid/column-edge.tsx'
import { columnName } from '#renderer/features/tenders/list/column-words.ts'
import type { ColumnLayout } from '#renderer/features/tenders/list/use-columns.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { ShownColumn } from '#shared/saved-searches/contract.ts'
import { firstColumns, TenderColumn } from '#shared/tenders/columns.ts'
import styles from './filters.module.css'

/** `typed`: the width in pixels; empty for as wide as there is room. */
type Entry = { id: TenderColumn; isShown: boolean; typed: string }

/** Which columns stand in the table, and in which order. */
export function ColumnChooser({ layout }: { layout: ColumnLayout }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button variant="default" size="compact-sm" leftSection={<IconColumns3 size={14} />} onClick={() => setOpen(true)}>
        {m.columns_choose()}
      </Button>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title={m.columns_choose()} size={460} closeButtonProps={{ 'aria-label': m.close() }}>
        <Editor layout={layout} onClose={() => setOpen(false)} />
      </Modal>
    </>
  )
}

const isWidth = (typed: string) => typed.trim() === '' || (/^\d{2,4}$/.test(typed.trim()) && Number(typed) >= narrowestColumn && Number(typed) <= widestColumn)

function entriesOf(shown: readonly ShownColumn[]): Entry[] {
  const rest = TenderColumn.options.filter((id) => !shown.some((column) => column.id === id))
  return [...shown.map(({ id, width }) => ({ id, isShown: true, typed: width === null ? '' : String(width) })), ...rest.map((id) => ({ id, isShown: false, typed: '' }))]
}

function Editor({ layout, onClose }: { layout: ColumnLayout; onClose: () => void }) {
  const [entries, setEntries] = useState(() => entriesOf(layout.columns))
  const move = (at: number, by: -1 | 1) => {
    const next = [...entries]
    const [moved] = next.splice(at, 1)
    if (moved !== undefined) next.splice(at + by, 0, moved)
    setEntries(next)
  }
  const change = (entry: Entry, part: Partial<Entry>) => setEntries(entries.map((each) => (each === entry ? { ...each, ...part } : each)))
  const shown = entries.filter(({ isShown }) => isShown)
  return (
    <>
      <ul className={styles.orders}>
        {entries.map((entry, at) => (
          <li key={entry.id}>
            <Checkbox size="xs" label={columnName(entry.id)} checked={entry.isShown} onChange={(event) => change(entry, { isShown: event.currentTarget.checked })} />
            <TextInput size="xs" w={64} aria-label={m.columns_width({ column: columnName(entry.id) })} placeholder={m.columns_auto()} value={entry.typed} error={!isWidth(entry.typed)} disabled={!entry.isShown} onChange={(event) => change(entry, { typed: event.currentTarget.value })} />
            <ActionIcon variant="subtle" color="gray" size={26} aria-label={m.order_up({ name: columnName(entry.id) })} disabled={at === 0} onClick={() => move(at, -1)}>
              <IconArrowUp size={14} />
            </ActionIcon>
            <ActionIcon variant="subtle" color="gray" size={26} aria-label={m.order_down({ name: columnName(entry.id) })} disabled={at === entries.length - 1} onClick={() => move(at, 1)}>
              <IconArrowDown size={14} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        <Button variant="subtle" onClick={() => setEntries(entriesOf(firstColumns.map((id) => ({ id, width: null }))))}>
          {m.columns_first()}
        </Button>
        <Button variant="default" onClick={onClose}>
          {m.cancel()}
        </Button>
        <Button
          disabled={shown.length === 0 || !shown.every(({ typed }) => isWidth(typed))}
          onClick={() => {
            layout.save(shown.map(({ id, typed }) => ({ id, width: typed.trim() === '' ? null : Number(typed) })))
            onClose()
          }}
        >
          {m.search_save_it()}
        </Button>
      </div>
    </>
  )
}
