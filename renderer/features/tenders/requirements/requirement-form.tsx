import { Button, Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { isChord } from '#renderer/app/hotkeys.ts'
import { markName, markSign, requirementKindName, requirementKinds, requirementMarks } from '#renderer/features/tenders/requirements/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import { DecimalText } from '#shared/decimal.ts'
import { RequirementKind, RequirementMark, type Requirement, type RequirementFields } from '#shared/requirements/requirement.ts'
import type { Lot } from '#shared/tenders/tender.ts'
import styles from './requirements.module.css'

const blank: RequirementFields = { lotNo: null, clauseNo: null, kind: 'technical', mark: 'none', text: '', isMandatory: false, scoring: null }

const fieldsOf = ({ lotNo, clauseNo, kind, mark, text, isMandatory, scoring }: RequirementFields): RequirementFields => ({ lotNo, clauseNo, kind, mark, text, isMandatory, scoring })

/** Ctrl Enter and Esc anywhere in the form; the first field has the caret. They go no further, so that the screen's own keys wait. */
function useFormKeys(keys: { commit: () => void; cancel: () => void }) {
  const formRef = useRef<HTMLFormElement>(null)
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const form = formRef.current
    const onKeyDown = (event: KeyboardEvent) => {
      const isSave = isChord(event, 'Ctrl+Enter')
      if (!isSave && (event.isComposing || event.key !== 'Escape')) return
      event.preventDefault()
      event.stopPropagation()
      if (isSave) latest.current.commit()
      else latest.current.cancel()
    }
    form?.querySelector('textarea')?.focus()
    form?.addEventListener('keydown', onKeyDown)
    return () => form?.removeEventListener('keydown', onKeyDown)
  }, [])
  return formRef
}

type RequirementFormProps = { known: Requirement | null; lots: readonly Lot[]; isSaving: boolean; onSave: (fields: RequirementFields) => void; onCancel: () => void }

/** A requirement written or changed in place: Ctrl Enter saves, Esc leaves it as it was. */
export function RequirementForm({ known, lots, isSaving, onSave, onCancel }: RequirementFormProps) {
  const [fields, setFields] = useState(() => fieldsOf(known ?? blank))
  const [factor, setFactor] = useState(known?.scoring?.factor ?? '')
  const [points, setPoints] = useState(known?.scoring?.points ?? '')
  const set = (part: Partial<RequirementFields>) => setFields({ ...fields, ...part })
  const typedPoints = points.normalize('NFKC').trim()
  const areBadPoints = typedPoints !== '' && !DecimalText.safeParse(typedPoints).success
  const canSave = fields.text.trim() !== '' && !areBadPoints && !isSaving
  const commit = () => {
    if (!canSave) return
    const scoring = factor.trim() === '' ? null : { factor: factor.trim(), points: typedPoints === '' ? null : typedPoints }
    onSave({ ...fields, text: fields.text.trim(), clauseNo: fields.clauseNo?.trim() === '' ? null : fields.clauseNo, scoring })
  }
  const formRef = useFormKeys({ commit, cancel: onCancel })
  return (
    <form
      className={styles.form}
      ref={formRef}
      onSubmit={(event) => {
        event.preventDefault()
        commit()
      }}
    >
      <Textarea aria-label={m.requirement_text()} placeholder={m.requirement_text()} value={fields.text} onChange={(event) => set({ text: event.currentTarget.value })} rows={4} maxLength={20_000} />
      <div className={styles.fields}>
        <Select size="xs" aria-label={m.requirement_kind()} data={requirementKinds.map((kind) => ({ value: kind, label: requirementKindName(kind) }))} value={fields.kind} allowDeselect={false} onChange={(kind) => set({ kind: RequirementKind.parse(kind) })} />
        <Select
          size="xs"
          aria-label={m.requirement_mark()}
          data={requirementMarks.map((mark) => ({ value: mark, label: `${markSign[mark]} ${markName(mark)}`.trim() }))}
          value={fields.mark}
          allowDeselect={false}
          onChange={(value) => {
            const mark = RequirementMark.parse(value)
            set({ mark, isMandatory: mark === 'star' || fields.isMandatory })
          }}
        />
        <TextInput size="xs" aria-label={m.requirement_clause()} placeholder={m.requirement_clause()} value={fields.clauseNo ?? ''} maxLength={60} onChange={(event) => set({ clauseNo: event.currentTarget.value })} />
        {lots.length > 1 && <Select size="xs" aria-label={m.lot_no()} placeholder={m.requirement_every_lot()} data={lots.map(({ no }) => no)} value={fields.lotNo} clearable onChange={(lotNo) => set({ lotNo })} />}
        <TextInput size="xs" aria-label={m.requirement_factor()} placeholder={m.requirement_factor()} value={factor} maxLength={300} onChange={(event) => setFactor(event.currentTarget.value)} />
        <TextInput size="xs" aria-label={m.requirement_points_label()} placeholder={m.requirement_points_label()} value={points} error={areBadPoints ? m.requirement_points_unreadable() : undefined} maxLength={12} onChange={(event) => setPoints(event.currentTarget.value)} />
      </div>
      <div className={styles.actions}>
        <Checkbox className={styles.check} label={m.requirement_mandatory_label()} checked={fields.isMandatory} onChange={(event) => set({ isMandatory: event.currentTarget.checked })} />
        <Button size="compact-sm" variant="default" onClick={onCancel}>
          {m.requirement_cancel()}
        </Button>
        <Button size="compact-sm" type="submit" disabled={!canSave} loading={isSaving}>
          {m.requirement_save()}
        </Button>
      </div>
    </form>
  )
}
