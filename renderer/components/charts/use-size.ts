import { type RefObject, useLayoutEffect, useState } from 'react'

export type Size = { width: number; height: number }

/** The size of an element in whole pixels, kept up to date; `fallback` where there is no layout (tests, the first frame). */
export function useSize(element: RefObject<HTMLElement | null>, fallback: Size): Size {
  const [size, setSize] = useState(fallback)
  useLayoutEffect(() => {
    const target = element.current
    if (target === null || typeof ResizeObserver === 'undefined') return
    const measure = () => {
      const width = Math.floor(target.clientWidth)
      const height = Math.floor(target.clientHeight)
      if (width > 0 && height > 0) setSize((before) => (before.width === width && before.height === height ? before : { width, height }))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(target)
    return () => observer.disconnect()
  }, [element])
  return size
}
