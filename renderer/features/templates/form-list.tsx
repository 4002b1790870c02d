import { ActionIcon, Button } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { coverId, moved, newForm, replaced } from '#renderer/features/templates/draft.ts'
import { volumeName } from '#renderer/features/templates/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import { withForms, type BidTemplate } from '#shared/templates/bid-template.ts'
import type { PrintableVolume } from '#shared/documents/volume.ts'
import css from '#renderer/features/templates/templates.module.css'

type FormListProps = { template: BidTemplate; volume: PrintableVolume; formId: string; wrongForms: ReadonlySet<string>; onVolume: (volume: PrintableVolume) => void; onForm: (id: string) => void; onChange: (template: BidTemplate) => void }

/** The volumes and the forms of the one at hand, in the order they are printed; a form without its tick is kept and not printed. */
export function FormList({ template, volume, formId, wrongForms, onVolume, onForm, onChange }: FormListProps) {
  const current = template.volumes.find((each) => each.volume === volume) ?? template.volumes[0]
  const forms = current?.forms ?? []
  const at = forms.findIndex(({ id }) => id === formId)
  const put = (change: Parameters<typeof withForms>[2]) => onChange(withForms(template, volume, change))
  const add = () => {
    const taken = new Set(template.volumes.flatMap((each) => each.forms.map(({ id }) => id)))
    const form = newForm(m.tpl_new_form(), taken)
    put((before) => [...before.slice(0, at + 1), form, ...before.slice(at + 1)])
    onForm(form.id)
  }
  return (
    <nav className={css.forms} aria-label={m.tpl_forms()}>
      <div className={css.volumes} role="tablist" aria-label={m.doc_volume()}>
        {template.volumes.map((each) => <button key={each.volume} type="button" role="tab" aria-selected={each.volume === volume} onClick={() => onVolume(each.volume)}>{volumeName(each.volume)}</button>)}
      </div>
      {current !== undefined && (
        <label className={css.part}>
          {m.tpl_part()}
          <input value={current.part} maxLength={60} onChange={(event) => onChange({ ...template, volumes: template.volumes.map((each) => (each.volume === volume ? { ...each, part: event.target.value } : each)) })} />
        </label>
      )}
      <ol>
        <li data-current={formId === coverId || undefined}>
          <button type="button" className={css.coverEntry} aria-current={formId === coverId ? 'true' : undefined} onClick={() => onForm(coverId)}>{m.tpl_cover()}</button>
        </li>
        {forms.map((form, index) => (
          <li key={form.id} data-current={form.id === formId || undefined} data-off={form.isOff || undefined}>
            <input type="checkbox" aria-label={m.tpl_print_form({ form: form.title })} checked={!form.isOff} onChange={(event) => put((before) => replaced(before, index, { ...form, isOff: !event.target.checked }))} />
            <button type="button" aria-current={form.id === formId ? 'true' : undefined} onClick={() => onForm(form.id)}>{wrongForms.has(form.title) ? '■ ' : ''}{form.title === '' ? m.lib_unnamed() : form.title}</button>
          </li>
        ))}
      </ol>
      <div className={css.formTools}>
        <ActionIcon variant="default" aria-label={m.tpl_form_up()} disabled={at <= 0} onClick={() => put((before) => moved(before, at, -1))}><IconArrowUp size={16} /></ActionIcon>
        <ActionIcon variant="default" aria-label={m.tpl_form_down()} disabled={at < 0 || at === forms.length - 1} onClick={() => put((before) => moved(before, at, 1))}><IconArrowDown size={16} /></ActionIcon>
        <ActionIcon variant="default" aria-label={m.tpl_form_remove()} disabled={at < 0 || forms.length === 1} onClick={() => { put((before) => before.filter(({ id }) => id !== formId)); onForm((forms[at + 1] ?? forms[at - 1])?.id ?? '') }}><IconTrash size={16} /></ActionIcon>
        <Button size="compact-sm" variant="default" leftSection={<IconPlus size={14} />} onClick={add}>{m.tpl_form_add()}</Button>
      </div>
    </nav>
  )
}
