import { ActionIcon, Button, Menu, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useShell } from '#renderer/app/core.tsx'
import { PasteDocument } from '#renderer/features/tenders/requirements/paste-document.tsx'
import { useRequirementChanges, useRequirements } from '#renderer/features/tenders/requirements/queries.ts'
import { RequirementForm } from '#renderer/features/tenders/requirements/requirement-form.tsx'
import { RequirementRow } from '#renderer/features/tenders/requirements/requirement-row.tsx'
import { requirementKindName, requirementKinds } from '#renderer/features/tenders/requirements/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { Requirement, RequirementSource } from '#shared/requirements/requirement.ts'
import type { Tender } from '#shared/tenders/tender.ts'
import styles from './requirements.module.css'

type Shown = 'all' | 'marked' | 'scoring' | Requirement['kind']

const shownAtFirst = 12

const passes = (requirement: Requirement, shown: Shown): boolean => {
  if (shown === 'all') return true
  if (shown === 'marked') return requirement.mark !== 'none'
  return shown === 'scoring' ? requirement.scoring !== null : requirement.kind === shown && requirement.scoring === null
}

/** What the tender asks for, ★ first: read from its notices or its document, and corrected by hand. */
export function Requirements({ tender, current, onShow }: { tender: Tender; current: RequirementSource | null; onShow: (place: RequirementSource) => void }) {
  const { data } = useRequirements(tender.id)
  const [shown, setShown] = useState<Shown>('all')
  const [isWhole, setWhole] = useState(false)
  const [edited, setEdited] = useState<string | null>(null)
  const { save, remove, reorder, extract } = useRequirementChanges(tender.id)
  if (data === undefined) return null
  const all = data.requirements
  const matching = all.filter((requirement) => passes(requirement, shown))
  const visible = isWhole ? matching : matching.slice(0, shownAtFirst)
  const move = (id: string, by: number) => {
    const order = moved(all, id, by)
    if (order !== null) reorder(order)
  }
  const form = (known: Requirement | null) => (
    <RequirementForm
      known={known}
      lots={tender.lots}
      isSaving={save.isPending}
      onCancel={() => setEdited(null)}
      onSave={(fields) => save.mutate({ known, fields }, { onSuccess: () => setEdited(null) })}
    />
  )
  return (
    <section className={styles.card} aria-labelledby="requirements-title">
      <div className={styles.head}>
        <h2 id="requirements-title">{m.requirements_title()}</h2>
        {all.length > 0 && <Kinds all={all} shown={shown} onShown={setShown} />}
        <ReadMenu isReading={extract.isPending} onRead={extract.mutate} />
        <ActionIcon variant="default" size={26} aria-label={m.requirement_add()} title={m.requirement_add()} onClick={() => setEdited('new')}>
          <IconPlus size={15} />
        </ActionIcon>
      </div>
      {edited === 'new' && form(null)}
      {all.length === 0 && edited !== 'new' && <p className={styles.empty}>{m.requirements_none()}</p>}
      <ul className={styles.list}>
        {visible.map((requirement) => (
          <li key={requirement.id}>
            {edited === requirement.id ? (
              form(requirement)
            ) : (
              <RequirementRow
                requirement={requirement}
                isCurrent={current !== null && requirement.source !== null && isSamePlace(requirement.source, current)}
                onShow={onShow}
                onEdit={() => setEdited(requirement.id)}
                onRemove={() => remove(requirement.id)}
                onMove={(by) => move(requirement.id, by)}
              />
            )}
          </li>
        ))}
      </ul>
      {matching.length > visible.length && (
        <UnstyledButton className={styles.more} onClick={() => setWhole(true)}>
          {m.requirements_show_all({ count: matching.length })}
        </UnstyledButton>
      )}
    </section>
  )
}

const isSamePlace = (a: RequirementSource, b: RequirementSource): boolean => a.id === b.id && a.start === b.start && a.end === b.end

/** The order with one requirement moved among those of its mark; null where it cannot go further. */
function moved(all: readonly Requirement[], id: string, by: number): string[] | null {
  const at = all.findIndex((requirement) => requirement.id === id)
  const other = all[at + by]
  if (at < 0 || other === undefined || other.mark !== all[at]?.mark) return null
  const order = all.map((requirement) => requirement.id)
  order.splice(at, 1)
  order.splice(at + by, 0, id)
  return order
}

function Kinds({ all, shown, onShown }: { all: readonly Requirement[]; shown: Shown; onShown: (shown: Shown) => void }) {
  const choices: { value: Shown; label: string }[] = [
    { value: 'all', label: m.requirements_all() },
    { value: 'marked', label: '★ ▲' },
    { value: 'scoring', label: m.requirements_scoring() },
    ...requirementKinds.map((kind) => ({ value: kind, label: requirementKindName(kind) })),
  ]
  return (
    <div className={styles.kinds} role="group" aria-label={m.requirements_show()}>
      {choices.map(({ value, label }) => {
        const count = all.filter((requirement) => passes(requirement, value)).length
        if (count === 0) return null
        return (
          <UnstyledButton key={value} className={styles.kind} aria-pressed={shown === value} onClick={() => onShown(value)}>
            {label} {count}
          </UnstyledButton>
        )
      })}
    </div>
  )
}

type ReadMenuProps = { isReading: boolean; onRead: ReturnType<typeof useRequirementChanges>['extract']['mutate'] }

function ReadMenu({ isReading, onRead }: ReadMenuProps) {
  const shell = useShell()
  const [isPasting, setPasting] = useState(false)
  const chooseFile = async () => {
    const [file] = await shell.files.choose()
    if (file !== undefined) onRead({ type: 'file', token: file.token })
  }
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button size="compact-sm" variant="default" loading={isReading} rightSection={<IconChevronDown size={13} />}>
            {m.requirements_read()}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onRead({ type: 'notices' })}>{m.requirements_from_notices()}</Menu.Item>
          <Menu.Item onClick={() => void chooseFile()}>{m.requirements_from_file()}</Menu.Item>
          <Menu.Item onClick={() => setPasting(true)}>{m.requirements_from_text()}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isPasting && (
        <PasteDocument
          onClose={() => setPasting(false)}
          onRead={(text) => {
            setPasting(false)
            onRead({ type: 'text', name: m.document_pasted(), text })
          }}
        />
      )}
    </>
  )
}
