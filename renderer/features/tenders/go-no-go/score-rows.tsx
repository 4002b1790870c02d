import { criterionHint, criterionName } from '#renderer/components/criterion-name.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { Criterion, Scorecard, Scores } from '#shared/go-no-go/scorecard.ts'
import styles from './go-no-go.module.css'

const points = [0, 1, 2, 3, 4, 5] as const

/** A row a criterion, from 0 (against) to 5 (for); the point chosen again is taken away. */
export function ScoreRows({ scorecard, scores, onScore }: { scorecard: Scorecard; scores: Scores; onScore: (scores: Scores) => void }) {
  const total = scorecard.criteria.reduce((sum, { weight }) => sum + weight, 0)
  const choose = (id: string, point: number) => {
    const { [id]: before, ...rest } = scores
    onScore(before === point ? rest : { ...rest, [id]: point })
  }
  return (
    <ul className={styles.rows}>
      {scorecard.criteria.map((criterion) => (
        <Row key={criterion.id} criterion={criterion} share={total === 0 ? 0 : Math.round((criterion.weight / total) * 100)} score={scores[criterion.id]} onChoose={(point) => choose(criterion.id, point)} />
      ))}
    </ul>
  )
}

function Row({ criterion, share, score, onChoose }: { criterion: Criterion; share: number; score: number | undefined; onChoose: (point: number) => void }) {
  const name = criterionName(criterion)
  return (
    <li>
      <span className={styles.criterion} title={criterionHint(criterion.id)}>
        {name} <span className={styles.note}>{share}%</span>
        <span className={styles.hint}>{criterionHint(criterion.id)}</span>
      </span>
      <div role="group" aria-label={name} className={styles.points}>
        {points.map((point) => (
          <button key={point} type="button" aria-pressed={score === point} aria-label={m.go_point({ criterion: name, point })} onClick={() => onChoose(point)}>
            {point}
          </button>
        ))}
      </div>
    </li>
  )
}
