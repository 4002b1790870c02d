import { Checkbox } from '@mantine/core'
import { m } from '#renderer/paraglide/messages.js'
import type { Arrangement } from '#shared/templates/arrangement.ts'
import css from '#renderer/components/binding/binding.module.css'

type BindingProps = { arrangement: Arrangement; onChange: (wanted: Arrangement) => void }

/** Volumes of their own or one book, and whether the technical volume may not tell who bids. */
export function Binding({ arrangement: { isBook, isBlind }, onChange }: BindingProps) {
  return (
    <>
      <div className={css.binding} role="group" aria-label={m.doc_binding()}>
        <button type="button" aria-pressed={!isBook} onClick={() => { if (isBook) onChange({ isBook: false, isBlind: false }) }}>{m.doc_bound_apart()}</button>
        <button type="button" aria-pressed={isBook} onClick={() => { if (!isBook) onChange({ isBook: true, isBlind: false }) }}>{m.doc_bound_book()}</button>
      </div>
      <Checkbox size="xs" label={m.doc_blind()} disabled={isBook} checked={isBlind} onChange={(event) => onChange({ isBook: false, isBlind: event.currentTarget.checked })} />
    </>
  )
}
