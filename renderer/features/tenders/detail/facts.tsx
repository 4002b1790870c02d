import { ActionIcon, Button, Select, TextInput } from '@mantine/core'
import { IconCheck, IconPencil } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useLocale } from '#renderer/app/i18n.tsx'
import { usePreferences } from '#renderer/app/preferences.tsx'
import { factFields, type FactProof } from '#renderer/features/tenders/detail/evidence.ts'
import { editableFact, kindOf, shownFact, typedFact } from '#renderer/features/tenders/fact-values.ts'
import { NextToReview } from '#renderer/features/tenders/detail/next-to-review.tsx'
import { useHotkeys } from '#renderer/app/hotkeys.ts'
import { useTenderChanges } from '#renderer/features/tenders/detail/use-tender-changes.ts'
import { projectKindName } from '#renderer/components/project-kind.ts'
import { fieldName, projectKinds } from '#renderer/features/tenders/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { TenderDetail } from '#shared/tenders/contract.ts'
import type { ReviewedField } from '#shared/tenders/review.ts'
import { UseCase, type Tender, type TenderField } from '#shared/tenders/tender.ts'
import styles from './detail.module.css'

type FactsProps = { detail: TenderDetail; proofs: ReadonlyMap<string, FactProof>; current: string | null; onLookUp: (field: TenderField) => void }

/** What is known about the tender, each fact with the place it was read; what is not known asks to be filled in. */
export function Facts({ detail, proofs, current, onLookUp }: FactsProps) {
  const { tender, toReview } = detail
  const { saveFact, acceptFact } = useTenderChanges(tender)
  const accept = (field: ReviewedField) => {
    acceptFact(field)
    const next = nextAfter(toReview, field)
    if (next !== undefined) onLookUp(next)
  }
  const step = () => {
    const here = toReview.find((field) => field === current)
    if (here !== undefined) accept(here)
    else if (toReview[0] !== undefined) onLookUp(toReview[0])
  }
  useHotkeys([{ keys: 'Ctrl+Enter', run: step }])
  return (
    <section className={styles.card} aria-labelledby="facts-title">
      <div className={styles.cardHead}>
        <h2 id="facts-title">{m.facts_title()}</h2>
        <ReviewNote count={toReview.length} hasProofs={proofs.size > 0} onStep={step} />
      </div>
      <dl className={styles.factList}>
        {factFields.map((field) => (
          <Fact key={field} tender={tender} field={field} proof={proofs.get(field)} isCurrent={current === field} isDoubtful={toReview.includes(field)} onLookUp={() => onLookUp(field)} onAccept={() => accept(field)} onSave={(value) => saveFact({ field, value })} />
        ))}
        <KindOfWork tender={tender} proposal={detail.useCaseProposal} />
      </dl>
    </section>
  )
}

/** The doubtful fact to look at when one is settled: the next in the form, else the first. */
function nextAfter(toReview: readonly ReviewedField[], settled: ReviewedField): ReviewedField | undefined {
  const rest = toReview.filter((field) => field !== settled)
  return rest.find((field) => factFields.indexOf(field) > factFields.indexOf(settled)) ?? rest[0]
}

function ReviewNote({ count, hasProofs, onStep }: { count: number; hasProofs: boolean; onStep: () => void }) {
  if (count === 0) return <NextToReview note={hasProofs ? m.facts_hint() : ''} />
  return (
    <Button size="compact-xs" variant="light" color="orange" onClick={onStep}>
      {m.facts_doubtful({ count })} · Ctrl Enter
    </Button>
  )
}

function KindOfWork({ tender, proposal }: { tender: Tender; proposal: TenderDetail['useCaseProposal'] }) {
  const { setUseCase } = useTenderChanges(tender)
  return (
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
        {proposal !== null && (
          <button type="button" className={styles.proposal} onClick={() => setUseCase(proposal.useCase)} title={m.use_case_because({ words: proposal.words.join(m.list_separator()) })}>
            {m.use_case_proposed({ kind: projectKindName(proposal.useCase), words: proposal.words.slice(0, 3).join(m.list_separator()) })}
          </button>
        )}
      </dd>
    </div>
  )
}

type FactProps = {
  tender: Tender
  field: TenderField
  proof: FactProof | undefined
  isCurrent: boolean
  isDoubtful: boolean
  onLookUp: () => void
  onAccept: () => void
  onSave: (value: string | null) => void
}

function Fact({ tender, field, proof, isCurrent, isDoubtful, onLookUp, onAccept, onSave }: FactProps) {
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
          <FactValue tender={tender} field={field} proof={proof} isDoubtful={isDoubtful} onLookUp={onLookUp} onAccept={onAccept} onEdit={() => setEditing(true)} />
        )}
      </dd>
    </div>
  )
}

type FactValueProps = Pick<FactProps, 'tender' | 'field' | 'proof' | 'isDoubtful' | 'onLookUp' | 'onAccept'> & { onEdit: () => void }

function FactValue({ tender, field, proof, isDoubtful, onLookUp, onAccept, onEdit }: FactValueProps) {
  const locale = useLocale()
  const unit = usePreferences().preferences.moneyUnit
  const value = tender[field]
  if (value === null) {
    return (
      <button type="button" className={styles.unknown} onClick={onEdit}>
        {tender.source.kind === 'manual' ? m.fact_not_given() : m.fact_unknown()}
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
      {isDoubtful && (
        <>
          <button type="button" className={styles.doubt} onClick={onLookUp}>
            {m.fact_check()}
          </button>
          <ActionIcon variant="light" color="teal" size={22} aria-label={m.fact_accept({ field: fieldName(field) })} title={m.fact_accept({ field: fieldName(field) })} onClick={onAccept}>
            <IconCheck size={14} />
          </ActionIcon>
        </>
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
