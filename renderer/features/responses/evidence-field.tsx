import { CloseButton, TextInput } from '@mantine/core'
import { useState } from 'react'
import { m } from '#renderer/paraglide/messages.js'
import type { Place } from '#shared/documents/places.ts'
import type { BuyerVolume } from '#shared/documents/volume.ts'
import type { EvidenceRef } from '#shared/responses/response.ts'
import css from '#renderer/features/responses/responses.module.css'

type EvidenceFieldProps = { places: readonly Place[]; evidence: readonly EvidenceRef[]; onChange: (evidence: EvidenceRef[]) => void }

/** Where the proof of an answer stands: a place of the bid, whose page is found when it is printed, or words. */
export function EvidenceField({ places, evidence, onChange }: EvidenceFieldProps) {
  const [words, setWords] = useState('')
  const titles = new Map(places.map((place) => [place.anchor, place.title]))
  const add = (ref: EvidenceRef) => onChange([...evidence.filter((known) => keyOf(known) !== keyOf(ref)), ref])
  const nameOf = (ref: EvidenceRef) => ('words' in ref ? ref.words : (titles.get(ref.anchor) ?? m.response_evidence_gone()))
  const left = places.filter(({ anchor }) => !evidence.some((ref) => keyOf(ref) === anchor))
  return (
    <fieldset className={css.evidence}>
      <legend>{m.response_evidence_title()}</legend>
      <ul>
        {evidence.map((ref) => (
          <li key={keyOf(ref)} data-gone={('anchor' in ref && places.length > 0 && !titles.has(ref.anchor)) || undefined}>
            <span lang="zh-CN">{nameOf(ref)}</span>
            <CloseButton size="xs" aria-label={m.response_evidence_remove({ name: nameOf(ref) })} onClick={() => onChange(evidence.filter((known) => known !== ref))} />
          </li>
        ))}
      </ul>
      <div className={css.add}>
        <select aria-label={m.response_evidence_place()} value="" disabled={left.length === 0} onChange={(event) => add({ anchor: event.target.value })}>
          <option value="">{m.response_evidence_place()}</option>
          {(['business', 'technical', 'price'] as const).map((volume) => (
            <optgroup key={volume} label={volumeName(volume)}>
              {left.filter((place) => place.volume === volume).map(({ anchor, title }) => <option key={anchor} value={anchor}>{title}</option>)}
            </optgroup>
          ))}
        </select>
        <TextInput
          size="xs"
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
      </div>
    </fieldset>
  )
}

const keyOf = (ref: EvidenceRef): string => ('words' in ref ? `words ${ref.words}` : ref.anchor)

function volumeName(volume: BuyerVolume): string {
  switch (volume) {
    case 'business':
      return m.volume_business()
    case 'technical':
      return m.volume_technical()
    case 'price':
      return m.volume_price()
    case 'book':
      return m.volume_book()
  }
}
