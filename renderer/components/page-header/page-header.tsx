import type { ReactNode } from 'react'
import styles from './page-header.module.css'

/** The head of a screen: its name, the facts under it, and what can be done at the right. */
export function PageHeader({ title, facts = [], children }: { title: string; facts?: readonly ReactNode[]; children?: ReactNode }) {
  return (
    <div className={styles.head}>
      <div className={styles.names}>
        <h1 title={title}>{title}</h1>
        {facts.length > 0 && (
          <ul>
            {facts.map((fact, index) => (
              <li key={index}>{fact}</li>
            ))}
          </ul>
        )}
      </div>
      {children}
    </div>
  )
}
