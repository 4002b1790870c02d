import type { KeyboardEvent, PointerEvent } from 'react'
import { m } from '#renderer/paraglide/messages.js'
import styles from './data-grid.module.css'

const narrowest = 60
const widest = 1200
const step = 16

/** The right edge of a column's head: dragged, or moved with ← →. */
export function ColumnEdge({ name, width, onResize }: { name: string; width: number; onResize: (width: number) => void }) {
  const resize = (next: number) => onResize(Math.round(Math.min(Math.max(next, narrowest), widest)))
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    const edge = event.currentTarget
    // A column may be wider than asked for, where it shares the room left over: it is dragged from where it stands.
    const from = edge.parentElement?.getBoundingClientRect().width ?? width
    const startX = event.clientX
    event.preventDefault()
    edge.setPointerCapture(event.pointerId)
    const onMove = (moved: globalThis.PointerEvent) => resize(from + moved.clientX - startX)
    edge.addEventListener('pointermove', onMove)
    edge.addEventListener('lostpointercapture', () => edge.removeEventListener('pointermove', onMove), { once: true })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    event.stopPropagation()
    resize(width + (event.key === 'ArrowRight' ? step : -step))
  }
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={m.grid_resize({ column: name })}
      aria-valuenow={width}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      tabIndex={0}
      className={styles.edge}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
    />
  )
}
