import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCore } from '#renderer/app/core.tsx'
import { useImport } from '#renderer/app/importing/import-provider.tsx'
import { notifyFailure } from '#renderer/app/undo.tsx'
import { m } from '#renderer/paraglide/messages.js'
import styles from './welcome.module.css'

/** The first start: what this is for, and three ways in. */
export function Welcome({ onBegin }: { onBegin: () => void }) {
  const core = useCore()
  const queries = useQueryClient()
  const { chooseFiles } = useImport()
  const sample = useMutation({
    mutationFn: () => core.workspace.loadSample(),
    onSuccess: () => queries.invalidateQueries(),
    onError: () => notifyFailure(m.sample_load_failed()),
  })
  return (
    <section className={styles.welcome} aria-labelledby="welcome-title">
      <div className={styles.sheet}>
        <div className={styles.logo} aria-hidden="true">
          标
        </div>
        <h1 id="welcome-title">{m.welcome_title()}</h1>
        <p className={styles.lead}>{m.welcome_lead()}</p>
        <ol>
          <li>{m.welcome_question_worth()}</li>
          <li>{m.welcome_question_cost()}</li>
          <li>{m.welcome_question_ready()}</li>
        </ol>
        <div className={styles.actions}>
          <Button loading={sample.isPending} onClick={() => sample.mutate()}>
            {m.welcome_sample()}
          </Button>
          <Button variant="default" onClick={onBegin}>
            {m.welcome_empty()}
          </Button>
          <Button variant="default" onClick={() => void chooseFiles()}>
            {m.import_choose()}
          </Button>
        </div>
        <p className={styles.note}>{m.welcome_note()}</p>
      </div>
    </section>
  )
}
