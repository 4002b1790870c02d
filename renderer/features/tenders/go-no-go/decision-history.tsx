import { useLocale } from '#renderer/app/i18n.tsx'
import { formatDeadline } from '#renderer/components/deadline/format-deadline.ts'
import { goDecisionName } from '#renderer/features/tenders/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { GoNoGoDecision } from '#shared/go-no-go/scorecard.ts'
import styles from './go-no-go.module.css'

/** Every decision, newest first, with the score it was taken on. */
export function DecisionHistory({ history }: { history: readonly GoNoGoDecision[] }) {
  const locale = useLocale()
  if (history.length === 0) return <p className={styles.pending}>{m.go_pending()}</p>
  return (
    <ol className={styles.history}>
      {history.map(({ id, decision, by, at, score, reason }) => (
        <li key={id}>
          <strong data-decision={decision}>{goDecisionName(decision)}</strong>
          <span>{by}</span>
          <span className={styles.note}>{formatDeadline(at, locale)}</span>
          <span className={styles.note}>{score === null ? m.go_no_score() : m.go_score({ score: score.toFixed(1) })}</span>
          {reason !== '' && <p>{reason}</p>}
        </li>
      ))}
    </ol>
  )
}
