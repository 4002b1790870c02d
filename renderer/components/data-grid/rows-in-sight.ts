import { useCallback, useEffect, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'

const overscan = 20
const headHeight = 34
/** Before the grid has been measured, and where nothing can be: about a screenful. */
const firstGuess = 30

type Rows = { first: number; last: number }

/** Which rows of equal height are in sight, with some to spare above and below. */
export function useRowsInSight(gridRef: RefObject<HTMLElement | null>, total: number, rowHeight: number): Rows & { onScroll: () => void } {
  const [{ top, count }, setSight] = useState({ top: 0, count: firstGuess })
  const measure = useCallback(() => {
    const grid = gridRef.current
    if (grid === null) return
    const next = { top: Math.floor(grid.scrollTop / rowHeight), count: grid.clientHeight === 0 ? firstGuess : Math.ceil(grid.clientHeight / rowHeight) }
    setSight((before) => (before.top === next.top && before.count === next.count ? before : next))
  }, [gridRef, rowHeight])
  useEffect(() => {
    const grid = gridRef.current
    if (grid === null) return undefined
    const observer = new ResizeObserver(measure)
    observer.observe(grid)
    return () => observer.disconnect()
  }, [gridRef, measure])
  const first = Math.max(0, Math.min(top, total - 1) - overscan)
  // Drawn in the frame that scrolls: a frame later the place would be empty for an eye's blink.
  const onScroll = () => flushSync(measure)
  return { first, last: Math.min(total - 1, top + count + overscan), onScroll }
}

/** Brings a row into sight below the sticky header, moving as little as possible. */
export function scrollToRow(grid: HTMLElement, index: number, rowHeight: number): void {
  const top = index * rowHeight
  const bottom = top + rowHeight
  const inSight = grid.clientHeight - headHeight
  if (top < grid.scrollTop) grid.scrollTop = top
  else if (bottom > grid.scrollTop + inSight) grid.scrollTop = bottom - inSight
}
