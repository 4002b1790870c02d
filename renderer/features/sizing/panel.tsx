import type { ReactNode } from 'react'
import css from '#renderer/features/sizing/sizing.module.css'

/** A framed part of the tab with its name, a quiet hint and what can be done. */
export function Panel({ title, hint, aside, children }: { title: string; hint?: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className={css.panel} aria-label={title}>
      <header className={css.panelHead}>
        <h2>{title}</h2>
        {hint !== undefined && <span className={css.hint}>{hint}</span>}
        {aside}
      </header>
      {children}
    </section>
  )
}
