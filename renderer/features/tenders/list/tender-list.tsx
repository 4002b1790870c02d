import { Button, SegmentedControl } from '@mantine/core'
import { IconClipboardText, IconPlus, IconUpload } from '@tabler/icons-react'
import { useDeferredValue, useMemo, useRef, useState, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { useHotkeys } from '#renderer/app/hotkeys.ts'
import { useImport } from '#renderer/app/importing/import-provider.tsx'
import { useSessionState } from '#renderer/app/session.tsx'
import { PageHeader } from '#renderer/components/page-header/page-header.tsx'
import { TenderBoard } from '#renderer/features/tenders/board/tender-board.tsx'
import { TenderCalendar } from '#renderer/features/tenders/calendar/tender-calendar.tsx'
import { ColumnChooser } from '#renderer/features/tenders/list/column-chooser.tsx'
import { ExportMenu } from '#renderer/features/tenders/list/export-menu.tsx'
import { FilterBar } from '#renderer/features/tenders/list/filter-bar.tsx'
import { PrintButton } from '#renderer/features/tenders/list/print-button.tsx'
import { SavedSearchMenu } from '#renderer/features/tenders/list/saved-search-menu.tsx'
import { useSavedSearches } from '#renderer/features/tenders/list/saved-searches.ts'
import { countSelected, nothingSelected, targetOf, type Selection } from '#renderer/features/tenders/list/selection.ts'
import { SelectionBar } from '#renderer/features/tenders/list/selection-bar.tsx'
import { TenderTable } from '#renderer/features/tenders/list/tender-table.tsx'
import { useColumns } from '#renderer/features/tenders/list/use-columns.ts'
import { askedFilter, firstView, View } from '#renderer/features/tenders/list/view.ts'
import { useTenderPages } from '#renderer/features/tenders/use-tender-pages.ts'
import { m } from '#renderer/paraglide/messages.js'
import styles from './tender-list.module.css'

/** The list begins with the search that was made its default; then it stays as it was left. */
export function TenderList() {
  const { searches, isLoaded } = useSavedSearches()
  const [kept, keep] = useSessionState<View | null>('tenders.view', (value) => View.nullable().catch(null).parse(value ?? null))
  if (!isLoaded) return null
  const first = searches.find(({ isDefault }) => isDefault)
  const view = kept ?? (first === undefined ? firstView : { ...firstView, filter: first.filter, sort: first.sort, descending: first.descending, searchId: first.id })
  return <Shown view={view} setView={keep} />
}

function Shown({ view, setView }: { view: View; setView: (view: View) => void }) {
  const [selection, setSelection] = useState<Selection>(nothingSelected)
  const { sort, descending } = view
  const asked = useDeferredValue(useMemo(() => ({ ...askedFilter(view.filter), sort, descending }), [view.filter, sort, descending]))
  const { sort: _sort, descending: _descending, ...filter } = asked
  const pages = useTenderPages(asked)
  const layout = useColumns()
  const searchRef = useRef<HTMLInputElement>(null)
  const gridRef = useRef<HTMLDivElement>(null)
  const change = (part: Partial<View>) => {
    // What was selected under another filter is no longer in sight: it must not be changed unseen.
    if (part.filter !== undefined) setSelection(nothingSelected)
    setView({ ...view, active: 0, ...part })
  }
  useHotkeys([
    ...modes.map(({ mode, keys }) => ({ keys, whileTyping: true, run: () => change({ mode }) })),
    { keys: '/', run: () => searchRef.current?.focus() },
    { keys: 'Ctrl+f', whileTyping: true, run: () => searchRef.current?.focus() },
  ])
  const total = pages.total ?? 0
  const count = countSelected(selection, total)
  const order = { sort, descending }
  return (
    <div className={styles.screen}>
      <ListHeader view={view} onChange={change} filter={filter}>
        <PrintButton filter={filter} order={order} columns={layout.columns} total={pages.isCounted ? pages.total : undefined} />
      </ListHeader>
      <FilterBar view={view} onChange={change} total={pages.total} isCounted={pages.isCounted} searchRef={searchRef} onLeaveSearch={() => gridRef.current?.focus()}>
        {view.mode === 'list' && <ColumnChooser layout={layout} />}
      </FilterBar>
      {view.mode === 'board' && <TenderBoard filter={filter} />}
      {view.mode === 'calendar' && <TenderCalendar filter={filter} />}
      {view.mode === 'list' && (
        <div className={styles.table} data-stale={pages.isStale || undefined}>
          <TenderTable pages={pages} layout={layout} view={view} query={filter.query} onChange={change} selection={selection} onSelect={setSelection} gridRef={gridRef} />
        </div>
      )}
      {view.mode === 'list' && count > 0 && (
        <SelectionBar count={count} total={total} target={targetOf(selection, filter)} order={order} isAll={selection.isAll} onSelectAll={() => setSelection({ isAll: true, ids: new Set() })} onClear={() => setSelection(nothingSelected)} />
      )}
    </div>
  )
}

const modes = [
  { mode: 'list', keys: 'Ctrl+Shift+l', name: () => m.view_list() },
  { mode: 'board', keys: 'Ctrl+Shift+b', name: () => m.view_board() },
  { mode: 'calendar', keys: 'Ctrl+Shift+c', name: () => m.view_calendar() },
] as const

function ListHeader({ view, onChange, filter, children }: { view: View; onChange: (part: Partial<View>) => void; filter: View['filter']; children: ReactNode }) {
  const [, navigate] = useLocation()
  const { chooseFiles, openPaste } = useImport()
  return (
    <PageHeader title={m.screen_tenders()}>
      <SavedSearchMenu view={view} onChange={onChange} />
      <SegmentedControl
        className={styles.modes}
        aria-label={m.view_label()}
        data={modes.map(({ mode, name }) => ({ value: mode, label: name() }))}
        value={view.mode}
        onChange={(mode) => onChange({ mode: View.shape.mode.parse(mode) })}
        transitionDuration={0}
      />
      {children}
      <ExportMenu target={{ filter, except: [] }} order={{ sort: view.sort, descending: view.descending }} />
      <Button variant="default" leftSection={<IconClipboardText size={15} />} onClick={() => openPaste('')}>
        {m.import_paste()}
      </Button>
      <Button variant="default" leftSection={<IconUpload size={15} />} onClick={() => void chooseFiles()}>
        {m.import_choose()}
      </Button>
      <Button leftSection={<IconPlus size={15} />} onClick={() => navigate('/tenders/new')}>
        {m.tenders_new()}
      </Button>
    </PageHeader>
  )
}
