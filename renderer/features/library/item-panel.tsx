import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { useHotkeys } from '#renderer/app/hotkeys.ts'
import { Dialog } from '#renderer/components/dialog/dialog.tsx'
import { AttachmentList } from '#renderer/components/attachments/attachment-list.tsx'
import { ScrollRegion } from '#renderer/components/scroll-region/scroll-region.tsx'
import { fieldsOf } from '#renderer/features/library/fields.ts'
import { FieldInput } from '#renderer/features/library/field-input.tsx'
import { kindName } from '#renderer/components/library/library-words.ts'
import { useHistory, useRemoveItems, useSaveItem } from '#renderer/features/library/queries.ts'
import { ValidityMark } from '#renderer/components/library/validity-mark.tsx'
import { m } from '#renderer/paraglide/messages.js'
import { LibraryData, type LibraryItem } from '#shared/library/item.ts'
import { bodyProblems } from '#shared/library/text-body.ts'
import styles from './library.module.css'

type ItemPanelProps = {
  /** Null: a new one. */
  item: LibraryItem | null
  data: LibraryData
  isChanged: boolean
  today: string
  onChange: (data: LibraryData) => void
  onRevert: () => void
  onSaved: (item: LibraryItem) => void
  onRemoved: () => void
}

/** One item: its facts, its files, and what it was before. */
export function ItemPanel({ item, data, isChanged, today, onChange, onRevert, onSaved, onRemoved }: ItemPanelProps) {
  const [problems, setProblems] = useState<ReadonlyMap<string, string>>(new Map())
  const [isHistoryOpen, setHistoryOpen] = useState(false)
  const save = useSaveItem()
  const remove = useRemoveItems()
  const submit = () => {
    const parsed = LibraryData.safeParse(data)
    setProblems(parsed.success ? new Map() : problemsOf(data, parsed.error.issues.map(({ path }) => String(path[0]))))
    if (parsed.success) save.mutate({ before: item, data: parsed.data }, { onSuccess: onSaved })
  }
  useHotkeys([{ keys: 'Ctrl+S', whileTyping: true, run: () => { if (isChanged) submit() } }])
  return (
    <ScrollRegion className={styles.panel ?? ''} label={data.name === '' ? kindName(data.kind) : data.name}>
      <header className={styles.panelHead}>
        <div>
          <h2>{data.name === '' ? m.lib_unnamed() : data.name}</h2>
          <ValidityMark data={data} today={today} />
        </div>
        {isChanged && <Button variant="default" size="compact-md" onClick={onRevert}>{m.lib_revert()}</Button>}
        <Button size="compact-md" disabled={!isChanged} loading={save.isPending} title="Ctrl S" onClick={submit}>{m.company_save()}</Button>
        {item !== null && (
          <Menu position="bottom-end" withinPortal>
            <Menu.Target><ActionIcon variant="subtle" aria-label={m.lib_more()}><IconDots size={16} /></ActionIcon></Menu.Target>
            <Menu.Dropdown>
              {data.kind === 'certificate' && <Menu.Item onClick={() => onChange({ ...data, number: null, issuedOn: null, validUntil: null, attachments: [] })}>{m.lib_renew()}</Menu.Item>}
              <Menu.Item onClick={() => setHistoryOpen(true)}>{m.lib_history()}</Menu.Item>
              <Menu.Item onClick={() => remove.mutate([item], { onSuccess: onRemoved })}>{m.lib_remove()}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </header>
      <div className={styles.fields}>
        {fieldsOf(data).map((field) => <FieldInput key={field.id} field={field} error={problems.get(field.id) ?? null} onChange={onChange} />)}
      </div>
      <ItemFiles data={data} onChange={onChange} />
      {item !== null && isHistoryOpen && <History item={item} onClose={() => setHistoryOpen(false)} onTake={(before) => { setHistoryOpen(false); onChange(before) }} />}
    </ScrollRegion>
  )
}

function problemsOf(data: LibraryData, fields: readonly string[]): Map<string, string> {
  return new Map(fields.map((field) => [field, field === 'name' && data.name.trim() === '' ? m.lib_name_missing() : field === 'body' && data.kind === 'text' ? bodyWords(data.body) : m.lib_field_refused()]))
}

function bodyWords(body: string): string {
  if (body.trim() === '') return m.lib_body_missing()
  const [first] = bodyProblems(body)
  if (first === undefined) return m.lib_field_refused()
  return first.code === 'field-unknown' ? m.lib_body_field_unknown({ text: first.text.slice(0, 60) }) : m.lib_body_table_uneven({ text: first.text.slice(0, 60) })
}

function ItemFiles({ data, onChange }: { data: LibraryData; onChange: (data: LibraryData) => void }) {
  if (data.kind === 'text') return null
  if (data.kind !== 'reference') return <AttachmentList label={data.kind === 'certificate' ? m.lib_scans() : m.lib_papers()} attachments={data.attachments} onChange={(attachments) => onChange({ ...data, attachments })} />
  return (
    <>
      <AttachmentList label={m.lib_contract()} attachments={data.contract} onChange={(contract) => onChange({ ...data, contract })} />
      <AttachmentList label={m.lib_acceptance()} attachments={data.acceptance} onChange={(acceptance) => onChange({ ...data, acceptance })} />
      <AttachmentList label={m.lib_invoice()} attachments={data.invoice} onChange={(invoice) => onChange({ ...data, invoice })} />
    </>
  )
}

function History({ item, onClose, onTake }: { item: LibraryItem; onClose: () => void; onTake: (data: LibraryData) => void }) {
  const history = useHistory(item.id)
  return (
    <Dialog onClose={onClose} title={m.lib_history_of({ name: item.data.name })}>
      <ol className={styles.history}>
        {(history.data ?? []).map((version) => (
          <li key={version.version}>
            <strong>{m.lib_version({ version: version.version })}</strong>
            <time dateTime={version.savedAt}>{version.savedAt.slice(0, 16).replace('T', ' ')}</time>
            <span>{version.data.kind === 'certificate' ? [version.data.number, version.data.validUntil].filter((part) => part !== null).join(' · ') : version.data.name}</span>
            {version.version === item.version ? <em>{m.lib_version_current()}</em> : <Button size="compact-sm" variant="default" onClick={() => onTake(version.data)}>{m.lib_version_take()}</Button>}
          </li>
        ))}
      </ol>
    </Dialog>
  )
}
