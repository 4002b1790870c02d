import { CloseButton, TextInput } from '@mantine/core'
import { useState } from 'react'
import { m } from '#renderer/paraglide/messages.js'
import type { EvidenceRef } from '#shared/responses/response.ts'
import css from '#renderer/features/responses/responses.module.css'

/** Where the proof of an answer stands. */
export function EvidenceField({ evidence, onChange }: { evidence: readonly EvidenceRef[]; onChange: (evidence: EvidenceRef[]) => void }) {
  const [words, setWords] = useState('')
  const add = (ref: EvidenceRef) => onChange([...evidence.filter((known) => labelOf(known) !== labelOf(ref)), ref])
  return (
    <fieldset className={css.evidence}>
      <legend>{m.response_evidence_title()}</legend>
      <ul>
        {evidence.map((ref) => (
          <li key={labelOf(ref)}>
            <span lang="zh-CN">{labelOf(ref)}</span>
            <CloseButton size="xs" aria-label={m.response_evidence_remove({ name: labelOf(ref) })} onClick={() => onChange(evidence.filter((known) => known !== ref))} />
          </li>
        ))}
      </ul>
      <TextInput
        aria-label={m.response_evidence_words()}
        placeholder={m.response_evidence_words()}
        value={words}
        maxLength={200}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.key !== 'Enter' || event.ctrlKey || words.trim() === '') return
          event.preventDefault()
          add({ words: words.trim() })
          setWords('')
        }}
      />
    </fieldset>
  )
}

const labelOf = (ref: EvidenceRef): string => ('words' in ref ? ref.words : ref.anchor)
