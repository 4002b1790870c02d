import { ActionIcon, Select, TextInput } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useLocale } from '#renderer/app/i18n.tsx'
import { usePreferences } from '#renderer/app/preferences.tsx'
import { factFields, isDoubtful, type FactProof } from '#renderer/features/tenders/detail/evidence.ts'
import { editableFact, kindOf, shownFact, typedFact } from '#renderer/features/tenders/fact-values.ts'
import { useTenderChanges } from '#renderer/features/tenders/detail/use-tender-changes.ts'
import { projectKindName } from '#renderer/components/project-kind.ts'
import { fieldName, projectKinds } from '#renderer/features/tenders/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import { UseCase, type Tender, type TenderField } from '#shared/tenders/tender.ts'
import styles from './detail.module.css'

type FactsProps = { tender: Tender; proofs: ReadonlyMap<string, FactProof>; current: string | null; onLookUp: (field: TenderField) => void }

/** What is known about the tender, each fact with the place it was read; what is not known asks to be filled in. */
export function Facts({ tender, proofs, current, onLookUp }: FactsProps) {
  const { saveFact, setUseCase } = useTenderChanges(tender)
  const doubtful = factFields.filter((field) => isDoubtful(proofs.get(field))).length
  return (
    <section className={styles.card} aria-labelledby="facts-title">
      <div className={styles.cardHead}>
        <h2 id="facts-title">{m.facts_title()}</h2>
        <span className={styles.cardNote}>{doubtful > 0 ? m.facts_doubtful({ count: doubtful }) : proofs.size > 0 ? m.facts_hint() : ''}</span>
      </div>
      <dl className={styles.factList}>
        {factFields.map((field) => (
          <Fact key={field} tender={tender} field={field} proof={proofs.get(field)} isCurrent={current === field} onLookUp={() => onLookUp(field)} onSave={(value) => saveFact({ field, value })} />
        ))}
        <div className={styles.fact}>
          <dt>{m.field_use_case()}</dt>
          <dd>
            <Select
              size="xs"
              aria-label={m.field_use_case()}
              placeholder={m.fact_choose()}
              data={projectKinds.map((kind) => ({ value: kind, label: projectKindName(kind) }))}
              value={tender.useCase}
              clearable
              onChange={(next) => setUseCase(next === null ? null : UseCase.parse(next))}
            />
          </dd>
        </div>
      </dl>
    </section>
  )
}

type FactProps = { tender: Tender; field: TenderField; proof: FactProof | undefined; isCurrent: boolean; onLookUp: () => void; onSave: (value: string | null) => void }

function Fact({ tender, field, proof, isCurrent, onLookUp, onSave }: FactProps) {
  const [isEditing, setEditing] = useState(false)
  const value = tender[field]
  const name = fieldName(field)
  return (
    <div className={styles.fact} data-current={isCurrent || undefined}>
      <dt>{name}</dt>
      <dd>
        {isEditing ? (
          <FactEditor
            field={field}
            value={value}
            onDone={(next) => {
              setEditing(false)
              if (next !== undefined && next !== value) onSave(next)
            }}
          />
        ) : (
          <FactValue tender={tender} field={field} proof={proof} onLookUp={onLookUp} onEdit={() => setEditing(true)} />
        )}
      </dd>
    </div>
  )
}

function FactValue({ tender, field, proof, onLookUp, onEdit }: { tender: Tender; field: TenderField; proof: FactProof | undefined; onLookUp: () => void; onEdit: () => void }) {
  const locale = useLocale()
  const unit = usePreferences().preferences.moneyUnit
  const value = tender[field]
  if (value === null) {
    return (
      <button type="button" className={styles.unknown} onClick={onEdit}>
        {m.fact_unknown()}
      </button>
    )
  }
  const shown = shownFact(field, value, tender.currency, { locale, unit })
  return (
    <>
      {proof === undefined ? (
        <span className={styles.value}>{shown}</span>
      ) : (
        <button type="button" className={styles.proven} onClick={onLookUp} title={m.fact_show_source()}>
          {shown}
        </button>
      )}
      {isDoubtful(proof) && (
        <button type="button" className={styles.doubt} onClick={onLookUp}>
          {m.fact_check()}
        </button>
      )}
      <ActionIcon className={styles.pencil} variant="subtle" color="gray" size={22} aria-label={m.fact_edit({ field: fieldName(field) })} onClick={onEdit}>
        <IconPencil size={14} />
      </ActionIcon>
    </>
  )
}

/** Enter or leaving the field saves, Esc keeps what was there; what cannot be read says so and stays in the field. */
function FactEditor({ field, value, onDone }: { field: TenderField; value: string | null; onDone: (next: string | null | undefined) => void }) {
  const isDecimalComma = useLocale() === 'fr'
  const [typed, setTyped] = useState(() => editableFact(field, value))
  const [problem, setProblem] = useState<string | null>(null)
  const fieldRef = useRef<HTMLInputElement>(null)
  useEffect(() => fieldRef.current?.select(), [])
  const commit = () => {
    if (typed === editableFact(field, value)) return onDone(undefined)
    const read = typedFact(field, typed, isDecimalComma)
    if (read.ok) onDone(read.value)
    else setProblem(read.problem)
  }
  return (
    <TextInput
      size="xs"
      className={styles.editor}
      aria-label={fieldName(field)}
      value={typed}
      error={problem}
      ref={fieldRef}
      placeholder={kindOf(field) === 'instant' ? m.fact_moment_example() : undefined}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        setProblem(null)
      }}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Enter') commit()
        if (event.key === 'Escape') onDone(undefined)
      }}
    />
  )
}
