import type { ReactNode, Ref } from 'react'

// Something that scrolls must be reachable by keyboard even where nothing in it can be focused.
const reachable = { tabIndex: 0 } as const

/** A named part of the screen that scrolls by itself. */
export function ScrollRegion({ label, className, lang, ref, children }: { label: string; className?: string; lang?: string; ref?: Ref<HTMLElement>; children: ReactNode }) {
  return (
    <section ref={ref} className={className} aria-label={label} lang={lang} {...reachable}>
      {children}
    </section>
  )
}
