import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useCore } from '#renderer/app/core.tsx'
import { notifyDone, notifyFailure } from '#renderer/app/undo.tsx'
import { criterionName } from '#renderer/components/criterion-name.ts'
import { SettingsRow, SettingsSection } from '#renderer/components/settings-section/settings-section.tsx'
import { m } from '#renderer/paraglide/messages.js'
import { defaultScorecard, Scorecard } from '#shared/go-no-go/scorecard.ts'

const key = ['go-no-go', 'scorecard']

/** The criteria, their weights and the threshold of the go/no-go decision. */
export function ScorecardPage() {
  const core = useCore()
  const kept = useQuery({ queryKey: key, queryFn: ({ signal }) => core.goNoGo.scorecard(undefined, { signal }) })
  return kept.data === undefined ? null : <Editor kept={kept.data} />
}

const asNumber = (text: string) => (/^\d{1,3}$/.test(text.normalize('NFKC').trim()) ? Number(text.normalize('NFKC').trim()) : Number.NaN)

function Editor({ kept }: { kept: Scorecard }) {
  const core = useCore()
  const queries = useQueryClient()
  const [rows, setRows] = useState(() => rowsOf(kept))
  const [threshold, setThreshold] = useState(String(kept.threshold))
  const [added, setAdded] = useState('')
  const save = useMutation({
    mutationFn: (scorecard: Scorecard) => core.goNoGo.saveScorecard(scorecard),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['go-no-go'] })
      notifyDone(m.scorecard_saved())
    },
    onError: () => notifyFailure(m.save_failed()),
  })
  const read = Scorecard.safeParse({ criteria: rows.map(({ id, name, weight }) => ({ id, name, weight: asNumber(weight) })), threshold: asNumber(threshold) })
  const add = () => {
    if (added.trim() === '') return
    setRows([...rows, { id: crypto.randomUUID(), name: added.trim(), weight: '10' }])
    setAdded('')
  }
  return (
    <SettingsSection title={m.scorecard_title()} hint={m.scorecard_hint()}>
      {rows.map((row, at) => (
        <SettingsRow key={row.id} label={criterionName({ ...row, weight: 0 })}>
          <TextInput size="xs" w={72} aria-label={m.scorecard_weight({ criterion: criterionName({ ...row, weight: 0 }) })} value={row.weight} error={!(asNumber(row.weight) <= 100)} onChange={(event) => setRows(rows.map((each, index) => (index === at ? { ...each, weight: event.currentTarget.value } : each)))} />
          <ActionIcon variant="subtle" color="gray" size={26} aria-label={m.scorecard_remove({ criterion: criterionName({ ...row, weight: 0 }) })} disabled={rows.length === 1} onClick={() => setRows(rows.filter((each) => each !== row))}>
            <IconTrash size={14} />
          </ActionIcon>
        </SettingsRow>
      ))}
      <SettingsRow label={m.scorecard_add()}>
        <TextInput size="xs" aria-label={m.scorecard_name()} placeholder={m.scorecard_name()} value={added} maxLength={60} onChange={(event) => setAdded(event.currentTarget.value)} />
        <Button variant="default" size="compact-sm" disabled={added.trim() === '' || rows.length >= 20} onClick={add}>
          {m.scorecard_add()}
        </Button>
      </SettingsRow>
      <SettingsRow label={m.scorecard_threshold()}>
        <TextInput size="xs" w={72} aria-label={m.scorecard_threshold()} value={threshold} error={!(asNumber(threshold) <= 100)} onChange={(event) => setThreshold(event.currentTarget.value)} />
      </SettingsRow>
      <SettingsRow label="">
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => {
            setRows(rowsOf(defaultScorecard))
            setThreshold(String(defaultScorecard.threshold))
          }}
        >
          {m.columns_first()}
        </Button>
        <Button size="compact-sm" disabled={!read.success} loading={save.isPending} onClick={() => read.success && save.mutate(read.data)}>
          {m.search_save_it()}
        </Button>
      </SettingsRow>
    </SettingsSection>
  )
}

const rowsOf = ({ criteria }: Scorecard) => criteria.map(({ id, name, weight }) => ({ id, name, weight: String(weight) }))
