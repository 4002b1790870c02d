import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useState, type RefObject } from 'react'
import { useHotkeys } from '#renderer/app/hotkeys.ts'
import { ScrollRegion } from '#renderer/components/scroll-region/scroll-region.tsx'
import { EvidenceField } from '#renderer/features/responses/evidence-field.tsx'
import { deviationName, markSign, scoringText } from '#renderer/features/responses/response-columns.tsx'
import { stateHint } from '#renderer/features/responses/views.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { Place } from '#shared/documents/places.ts'
import type { Requirement } from '#shared/requirements/requirement.ts'
import { answerFromRequirement, Deviation, stateOf, type ResponseFields, type ResponseRow } from '#shared/responses/response.ts'
import css from '#renderer/features/responses/responses.module.css'

type AnswerFormProps = {
  row: ResponseRow
  places: readonly Place[]
  answerRef: RefObject<HTMLTextAreaElement | null>
  onSave: (response: ResponseFields) => void
  onNext: () => void
  onMove: (step: 1 | -1) => void
}

/** One requirement in full, and what we answer. Texts are kept when the field is left, choices at once. */
export function AnswerForm({ row, places, answerRef, onSave, onNext, onMove }: AnswerFormProps) {
  const { requirement, response } = row
  const [answer, setAnswer] = useState(response.answer ?? '')
  const change = (part: Partial<ResponseFields>) => {
    const next = { ...response, answer: textOrNull(answer), ...part }
    if (JSON.stringify(next) !== JSON.stringify(response)) onSave(next)
  }
  const take = (text: string, part: Partial<ResponseFields> = {}) => {
    setAnswer(text)
    change({ answer: textOrNull(text), ...part })
  }
  const goOn = () => {
    change({})
    onNext()
  }
  useHotkeys([{ keys: 'Ctrl+Enter', whileTyping: true, run: goOn }])
  const hint = stateHint(stateOf(row))
  return (
    <section className={css.form} aria-label={m.response_form()}>
      <Asked requirement={requirement} onMove={onMove} />
      <Textarea ref={answerRef} label={requirement.scoring === null ? m.response_answer() : m.response_summary()} rows={5} maxLength={20_000} lang="zh-CN" value={answer} onChange={(event) => setAnswer(event.currentTarget.value)} onBlur={() => change({})} />
      {requirement.scoring === null && (
        <div className={css.choices}>
          <SegmentedControl aria-label={m.response_deviation()} data={Deviation.options.map((value) => ({ value, label: deviationName(value) }))} value={response.deviation ?? ''} onChange={(value) => change({ deviation: Deviation.parse(value) })} transitionDuration={0} />
          <Button variant="subtle" size="compact-sm" disabled={answer !== ''} onClick={() => take(answerFromRequirement(requirement.text), { deviation: response.deviation ?? 'none' })}>
            {m.response_own_words()}
          </Button>
        </div>
      )}
      <p className={css.hint} role="status" data-bad={stateOf(row) === 'rejecting' || undefined}>{hint}</p>
      <EvidenceField places={places} evidence={response.evidence} onChange={(evidence) => change({ evidence })} />
      <div className={css.pair}>
        <LeftField key={`note ${row.version}`} label={m.response_note()} value={response.note} maxLength={2000} onLeave={(note) => change({ note })} />
        <LeftField key={`owner ${row.version}`} label={m.response_owner()} value={response.owner} maxLength={100} onLeave={(owner) => change({ owner })} />
      </div>
      <div className={css.next}>
        <Button onClick={goOn}>{m.response_next()}</Button>
        <kbd>Ctrl Enter</kbd>
      </div>
    </section>
  )
}

function Asked({ requirement, onMove }: { requirement: Requirement; onMove: (step: 1 | -1) => void }) {
  const { mark, clauseNo, source, text, scoring } = requirement
  const page = source?.page ?? null
  return (
    <>
      <header className={css.formHead}>
        <h2>
          {mark !== 'none' && <span className={css.mark} data-mark={mark}>{markSign[mark]}</span>}
          {scoring === null ? (clauseNo ?? m.response_clause_unnumbered()) : scoringText(scoring.factor, scoring.points)}
        </h2>
        <span className={css.source} title={source?.name}>{source === null ? m.response_source_person() : page === null ? source.name : m.response_source({ name: source.name, page })}</span>
        <Button variant="subtle" size="compact-sm" aria-label={m.response_previous()} onClick={() => onMove(-1)}><IconChevronUp size={16} aria-hidden /></Button>
        <Button variant="subtle" size="compact-sm" aria-label={m.response_following()} onClick={() => onMove(1)}><IconChevronDown size={16} aria-hidden /></Button>
      </header>
      <ScrollRegion label={m.response_asked()} className={css.asked} lang="zh-CN">{text}</ScrollRegion>
    </>
  )
}

/** A short text that is kept when the field is left. */
function LeftField({ label, value, maxLength, onLeave }: { label: string; value: string | null; maxLength: number; onLeave: (value: string | null) => void }) {
  const [text, setText] = useState(value ?? '')
  return <TextInput label={label} value={text} maxLength={maxLength} onChange={(event) => setText(event.currentTarget.value)} onBlur={() => onLeave(textOrNull(text))} />
}

const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())
