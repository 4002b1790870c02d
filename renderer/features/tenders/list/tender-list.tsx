import { Button, SegmentedControl } from '@mantine/core'
import { IconClipboardText, IconDownload, IconPlus, IconUpload } from '@tabler/icons-react'
import { useCallback, useDeferredValue, useMemo, useRef, useState, type RefObject } from 'react'
import { useLocation } from 'wouter'
import { notifyFailure } from '#renderer/app/undo.tsx'
import { downloadText } from '#renderer/components/download.ts'
import { tendersAsCsv } from '#renderer/features/tenders/export-tenders.ts'
import { useCore } from '#renderer/app/core.tsx'
import { useNow } from '#renderer/app/clock.tsx'
import { useHotkeys } from '#renderer/app/hotkeys.ts'
import { useLocale } from '#renderer/app/i18n.tsx'
import { useImport } from '#renderer/app/importing/import-provider.tsx'
import { usePreferences } from '#renderer/app/preferences.tsx'
import { useSessionState } from '#renderer/app/session.tsx'
import { DataGrid } from '#renderer/components/data-grid/data-grid.tsx'
import { EmptyState } from '#renderer/components/empty-state/empty-state.tsx'
import { PageHeader } from '#renderer/components/page-header/page-header.tsx'
import { TenderBoard } from '#renderer/features/tenders/board/tender-board.tsx'
import { TenderCalendar } from '#renderer/features/tenders/calendar/tender-calendar.tsx'
import { FilterBar } from '#renderer/features/tenders/list/filter-bar.tsx'
import { SelectionBar } from '#renderer/features/tenders/list/selection-bar.tsx'
import { tenderColumns } from '#renderer/features/tenders/list/tender-columns.tsx'
import { useTenderPages, type TenderFilter, type TenderPages } from '#renderer/features/tenders/use-tender-pages.ts'
import { firstView, View } from '#renderer/features/tenders/list/view.ts'
import { m } from '#renderer/paraglide/messages.js'
import { TenderSort, type TenderRow } from '#shared/tenders/contract.ts'
import styles from './tender-list.module.css'

export function TenderList() {
  const [view, setView] = useSessionState<View>('tenders.view', (kept) => View.catch(firstView).parse(kept))
  const [selected, setSelected] = useState<ReadonlyMap<string, TenderRow>>(new Map())
  const { query, stages, sort, descending } = view
  const deadlineFrom = useOpenSince(view.isOpenOnly)
  const filter = useDeferredValue(useMemo<TenderFilter>(() => ({ query: query.trim(), stages, sort, descending, deadlineFrom }), [query, stages, sort, descending, deadlineFrom]))
  const pages = useTenderPages(filter)
  const searchRef = useRef<HTMLInputElement>(null)
  const gridRef = useRef<HTMLDivElement>(null)
  const change = (part: Partial<View>) => setView({ ...view, active: 0, ...part })
  useHotkeys([
    ...modes.map(({ mode, keys }) => ({ keys, run: () => change({ mode }) })),
    { keys: '/', run: () => searchRef.current?.focus() },
    { keys: 'Ctrl+f', whileTyping: true, run: () => searchRef.current?.focus() },
  ])
  return (
    <div className={styles.screen}>
      <ListHeader view={view} onChange={change} filter={filter} />
      <FilterBar view={view} onChange={change} total={pages.total} searchRef={searchRef} onLeaveSearch={() => gridRef.current?.focus()} />
      {view.mode === 'board' && <TenderBoard query={filter.query} shown={filter.stages} />}
      {view.mode === 'calendar' && <TenderCalendar query={filter.query} shown={filter.stages} />}
      {view.mode === 'list' && (
        <div className={styles.table} data-stale={pages.isStale || undefined}>
          <ListBody pages={pages} view={view} onChange={change} selected={selected} onSelect={setSelected} gridRef={gridRef} />
        </div>
      )}
      {view.mode === 'list' && selected.size > 0 && <SelectionBar selected={selected} onClear={() => setSelected(new Map())} />}
    </div>
  )
}

const modes = [
  { mode: 'list', keys: 'Ctrl+Shift+l', name: () => m.view_list() },
  { mode: 'board', keys: 'Ctrl+Shift+b', name: () => m.view_board() },
  { mode: 'calendar', keys: 'Ctrl+Shift+c', name: () => m.view_calendar() },
] as const

