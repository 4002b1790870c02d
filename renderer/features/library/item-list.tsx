import { Button, Checkbox, TextInput } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useNow } from '#renderer/app/clock.tsx'
import { useHotkeys } from '#renderer/app/hotkeys.ts'
import { useLocale } from '#renderer/app/i18n.tsx'
import { usePreferences } from '#renderer/app/preferences.tsx'
import { useSessionState } from '#renderer/app/session.tsx'
import { useAddFiles } from '#renderer/components/attachments/use-add-files.ts'
import { useFileDrop } from '#renderer/components/attachments/use-file-drop.ts'
import { DataGrid } from '#renderer/components/data-grid/data-grid.tsx'
import { EmptyState } from '#renderer/components/empty-state/empty-state.tsx'
import { MoneyInput } from '#renderer/components/money-input/money-input.tsx'
import { projectKindName } from '#renderer/components/project-kind.ts'
import { columnsOf, sorted } from '#renderer/features/library/columns.tsx'
import { isWanted, openFilter, type LibraryFilter } from '#renderer/features/library/filter.ts'
import { ItemPanel } from '#renderer/features/library/item-panel.tsx'
import { emptyData, kindName, typeFromFileName } from '#renderer/components/library/library-words.ts'
import { useRemoveItems, useSaveItem } from '#renderer/features/library/queries.ts'
import { m } from '#renderer/paraglide/messages.js'
import { beijingDay } from '#shared/calendar/beijing-time.ts'
import type { Attachment } from '#shared/files/stored-file.ts'
import { LibraryData, type LibraryItem, type LibraryKind } from '#shared/library/item.ts'
import { UseCase } from '#shared/tenders/tender.ts'
import styles from './library.module.css'

type Drafts = Readonly<Record<string, LibraryData>>
const asDrafts = (kept: unknown): Drafts => {
  const drafts: Record<string, LibraryData> = {}
  for (const [id, data] of Object.entries(typeof kept === 'object' && kept !== null ? kept : {})) drafts[id] = data
  return drafts
}
const newId = 'new'

/** The items of one kind beside the one at hand. What is typed stays until it is saved, wherever one looks meanwhile. */
export function ItemList({ kind, items, openId, onOpen }: { kind: LibraryKind; items: readonly LibraryItem[]; openId: string | null; onOpen: (id: string | null) => void }) {
  const today = beijingDay(useNow())
  const language = useLocale()
  const isWan = usePreferences().preferences.moneyUnit === 'wan' && language === 'zh-CN'
  const [filter, setFilter] = useState<LibraryFilter>(openFilter)
  const [sort, setSort] = useState({ by: kind === 'certificate' ? 'validity' : 'name', isDescending: false })
  const [drafts, setDrafts] = useSessionState(`library.drafts.${kind}`, asDrafts)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const search = useRef<HTMLInputElement>(null)
  const save = useSaveItem()
  const remove = useRemoveItems()
  const columns = useMemo(() => columnsOf(kind, { today, language, isWan, isChanged: ({ id }) => drafts[id] !== undefined }), [kind, today, language, isWan, drafts])
  const rows = useMemo(() => sorted(items.filter((item) => isWanted(item, filter, today)), columns.find(({ id }) => id === sort.by), sort.isDescending), [items, filter, columns, sort, today])
  const active = Math.max(0, rows.findIndex(({ id }) => id === openId))
  const current = openId === newId ? null : (rows.find(({ id }) => id === openId) ?? rows[0] ?? null)
  const draftId = openId === newId ? newId : (current?.id ?? newId)
  const data = drafts[draftId] ?? current?.data ?? null
  const setDraft = (id: string, draft: LibraryData | null) => {
    const { [id]: _before, ...others } = drafts
    setDrafts(draft === null ? others : { ...others, [id]: draft })
  }
  const start = () => {
    if (drafts[newId] === undefined) setDraft(newId, emptyData(kind))
    onOpen(newId)
  }
  useHotkeys([{ keys: '/', run: () => search.current?.focus() }, { keys: 'Ctrl+N', whileTyping: true, run: start }])
  const { drop } = useAddFiles((added) => { void addFromFiles(kind, added, (fresh) => save.mutateAsync({ before: null, data: fresh })).then((id) => onOpen(id)) })
  const [place, isOver] = useFileDrop((files) => void drop(files))
  const onVisible = useCallback(() => undefined, [])
  const chosen = items.filter(({ id }) => selected.has(id))
  return (
    <div className={styles.body}>
      <section ref={place} className={styles.list} aria-label={kindName(kind)} data-takes-files={kind === 'text' ? undefined : true} data-over={isOver || undefined}>
        <div className={styles.tools}>
          <TextInput ref={search} className={styles.search ?? ''} leftSection={<IconSearch size={14} />} placeholder={m.lib_search()} aria-label={m.lib_search()} value={filter.text} onChange={(event) => setFilter({ ...filter, text: event.currentTarget.value })} />
          <Filters kind={kind} filter={filter} onFilter={setFilter} />
          <span className={styles.count}>{m.lib_count({ shown: rows.length, all: items.length })}</span>
          {chosen.length > 0 && <Button variant="default" onClick={() => { remove.mutate(chosen); setSelected(new Set()) }}>{m.lib_remove_chosen({ count: chosen.length })}</Button>}
          <Button leftSection={<IconPlus size={16} />} title="Ctrl N" onClick={start}>{m.lib_add()}</Button>
        </div>
        {items.length === 0 ? (
          <EmptyState title={emptyTitle(kind)} text={kind === 'text' ? m.lib_empty_text_hint() : m.lib_empty_hint()}><Button onClick={start}>{m.lib_add()}</Button></EmptyState>
        ) : rows.length === 0 ? (
          <EmptyState title={m.lib_no_match()}><Button variant="default" onClick={() => setFilter(openFilter)}>{m.lib_clear_filter()}</Button></EmptyState>
        ) : (
          <div className={styles.grid}>
            <DataGrid
              label={kindName(kind)}
              columns={columns}
              total={rows.length}
              rowAt={(index) => rows[index]}
              keyOf={({ id }) => id}
              sort={sort}
              onSort={setSort}
              active={active}
              onActive={(index) => onOpen(rows[index]?.id ?? null)}
              onOpen={() => document.querySelector<HTMLElement>('[data-item-panel] input, [data-item-panel] select')?.focus()}
              selected={selected}
              onToggle={({ id }) => setSelected(toggled(selected, id))}
              onVisible={onVisible}
            />
          </div>
        )}
      </section>
      <aside className={styles.side} data-item-panel>
        {data === null ? null : (
          <ItemPanel
            key={draftId}
            item={openId === newId ? null : current}
            data={data}
            isChanged={drafts[draftId] !== undefined}
            today={today}
            onChange={(draft) => setDraft(draftId, draft)}
            onRevert={() => { setDraft(draftId, null); if (draftId === newId) onOpen(null) }}
            onSaved={(item) => { setDraft(draftId, null); onOpen(item.id) }}
            onRemoved={() => onOpen(null)}
          />
        )}
      </aside>
    </div>
  )
}

