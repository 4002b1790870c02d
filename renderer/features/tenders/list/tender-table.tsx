import { Button } from '@mantine/core'
import { useCallback, useMemo, type RefObject } from 'react'
import { useLocation } from 'wouter'
import { useNow } from '#renderer/app/clock.tsx'
import { useLocale } from '#renderer/app/i18n.tsx'
import { useImport } from '#renderer/app/importing/import-provider.tsx'
import { usePreferences } from '#renderer/app/preferences.tsx'
import { DataGrid } from '#renderer/components/data-grid/data-grid.tsx'
import { EmptyState } from '#renderer/components/empty-state/empty-state.tsx'
import { allToggled, countSelected, isSelected, toggled, type Selection } from '#renderer/features/tenders/list/selection.ts'
import { tenderColumns } from '#renderer/features/tenders/list/tender-columns.tsx'
import type { ColumnLayout } from '#renderer/features/tenders/list/use-columns.ts'
import { useFoundPlaces } from '#renderer/features/tenders/list/use-found-places.ts'
import { isEmptyFilter, type View } from '#renderer/features/tenders/list/view.ts'
import type { TenderPages } from '#renderer/features/tenders/use-tender-pages.ts'
import { m } from '#renderer/paraglide/messages.js'
import { TenderColumn } from '#shared/tenders/columns.ts'
import { TenderSort, type TenderRow } from '#shared/tenders/contract.ts'
import { emptyFilter } from '#shared/tenders/filter.ts'

type TenderTableProps = {
  pages: TenderPages
  layout: ColumnLayout
  view: View
  /** What the rows were found by; the field may already hold more. */
  query: string
  onChange: (part: Partial<View>) => void
  selection: Selection
  onSelect: (selection: Selection) => void
  gridRef: RefObject<HTMLDivElement | null>
}

const foundRowHeight = 54

export function TenderTable({ pages, layout, view, query, onChange, selection, onSelect, gridRef }: TenderTableProps) {
  const [, navigate] = useLocation()
  const now = useNow()
  const locale = useLocale()
  const { moneyUnit } = usePreferences().preferences
  const { found, onVisible } = useFoundPlaces(query, pages)
  const columns = useMemo(() => tenderColumns(layout.columns, { now, found, amounts: { locale, unit: moneyUnit } }), [layout.columns, now, found, locale, moneyUnit])
  const open = useCallback((row: TenderRow) => navigate(`/tenders/${row.id}`), [navigate])
  if (pages.isFailed) return <Failed onRetry={pages.retry} />
  if (pages.total === undefined) return null
  if (pages.total === 0) return <Nothing view={view} onChange={onChange} />
  return (
    <DataGrid
      label={m.screen_tenders()}
      columns={columns}
      total={pages.total}
      rowAt={pages.rowAt}
      sort={{ by: view.sort, isDescending: view.descending }}
      onSort={({ by, isDescending }) => onChange({ sort: TenderSort.parse(by), descending: isDescending })}
      active={Math.min(view.active, pages.total - 1)}
      onActive={(active) => onChange({ active })}
      onOpen={open}
      keyOf={(row) => row.id}
      selected={(id) => isSelected(selection, id)}
      onToggle={(row) => onSelect(toggled(selection, row.id))}
      all={{ selectedCount: countSelected(selection, pages.total), onToggle: () => onSelect(allToggled(selection)) }}
      onResize={(id, width) => layout.resize(TenderColumn.parse(id), width)}
      onVisible={onVisible}
      gridRef={gridRef}
      {...(query === '' ? {} : { rowHeight: foundRowHeight })}
    />
  )
}

function Nothing({ view, onChange }: Pick<TenderTableProps, 'view' | 'onChange'>) {
  const [, navigate] = useLocation()
  const { chooseFiles } = useImport()
  if (!isEmptyFilter(view.filter)) {
    return (
      <EmptyState title={m.tenders_no_match()}>
        <Button variant="default" onClick={() => onChange({ filter: emptyFilter })}>
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
