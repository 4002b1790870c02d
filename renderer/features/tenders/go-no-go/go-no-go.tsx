import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCore } from '#renderer/app/core.tsx'
import { notifyFailure } from '#renderer/app/undo.tsx'
import { DecisionForm } from '#renderer/features/tenders/go-no-go/decision-form.tsx'
import { DecisionHistory } from '#renderer/features/tenders/go-no-go/decision-history.tsx'
import { ScoreRows } from '#renderer/features/tenders/go-no-go/score-rows.tsx'
import { m } from '#renderer/paraglide/messages.js'
import type { GoNoGoState } from '#shared/go-no-go/contract.ts'
import { scoreOf, type Scores } from '#shared/go-no-go/scorecard.ts'
import styles from './go-no-go.module.css'

/** Is it worth a bid? Weighted scores against a threshold, and who decided what. A bid may be costed all the while. */
export function GoNoGo({ tenderId, owner }: { tenderId: string; owner: string | null }) {
  const core = useCore()
  const queries = useQueryClient()
  const key = ['go-no-go', tenderId]
  const kept = useQuery({ queryKey: key, queryFn: ({ signal }) => core.goNoGo.get({ tenderId }, { signal }) })
  const save = useMutation({
    mutationFn: (scores: Scores) => core.goNoGo.score({ tenderId, scores }),
    onMutate: (scores) => {
      const before = queries.getQueryData<GoNoGoState>(key)
      if (before !== undefined) queries.setQueryData(key, { ...before, scores })
      return { before }
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['tenders'] }),
    onError: (_error, _scores, context) => {
      queries.setQueryData(key, context?.before)
      notifyFailure(m.save_failed())
    },
  })
  const state = kept.data
  if (state === undefined) return null
  const result = scoreOf(state.scorecard, state.scores)
  return (
    <section className={styles.card} aria-labelledby="go-title">
      <div className={styles.head}>
        <h2 id="go-title">{m.go_title()}</h2>
        <strong className={styles.score} data-above={result.isAbove === null ? undefined : String(result.isAbove)}>
          {result.score === null ? m.go_span({ least: result.least.toFixed(1), most: result.most.toFixed(1) }) : m.go_score({ score: result.score.toFixed(1) })}
        </strong>
        <span className={styles.note}>{result.missing.length > 0 ? m.go_missing({ count: result.missing.length, threshold: state.scorecard.threshold }) : result.isAbove === true ? m.go_above({ threshold: state.scorecard.threshold }) : m.go_below({ threshold: state.scorecard.threshold })}</span>
      </div>
      <ScoreRows scorecard={state.scorecard} scores={state.scores} onScore={save.mutate} />
      <DecisionForm tenderId={tenderId} owner={owner} scores={state.scores} onDecided={(next) => queries.setQueryData(key, next)} />
      <DecisionHistory history={state.history} />
    </section>
  )
}