function toggled(before: ReadonlySet<string>, id: string): Set<string> {
  const after = new Set(before)
  if (!after.delete(id)) after.add(id)
  return after
}

/** One item per file, named after it; the last one is opened. */
async function addFromFiles(kind: LibraryKind, files: readonly Attachment[], add: (data: LibraryData) => Promise<LibraryItem>): Promise<string | null> {
  let last: string | null = null
  for (const attachment of files) {
    const name = attachment.name.replace(/\.[a-z]{3,4}$/i, '').slice(0, 200)
    const data = emptyData(kind)
    if (data.kind === 'certificate') last = (await add({ ...data, name, type: typeFromFileName(name), attachments: [attachment] })).id
    else if (data.kind === 'person') last = (await add({ ...data, name, attachments: [attachment] })).id
    else if (data.kind === 'reference') last = (await add({ ...data, name, contract: [attachment] })).id
  }
  return last
}

function Filters({ kind, filter, onFilter }: { kind: LibraryKind; filter: LibraryFilter; onFilter: (filter: LibraryFilter) => void }) {
  if (kind === 'person') return null
  if (kind === 'certificate') return <Checkbox label={m.lib_problems_only()} checked={filter.isProblemsOnly} onChange={(event) => onFilter({ ...filter, isProblemsOnly: event.currentTarget.checked })} />
  return (
    <>
      <select aria-label={m.lib_use_case()} value={filter.useCase} onChange={(event) => onFilter({ ...filter, useCase: event.target.value })}>
        <option value="">{m.lib_all_use_cases()}</option>
        {UseCase.options.map((value) => <option key={value} value={value}>{projectKindName(value)}</option>)}
      </select>
      {kind === 'reference' ? (
        <>
          <label className={styles.inline}>{m.lib_since()}<input className={styles.year} inputMode="numeric" maxLength={4} placeholder="2023" value={filter.since} onChange={(event) => onFilter({ ...filter, since: event.target.value.normalize('NFKC').replaceAll(/\D/g, '') })} /></label>
          <div className={styles.inline}><span aria-hidden>{m.lib_at_least()}</span><div className={styles.money}><MoneyInput value={filter.atLeast} unit="wan" label={m.lib_at_least()} canBeEmpty onCommit={(atLeast) => onFilter({ ...filter, atLeast })} /></div></div>
        </>
      ) : (
        <Checkbox label={m.lib_review_only()} checked={filter.isProblemsOnly} onChange={(event) => onFilter({ ...filter, isProblemsOnly: event.currentTarget.checked })} />
      )}
    </>
  )
}

function emptyTitle(kind: LibraryKind): string {
  switch (kind) {
    case 'certificate': return m.lib_empty_certificates()
    case 'person': return m.lib_empty_people()
    case 'reference': return m.lib_empty_references()
    case 'text': return m.lib_empty_texts()
  }
}
