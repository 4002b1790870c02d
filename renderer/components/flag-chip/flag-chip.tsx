import { FlagShape, type FlagLook } from '#renderer/components/flag-chip/flag-shape.tsx'
import { m } from '#renderer/paraglide/messages.js'
import type { Verdict } from '#shared/estimate/verdict.ts'
import styles from './flag-chip.module.css'

export function flagLook(verdict: Verdict): FlagLook {
  switch (verdict) {
    case 'over-ceiling':
      return 'over'
    case 'abnormally-low':
      return 'abn'
    case 'below-incremental':
    case 'below-fulfilment':
    case 'below-full-cost':
      return 'loss'
    case 'likely-loss':
      return 'likely'
    case 'cannot-judge':
      return 'unknown'
    case 'underpriced':
      return 'under'
    case 'thin':
      return 'thin'
    case 'healthy':
      return 'healthy'
  }
}

/** The verdict in words, as the chip shows it. */
export function flagName(look: FlagLook): string {
  switch (look) {
    case 'over':
      return m.flag_over()
    case 'abn':
      return m.flag_abn()
    case 'loss':
      return m.flag_loss()
    case 'likely':
      return m.flag_likely()
    case 'under':
      return m.flag_under()
    case 'thin':
      return m.flag_thin()
    case 'healthy':
      return m.flag_healthy()
    case 'unknown':
      return m.flag_unknown()
  }
}

/** Colour, shape and words together. `large` is the one in the verdict bar; `shapeOnly` keeps the words for screen readers. */
export function FlagChip({ verdict, size = 'normal', shapeOnly = false }: { verdict: Verdict; size?: 'normal' | 'large'; shapeOnly?: boolean }) {
  const look = flagLook(verdict)
  const name = flagName(look)
  return (
    <span className={styles['chip']} data-look={look} data-size={size} data-shape-only={shapeOnly || undefined} title={shapeOnly ? name : undefined}>
      <FlagShape look={look} size={size === 'large' ? 18 : 13} />
      <span className={styles['name']}>{name}</span>
    </span>
  )
}
