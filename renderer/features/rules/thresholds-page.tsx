import { Button, Skeleton, TextInput } from '@mantine/core'
import { ORPCError } from '@orpc/client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCore } from '#renderer/app/core.tsx'
import { useLocale } from '#renderer/app/i18n.tsx'
import { usePersonName } from '#renderer/app/person.tsx'
import { notifyDone, notifyFailure } from '#renderer/app/undo.tsx'
import { editableInstant } from '#renderer/components/deadline/format-deadline.ts'
import { NumberField } from '#renderer/components/number-field/number-field.tsx'
import { SettingsRow, SettingsSection } from '#renderer/components/settings-section/settings-section.tsx'
import { ChangeList } from '#renderer/features/rules/change-list.tsx'
import { useRuleChange, useThresholds } from '#renderer/features/rules/queries.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { EstimatePolicy } from '#shared/estimate/estimate.ts'
import type { CompanyThresholds } from '#shared/rules/contract.ts'
import css from '#renderer/features/rules/rules.module.css'

/** The limits every bid is judged by. What a change would do to open bids is read before it is saved. */
export function ThresholdsPage() {
  useLocale()
  const thresholds = useThresholds()
  if (thresholds.data === undefined) return <Skeleton height={240} />
  return <ThresholdsForm key={JSON.stringify(thresholds.data)} stored={thresholds.data} />
}

type Limit = { key: keyof EstimatePolicy; label: string; hint: string; max: number }

function ThresholdsForm({ stored: { policy: stored, changed } }: { stored: CompanyThresholds }) {
  const [policy, setPolicy] = useState(stored)
  const [name, setName] = usePersonName()
  const isChanged = JSON.stringify(policy) !== JSON.stringify(stored)
  const save = useRuleChange((client, input: { by: string; policy: EstimatePolicy }) => client.rules.saveThresholds(input), {
    onDone: () => notifyDone(m.rules_thresholds_saved()),
    onFailure: (error) => notifyFailure(error instanceof ORPCError && error.code === 'LOG_BROKEN' ? m.rules_thresholds_log() : m.rules_failed()),
  })
  return (
    <SettingsSection title={m.rules_thresholds()} hint={`${m.rules_thresholds_hint()} ${changed === null ? m.rules_thresholds_never() : m.rules_thresholds_by({ who: changed.by, when: editableInstant(changed.at) })}`}>
      <form onSubmit={(event) => { event.preventDefault(); if (isChanged && name.trim() !== '') save.mutate({ by: name.trim(), policy }) }}>
        {limits().map(({ key, label, hint, max }) => (
          <SettingsRow key={key} label={label} hint={hint}>
            <NumberField value={policy[key]} label={label} isPercent min={0} max={max} onCommit={(value) => { if (value !== null) setPolicy({ ...policy, [key]: value }) }} />
            <span className={css.muted}>%</span>
          </SettingsRow>
        ))}
        {isChanged && <Consequences policy={policy} />}
        <div className={css.save}>
          <TextInput label={m.approval_your_name()} value={name} maxLength={60} onChange={(event) => setName(event.currentTarget.value)} />
          <Button type="submit" disabled={!isChanged || name.trim() === ''} loading={save.isPending}>{m.rules_thresholds_save()}</Button>
        </div>
      </form>
    </SettingsSection>
  )
}

function Consequences({ policy }: { policy: EstimatePolicy }) {
  const core = useCore()
  const { data } = useQuery({ queryKey: ['rules', 'consequences', policy], queryFn: ({ signal }) => core.rules.previewThresholds(policy, { signal }), placeholderData: keepPreviousData, staleTime: 0 })
  return data === undefined ? null : <div className={css.preview}><ChangeList changes={data} /></div>
}

const limits = (): Limit[] => [
  { key: 'minMargin', label: m.rules_limit_margin(), hint: m.rules_limit_margin_hint(), max: 95 },
  { key: 'maxLossProbability', label: m.rules_limit_loss(), hint: m.rules_limit_loss_hint(), max: 100 },
  { key: 'parityFloor', label: m.rules_limit_parity(), hint: m.rules_limit_parity_hint(), max: 200 },
  { key: 'likelyWin', label: m.rules_limit_win(), hint: m.rules_limit_win_hint(), max: 100 },
]
