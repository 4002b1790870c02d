import { Popover, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconX } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { m } from '#renderer/paraglide/messages.js'
import styles from './filters.module.css'

/** A part of the filter: says what is chosen, opens what there is to choose, and can be cleared at once. */
export function FilterPill({ name, chosen, onClear, children }: { name: string; chosen: string | null; onClear: () => void; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus returnFocus shadow="md">
      <div className={styles.pill} data-on={chosen !== null || undefined}>
        <Popover.Target>
          <UnstyledButton className={styles.pillName} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {chosen === null ? name : m.filter_is({ name, value: chosen })}
            <IconChevronDown size={12} aria-hidden="true" />
          </UnstyledButton>
        </Popover.Target>
        {chosen !== null && (
          <UnstyledButton className={styles.pillClear} aria-label={m.filter_clear_one({ name })} onClick={onClear}>
            <IconX size={12} aria-hidden="true" />
          </UnstyledButton>
        )}
      </div>
      <Popover.Dropdown className={styles.panel} aria-label={name}>{children}</Popover.Dropdown>
    </Popover>
  )
}
