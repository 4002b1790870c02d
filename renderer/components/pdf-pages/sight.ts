import type { RefObject } from 'react'

type Watched = { number: number; onNear: (isNear: boolean) => void }

/** Says which pages are near what is in sight, and which one is in its middle. One watch for all pages: a book has hundreds. */
export type Sight = { watch(page: HTMLElement, watched: Watched): () => void }

/** Pages within this of what is in sight are drawn ahead. */
const ahead = '600px 0px'
const middle = '-45% 0px -54% 0px'

export function createSight(scroller: RefObject<HTMLElement | null>, onPage: (page: number) => void): Sight {
  const pages = new Map<Element, Watched>()
  const observe = (rootMargin: string, tell: (watched: Watched, isIn: boolean) => void) =>
    new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        const watched = pages.get(target)
        if (watched !== undefined) tell(watched, isIntersecting)
      }
    }, { root: scroller.current, rootMargin })
  let observers: IntersectionObserver[] = []
  return {
    watch(page, watched) {
      // Only now the scroller is there.
      if (observers.length === 0) observers = [observe(ahead, ({ onNear }, isIn) => onNear(isIn)), observe(middle, ({ number }, isIn) => { if (isIn) onPage(number) })]
      pages.set(page, watched)
      for (const observer of observers) observer.observe(page)
      return () => {
        pages.delete(page)
        for (const observer of observers) observer.unobserve(page)
      }
    },
  }
}

/** Whether any of the page can be seen without scrolling. */
export function isInSight(page: HTMLElement | null, scroller: HTMLElement | null): boolean {
  if (page === null || scroller === null) return true
  const [{ top, bottom }, room] = [page.getBoundingClientRect(), scroller.getBoundingClientRect()]
  return bottom >= room.top && top <= room.bottom
}
