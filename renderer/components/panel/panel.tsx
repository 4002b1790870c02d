import type { ReactNode } from 'react'
import css from '#renderer/components/panel/panel.module.css'

/** A framed part of a screen with its name, a quiet hint and what can be done; `isWide` takes every column of the grid it lies in. */
export function Panel({ title, hint, aside, isWide = false, children }: { title: string; hint?: string; aside?: ReactNode; isWide?: boolean; children: ReactNode }) {
  return (
    <section className={css.panel} aria-label={title} data-wide={isWide || undefined}>
      <header className={css.head}>
        <h2>{title}</h2>
        {hint !== undefined && <span className={css.hint} title={hint}>{hint}</span>}
        {aside}
      </header>
      {children}
    </section>
  )
}
