import type { PointerEvent } from 'react'
import styles from './data-grid.module.css'

export const narrowestColumn = 60
export const widestColumn = 1200

/** The right edge of a column's head, to be dragged. It is no tab stop of its own: without a mouse the width is typed where columns are chosen. */
export function ColumnEdge({ width, onResize }: { width: number; onResize: (width: number) => void }) {
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    const edge = event.currentTarget
    // A column may be wider than asked for, where it shares the room left over: it is dragged from where it stands.
    const from = edge.parentElement?.getBoundingClientRect().width ?? width
    const startX = event.clientX
    event.preventDefault()
    edge.setPointerCapture(event.pointerId)
    const onMove = (moved: globalThis.PointerEvent) => onResize(Math.round(Math.min(Math.max(from + moved.clientX - startX, narrowestColumn), widestColumn)))
    edge.addEventListener('pointermove', onMove)
    edge.addEventListener('lostpointercapture', () => edge.removeEventListener('pointermove', onMove), { once: true })
  }
  return <div aria-hidden="true" className={styles.edge} onPointerDown={onPointerDown} />
}
