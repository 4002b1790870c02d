import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useNow } from '#renderer/app/clock.tsx'
import { Dialog } from '#renderer/components/dialog/dialog.tsx'
import { kindName } from '#renderer/components/library/library-words.ts'
import { ValidityMark } from '#renderer/components/library/validity-mark.tsx'
import { m } from '#renderer/paraglide/messages.js'
import { beijingDay } from '#shared/calendar/beijing-time.ts'
import { libraryKinds, type LibraryItem, type LibraryKind } from '#shared/library/item.ts'
import type { BidMaterials, ChosenItem } from '#shared/materials/materials.ts'
import css from '#renderer/features/bids/documents/materials-picker.module.css'

type PickerProps = { items: readonly LibraryItem[]; before: BidMaterials; /** An instant; materials are judged on its day. */ deadline: string | null; onTake: (materials: BidMaterials) => void; onClose: () => void }

/** Chooses and orders what a bid takes from the library; the chosen stand first, in the order they are printed. */
export function MaterialsPicker({ items, before, deadline, onTake, onClose }: PickerProps) {
  const [kind, setKind] = useState<LibraryKind>('certificate')
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<BidMaterials>(before)
  const now = useNow()
  const on = beijingDay(deadline ?? now)
  const ofKind = (each: LibraryKind) => items.filter(({ data }) => data.kind === each)
  const isChosen = (id: string) => chosen.some(({ itemId }) => itemId === id)
  const picked = chosen.flatMap((choice) => {
    const item = items.find(({ id }) => id === choice.itemId)
    return item?.data.kind === kind ? [{ choice, item }] : []
  })
  const rest = ofKind(kind).filter(({ id, data }) => !isChosen(id) && data.name.toLowerCase().includes(text.trim().toLowerCase()))
  const toggle = (id: string) => setChosen(isChosen(id) ? chosen.filter(({ itemId }) => itemId !== id) : [...chosen, { itemId: id, role: null, duty: null }])
  const change = (id: string, part: Partial<ChosenItem>) => setChosen(chosen.map((choice) => (choice.itemId === id ? { ...choice, ...part } : choice)))
  const swap = (one: string, other: string | undefined) => {
    const [from, to] = [chosen.findIndex(({ itemId }) => itemId === one), chosen.findIndex(({ itemId }) => itemId === other)]
    if (from < 0 || to < 0) return
    setChosen(chosen.map((choice, index) => (index === from ? chosen[to] : index === to ? chosen[from] : choice) ?? choice))
  }
  return (
    <Dialog onClose={onClose} size={860} title={m.materials_title()}>
      <div className={css.picker}>
        <div className={css.head}>
          <div role="tablist" aria-label={m.materials_title()} className={css.kinds}>
            {libraryKinds.map((each) => <button key={each} type="button" role="tab" aria-selected={each === kind} onClick={() => setKind(each)}>{kindName(each)} <span>{ofKind(each).filter(({ id }) => isChosen(id)).length}/{ofKind(each).length}</span></button>)}
          </div>
          <TextInput className={css.search} leftSection={<IconSearch size={14} />} aria-label={m.lib_search()} placeholder={m.lib_search()} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        </div>
        <ol className={css.list} aria-label={kindName(kind)}>
          {picked.map(({ choice, item }, index) => (
            <li key={item.id} data-chosen>
              <Checkbox checked label={item.data.name} onChange={() => toggle(item.id)} />
              {item.data.kind === 'person' ? (
                <>
                  <input aria-label={m.materials_role({ name: item.data.name })} placeholder={item.data.role ?? m.lib_role()} value={choice.role ?? ''} maxLength={300} onChange={(event) => change(item.id, { role: event.target.value === '' ? null : event.target.value })} />
                  <input aria-label={m.materials_duty({ name: item.data.name })} placeholder={m.materials_duty_short()} value={choice.duty ?? ''} maxLength={300} onChange={(event) => change(item.id, { duty: event.target.value === '' ? null : event.target.value })} />
                </>
              ) : (
                <ValidityMark data={item.data} today={on} />
              )}
              <ActionIcon variant="subtle" size="sm" aria-label={m.files_up({ name: item.data.name })} disabled={index === 0} onClick={() => swap(item.id, picked[index - 1]?.item.id)}><IconArrowUp size={14} /></ActionIcon>
              <ActionIcon variant="subtle" size="sm" aria-label={m.files_down({ name: item.data.name })} disabled={index === picked.length - 1} onClick={() => swap(item.id, picked[index + 1]?.item.id)}><IconArrowDown size={14} /></ActionIcon>
            </li>
          ))}
          {rest.map((item) => (
            <li key={item.id}>
              <Checkbox checked={false} label={item.data.name} onChange={() => toggle(item.id)} />
              <ValidityMark data={item.data} today={on} />
            </li>
          ))}
          {picked.length + rest.length === 0 && <li className={css.none}>{m.lib_no_match()}</li>}
        </ol>
        <footer className={css.foot}>
          <span>{m.materials_judged({ day: on })}</span>
          <Button variant="default" onClick={onClose}>{m.cancel()}</Button>
          <Button onClick={() => onTake(chosen.map((choice) => ({ ...choice, role: orNull(choice.role), duty: orNull(choice.duty) })))}>{m.materials_take({ count: chosen.length })}</Button>
        </footer>
      </div>
    </Dialog>
  )
}

const orNull = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text.trim())
