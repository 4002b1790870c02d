import { Button, NativeSelect, TextInput } from '@mantine/core'
import { IconArrowsExchange, IconPlus, IconSearch, IconUpload } from '@tabler/icons-react'
import { useDeferredValue, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react'
import { useNow } from '#renderer/app/clock.tsx'
import { useCore, useShell } from '#renderer/app/core.tsx'
import { useHotkeys } from '#renderer/app/hotkeys.ts'
import { useLocale } from '#renderer/app/i18n.tsx'
import { notifyDone, notifyFailure } from '#renderer/app/undo.tsx'
import { DataGrid } from '#renderer/components/data-grid/data-grid.tsx'
import { EmptyState } from '#renderer/components/empty-state/empty-state.tsx'
import { PageHeader } from '#renderer/components/page-header/page-header.tsx'
import { priceCategoryName, priceKindName, priceStatusName } from '#renderer/components/price-words.ts'
import { priceColumns } from '#renderer/features/prices/price-columns.tsx'
import { PrintBook } from '#renderer/features/prices/print-book.tsx'
import { PriceForm } from '#renderer/features/prices/price-form.tsx'
import { PriceImport } from '#renderer/features/prices/price-import.tsx'
import { PricePanel } from '#renderer/features/prices/price-panel.tsx'
import { RatesPanel } from '#renderer/features/prices/rates-panel.tsx'
import { usePricePages, usePriceRefresh, type PriceFilter, type PricePages } from '#renderer/features/prices/use-price-pages.ts'
import { m } from '#renderer/paraglide/messages.js'
import { beijingDay } from '#shared/calendar/beijing-time.ts'
import { PriceStatusFilter } from '#shared/prices/contract.ts'
import { PriceCategory, type PriceItem, PriceKind } from '#shared/prices/price-item.ts'
import css from '#renderer/features/prices/prices.module.css'

const noFilter: PriceFilter = { query: '', kind: null, categories: [], status: null, isDomestic: null }

type Open = { what: 'form'; item: PriceItem | null } | { what: 'import'; tokens: string[] } | { what: 'rates' } | null

/** The price book: every price with its source, date and validity; what expired or is unknown is marked. */
export function PricesScreen() {
  const [filter, setFilter] = useState(noFilter)
  const [active, setActive] = useState(0)
  const [open, setOpen] = useState<Open>(null)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [openId, setOpenId] = useState<string | null>(null)
  const shell = useShell()
  const pages = usePricePages(useDeferredValue(filter))
  const searchRef = useRef<HTMLInputElement>(null)
  const gridRef = useRef<HTMLDivElement>(null)
  const change = (part: Partial<PriceFilter>) => {
    setFilter({ ...filter, ...part })
    setActive(0)
    setSelected(new Set())
  }
  const chooseFiles = async (files: Promise<{ token: string }[]>) => {
    const tokens = (await files).map(({ token }) => token)
    if (tokens.length > 0) setOpen({ what: 'import', tokens })
  }
  useHotkeys([
    { keys: '/', run: () => searchRef.current?.focus() },
    { keys: 'Ctrl+f', whileTyping: true, run: () => searchRef.current?.focus() },
  ])
  const close = () => setOpen(null)
  return (
    <div className={css.screen} data-takes-files onDrop={(event) => void chooseFiles(shell.files.offer([...event.dataTransfer.files]))}>
      <PageHeader title={m.screen_prices()}>
        <PrintBook filter={filter} total={pages.total} />
        <Button variant="default" leftSection={<IconArrowsExchange size={15} aria-hidden />} onClick={() => setOpen({ what: 'rates' })}>{m.rates_title()}</Button>
        <Button variant="default" leftSection={<IconUpload size={15} aria-hidden />} onClick={() => void chooseFiles(shell.files.choose('prices'))}>{m.prices_import()}</Button>
        <Button leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setOpen({ what: 'form', item: null })}>{m.prices_add()}</Button>
      </PageHeader>
      <FilterBar filter={filter} onChange={change} total={pages.total} searchRef={searchRef} onLeave={() => gridRef.current?.focus()}>
        {selected.size > 0 && <ExpireSelected ids={selected} onDone={() => setSelected(new Set())} />}
      </FilterBar>
      <div className={css.body} data-split={openId !== null || undefined}>
        <div className={css.table} data-stale={pages.isStale || undefined}>
          <Body pages={pages} isFiltered={filter !== noFilter && (filter.query !== '' || filter.kind !== null || filter.categories.length > 0 || filter.status !== null)} onClear={() => change(noFilter)} onImport={() => void chooseFiles(shell.files.choose('prices'))} active={active} onActive={setActive} onOpen={({ id }) => setOpenId(id)} selected={selected} onSelected={setSelected} gridRef={gridRef} />
        </div>
        {openId !== null && <PricePanel key={openId} id={openId} isOnTop={open === null} onClose={() => { setOpenId(null); gridRef.current?.focus() }} onEdit={(item) => setOpen({ what: 'form', item })} />}
      </div>
      {open?.what === 'form' && <PriceForm item={open.item} onClose={close} onSaved={({ id }) => setOpenId(id)} />}
      {open?.what === 'import' && <PriceImport tokens={open.tokens} onClose={close} />}
      {open?.what === 'rates' && <RatesPanel onClose={close} />}
    </div>
  )
}

