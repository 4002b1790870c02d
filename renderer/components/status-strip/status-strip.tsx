import { CloseButton } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { m } from '#renderer/paraglide/messages.js'
import styles from './status-strip.module.css'

/** One line under the top bar: something about the whole window that the person should know. */
export function StatusStrip({ tone, text, children, onClose }: { tone: 'warn' | 'info'; text: string; children?: ReactNode; onClose?: () => void }) {
  const ToneIcon = tone === 'warn' ? IconAlertTriangle : IconInfoCircle
  return (
    <div className={styles.strip} data-tone={tone} role="status">
      <ToneIcon size={15} stroke={1.8} aria-hidden="true" />
      <span className={styles.text}>{text}</span>
      {children}
      {onClose !== undefined && <CloseButton size="sm" aria-label={m.close()} onClick={onClose} />}
    </div>
  )
}