function useExport(filter: TenderFilter) {
  const core = useCore()
  return async () => {
    await tendersAsCsv(core, filter).then(
      ({ csv }) => downloadText('tenders.csv', csv, 'text/csv'),
      () => notifyFailure(m.tenders_export_failed()),
    )
  }
}

/** From when on a closing time counts as open: after the start of this minute, because the moment itself is too late. */
function useOpenSince(isOpenOnly: boolean): string | null {
  const now = useNow(60_000)
  return isOpenOnly ? `${now.slice(0, 16)}:00.001Z` : null
}

function ListHeader({ view, onChange, filter }: { view: View; onChange: (part: Partial<View>) => void; filter: TenderFilter }) {
  const exportAll = useExport(filter)
  const [, navigate] = useLocation()
  const { chooseFiles, openPaste } = useImport()
  return (
    <PageHeader title={m.screen_tenders()}>
      <SegmentedControl
        className={styles.modes}
        aria-label={m.view_label()}
        data={modes.map(({ mode, name }) => ({ value: mode, label: name() }))}
        value={view.mode}
        onChange={(mode) => onChange({ mode: View.shape.mode.parse(mode) })}
        transitionDuration={0}
      />
      <Button variant="default" leftSection={<IconDownload size={15} />} onClick={() => void exportAll()}>
        {m.tenders_export()}
      </Button>
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

type BodyProps = {
  pages: TenderPages
  view: View
  onChange: (part: Partial<View>) => void
  selected: ReadonlyMap<string, TenderRow>
  onSelect: (selected: ReadonlyMap<string, TenderRow>) => void
  gridRef: RefObject<HTMLDivElement | null>
}

function ListBody({ pages, view, onChange, selected, onSelect, gridRef }: BodyProps) {
  const [, navigate] = useLocation()
  const now = useNow()
  const locale = useLocale()
  const { moneyUnit } = usePreferences().preferences
  const columns = useMemo(() => tenderColumns(now, { locale, unit: moneyUnit }), [now, locale, moneyUnit])
  const keys = useMemo(() => new Set(selected.keys()), [selected])
  const open = useCallback((row: TenderRow) => navigate(`/tenders/${row.id}`), [navigate])
  if (pages.isFailed) return <Failed onRetry={pages.retry} />
  if (pages.total === undefined) return null
  if (pages.total === 0) return <Nothing view={view} onChange={onChange} />
  const toggle = (row: TenderRow) => {
    const next = new Map(selected)
    if (!next.delete(row.id)) next.set(row.id, row)
    onSelect(next)
  }
  return (
    <DataGrid
      label={m.screen_tenders()}
      columns={columns}
      total={pages.total}
      rowAt={pages.rowAt}
      keyOf={(row) => row.id}
      sort={{ by: view.sort, isDescending: view.descending }}
      onSort={({ by, isDescending }) => onChange({ sort: TenderSort.parse(by), descending: isDescending })}
      active={Math.min(view.active, pages.total - 1)}
      onActive={(active) => onChange({ active })}
      onOpen={open}
      selected={keys}
      onToggle={toggle}
      onVisible={pages.onVisible}
      gridRef={gridRef}
    />
  )
}

function Nothing({ view, onChange }: { view: View; onChange: BodyProps['onChange'] }) {
  const [, navigate] = useLocation()
  const { chooseFiles } = useImport()
  if (view.query !== '' || view.stages.length > 0 || view.isOpenOnly) {
    return (
      <EmptyState title={m.tenders_no_match()}>
        <Button variant="default" onClick={() => onChange({ query: '', stages: [], isOpenOnly: false })}>
          {m.filter_clear()}
        </Button>
      </EmptyState>
    )
  }
  return (
    <EmptyState title={m.tenders_none()} text={m.tenders_none_how()}>
      <Button onClick={() => void chooseFiles()}>{m.import_choose()}</Button>
      <Button variant="default" onClick={() => navigate('/tenders/new')}>
        {m.tenders_new()}
      </Button>
    </EmptyState>
  )
}

function Failed({ onRetry }: { onRetry: () => void }) {
  return (
    <EmptyState title={m.tenders_failed()} text={m.error_data_safe()}>
      <Button onClick={onRetry}>{m.error_retry()}</Button>
    </EmptyState>
  )
}
