import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useCore } from '#renderer/app/core.tsx'
import { useMe } from '#renderer/app/person.tsx'
import { useSessionState } from '#renderer/app/session.tsx'
import { notifyFailure } from '#renderer/app/undo.tsx'
import { PersonSelect } from '#renderer/components/person-select.tsx'
import { usePeople } from '#renderer/components/use-people.ts'
import { goDecisionName } from '#renderer/features/tenders/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { GoNoGoState } from '#shared/go-no-go/contract.ts'
import { GoDecision, type Scores } from '#shared/go-no-go/scorecard.ts'
import styles from './go-no-go.module.css'

type DecisionFormProps = { tenderId: string; owner: string | null; scores: Scores; onDecided: (state: GoNoGoState) => void }

/** Go, no-go or go on a condition: by whom, and why. */
export function DecisionForm({ tenderId, owner, scores, onDecided }: DecisionFormProps) {
  const core = useCore()
  const queries = useQueryClient()
  const people = usePeople()
  const [decision, setDecision] = useState<GoDecision>('go')
  const [reason, setReason] = useState('')
  const { me } = useMe()
  const [chosen, setBy] = useSessionState<string | null>('go-no-go.by', (kept) => (typeof kept === 'string' ? kept : null))
  const by = chosen ?? me ?? owner
  const decide = useMutation({
    mutationFn: (person: string) => core.goNoGo.decide({ tenderId, by: person, decision, reason: reason.trim(), scores }),
    onSuccess: async (state) => {
      onDecided(state)
      setReason('')
      await queries.invalidateQueries({ queryKey: ['tenders'] })
      await queries.invalidateQueries({ queryKey: ['people'] })
    },
    onError: () => notifyFailure(m.save_failed()),
  })
  const needsReason = decision !== 'go' && reason.trim() === ''
  return (
    <form
      className={styles.decide}
      onSubmit={(event) => {
        event.preventDefault()
        if (by !== null && !needsReason) decide.mutate(by)
      }}
    >
      <SegmentedControl size="xs" aria-label={m.column_decision()} data={GoDecision.options.map((value) => ({ value, label: goDecisionName(value) }))} value={decision} onChange={(next) => setDecision(GoDecision.parse(next))} transitionDuration={0} />
      <PersonSelect size="xs" className={styles.person} label={m.go_by()} placeholder={m.go_by()} people={people} value={by} onChange={setBy} />
      <TextInput size="xs" className={styles.reason} aria-label={m.go_reason()} placeholder={decision === 'go' ? m.go_reason() : m.go_reason_needed()} value={reason} maxLength={2000} onChange={(event) => setReason(event.currentTarget.value)} />
      <Button type="submit" size="compact-sm" loading={decide.isPending} disabled={by === null || needsReason}>
        {m.go_decide()}
      </Button>
    </form>
  )
}