type FilterBarProps = { children: ReactNode; filter: PriceFilter; onChange: (part: Partial<PriceFilter>) => void; total: number | undefined; searchRef: RefObject<HTMLInputElement | null>; onLeave: () => void }

function FilterBar({ filter, onChange, total, searchRef, onLeave, children }: FilterBarProps) {
  const all = { value: '', label: m.prices_all() }
  return (
    <div className={css.filters} role="search">
      <TextInput
        ref={searchRef} className={css.search} type="search" size="xs" value={filter.query} placeholder={m.prices_search()} aria-label={m.prices_search()} leftSection={<IconSearch size={14} aria-hidden />} maxLength={200}
        onChange={(event) => onChange({ query: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Escape' && filter.query !== '') onChange({ query: '' })
          else if (event.key === 'ArrowDown' || event.key === 'Enter' || event.key === 'Escape') onLeave()
          else return
          event.preventDefault()
        }}
      />
      <NativeSelect size="xs" aria-label={m.price_kind()} value={filter.kind ?? ''} data={[{ ...all, label: m.name_and_value({ name: m.price_kind(), value: m.prices_all() }) }, ...PriceKind.options.map((value) => ({ value, label: priceKindName(value) }))]} onChange={(event) => onChange({ kind: PriceKind.safeParse(event.currentTarget.value).data ?? null })} />
      <NativeSelect size="xs" aria-label={m.price_category()} value={filter.categories[0] ?? ''} data={[{ ...all, label: m.name_and_value({ name: m.price_category(), value: m.prices_all() }) }, ...PriceCategory.options.map((value) => ({ value, label: priceCategoryName(value) }))]} onChange={(event) => { const { data } = PriceCategory.safeParse(event.currentTarget.value); onChange({ categories: data === undefined ? [] : [data] }) }} />
      <NativeSelect size="xs" aria-label={m.price_status()} value={filter.status ?? ''} data={[{ ...all, label: m.name_and_value({ name: m.price_status(), value: m.prices_all() }) }, ...PriceStatusFilter.options.map((value) => ({ value, label: priceStatusName(value) }))]} onChange={(event) => onChange({ status: PriceStatusFilter.safeParse(event.currentTarget.value).data ?? null })} />
      {children}
      <span className={css.count} role="status">{total === undefined ? '' : m.prices_count({ count: total.toLocaleString('en-US') })}</span>
    </div>
  )
}

function ExpireSelected({ ids, onDone }: { ids: ReadonlySet<string>; onDone: () => void }) {
  const core = useCore()
  const refresh = usePriceRefresh()
  const expire = async () => {
    try {
      const { expired } = await core.prices.expire({ ids: [...ids] })
      await refresh()
      notifyDone(m.prices_expired({ count: expired }))
      onDone()
    } catch {
      notifyFailure(m.save_failed())
    }
  }
  return <Button size="xs" variant="default" onClick={() => void expire()}>{m.prices_expire({ count: ids.size })}</Button>
}

type BodyProps = { pages: PricePages; isFiltered: boolean; onClear: () => void; onImport: () => void; active: number; onActive: (index: number) => void; onOpen: (item: PriceItem) => void; selected: ReadonlySet<string>; onSelected: (ids: ReadonlySet<string>) => void; gridRef: RefObject<HTMLDivElement | null> }

function Body({ pages, isFiltered, onClear, onImport, active, onActive, onOpen, selected, onSelected, gridRef }: BodyProps) {
  const language = useLocale()
  const today = beijingDay(useNow(60_000))
  const toggle = (id: string) => {
    const next = new Set(selected)
    if (!next.delete(id)) next.add(id)
    onSelected(next)
  }
  const columns = useMemo(() => priceColumns(language, today), [language, today])
  if (pages.isFailed) return <EmptyState title={m.prices_failed()} text={m.error_data_safe()}><Button onClick={pages.retry}>{m.error_retry()}</Button></EmptyState>
  if (pages.total === undefined) return null
  if (pages.total === 0 && isFiltered) return <EmptyState title={m.prices_no_match()}><Button variant="default" onClick={onClear}>{m.filter_clear()}</Button></EmptyState>
  if (pages.total === 0) return <EmptyBook onImport={onImport} />
  return (
    <DataGrid
      label={m.screen_prices()} columns={columns} total={pages.total} rowAt={pages.rowAt} keyOf={({ id }) => id} sort={{ by: 'name', isDescending: false }} onSort={() => undefined}
      active={Math.min(active, pages.total - 1)} onActive={onActive} onOpen={onOpen} selected={selected} onToggle={({ id }) => toggle(id)} onVisible={pages.onVisible} gridRef={gridRef}
    />
  )
}

function EmptyBook({ onImport }: { onImport: () => void }) {
  const core = useCore()
  const refresh = usePriceRefresh()
  const add = async () => {
    try {
      const { taken } = await core.prices.addStarter()
      await refresh()
      notifyDone(m.prices_starter_done({ count: taken }))
    } catch {
      notifyFailure(m.save_failed())
    }
  }
  return (
    <EmptyState title={m.prices_empty()} text={m.prices_empty_how()}>
      <Button onClick={() => void add()}>{m.prices_starter()}</Button>
      <Button variant="default" onClick={onImport}>{m.prices_import()}</Button>
    </EmptyState>
  )
}
