import { Kbd, Modal } from '@mantine/core'
import { screens } from '#renderer/app/screens.tsx'
import { m } from '#renderer/paraglide/messages.js'
import styles from './shortcut-sheet.module.css'

export function ShortcutSheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const rows: [string, string][] = [
    ['Ctrl K', m.keys_palette()],
    ...screens.map((screen, index): [string, string] => [`Ctrl ${index + 1}`, screen.name()]),
    ['Alt ← →', m.keys_back()],
    ['/', m.keys_search()],
    ['↑ ↓', m.keys_rows()],
    ['Enter', m.keys_open()],
    ['Space', m.keys_select()],
    ['Ctrl N', m.keys_new()],
    ['Ctrl O', m.keys_import()],
    ['Ctrl Shift V', m.keys_paste()],
    ['Ctrl Z', m.keys_undo()],
    ['Esc', m.keys_close()],
    ['?', m.keys_sheet()],
  ]
  return (
    <Modal opened={isOpen} onClose={onClose} title={m.keys_title()} closeButtonProps={{ 'aria-label': m.close() }}>
      <dl className={styles.keys}>
        {rows.map(([keys, meaning]) => (
          <div key={keys}>
            <dt>
              <Kbd>{keys}</Kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
