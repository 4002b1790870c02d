import { Kbd } from '@mantine/core'
import { Spotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { useCore } from '#renderer/app/core.tsx'
import { locales, useSetLocale } from '#renderer/app/i18n.tsx'
import { useImport } from '#renderer/app/importing/import-provider.tsx'
import { usePreferences } from '#renderer/app/preferences.tsx'
import { screens } from '#renderer/app/screens.tsx'
import { languageNames, themeName } from '#renderer/app/top-bar.tsx'
import { m } from '#renderer/paraglide/messages.js'

type Entry = { id: string; label: string; detail?: string; keys?: string; run: () => void }
const shownPerGroup = 7

/** Everything in three keys: screens, tenders, bids and actions. */
export function Palette() {
  const [query, setQuery] = useState('')
  const groups: [string, Entry[]][] = [
    [m.palette_screens(), matching(useScreenEntries(), query)],
    [m.palette_bids(), matching(useBidEntries(query !== ''), query)],
    [m.palette_actions(), matching(useActionEntries(), query)],
    // Last, because they come from core a moment later: nothing above them moves.
    [m.palette_tenders(), useTenderEntries(query)],
  ]
  const filled = groups.filter(([, entries]) => entries.length > 0)
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      centered={false}
      yOffset="12vh"
      maxHeight={440}
      transitionProps={{ duration: 0 }}
      overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
      lockScroll={false}
      attributes={{ content: { 'aria-label': m.keys_palette() } }}
    >
      <Spotlight.Search leftSection={<IconSearch size={16} aria-hidden />} placeholder={m.palette_hint()} aria-label={m.palette_hint()} />
      <Spotlight.ActionsList>
        {filled.map(([name, entries]) => (
          <PaletteGroup key={name} name={name} entries={entries} />
        ))}
        {filled.length === 0 && <Spotlight.Empty>{m.palette_nothing()}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

function PaletteGroup({ name, entries }: { name: string; entries: readonly Entry[] }): ReactNode {
  return (
    <Spotlight.ActionsGroup label={name}>
      {entries.slice(0, shownPerGroup).map(({ id, label, detail, keys, run }) => (
        <Spotlight.Action key={id} label={label} description={detail} rightSection={keys === undefined ? undefined : <Kbd size="xs">{keys}</Kbd>} onClick={run} />
      ))}
    </Spotlight.ActionsGroup>
  )
}

function matching(entries: readonly Entry[], query: string): Entry[] {
  const words = query.trim().toLowerCase().split(/\s+/)
  return entries.filter(({ label, detail }) => words.every((word) => `${label} ${detail ?? ''}`.toLowerCase().includes(word)))
}

function useScreenEntries(): Entry[] {
  const [, navigate] = useLocation()
  return screens.map((screen, index) => ({ id: screen.id, label: screen.name(), keys: `Ctrl ${index + 1}`, run: () => navigate(screen.path) }))
}

function useTenderEntries(query: string): Entry[] {
  const core = useCore()
  const [, navigate] = useLocation()
  const words = query.trim()
  const found = useQuery({
    queryKey: ['tenders', 'palette', words],
    queryFn: ({ signal }) => core.tenders.search({ query: words, limit: shownPerGroup }, { signal }),
    enabled: words !== '',
    placeholderData: keepPreviousData,
  })
  if (words === '') return []
  return (found.data?.tenders ?? []).map(({ id, title, buyer, projectNo }) => ({ id, label: title, detail: [projectNo, buyer].filter((part) => part !== null).join(' · '), run: () => navigate(`/tenders/${id}`) }))
}

function useBidEntries(isEnabled: boolean): Entry[] {
  const core = useCore()
  const [, navigate] = useLocation()
  const bids = useQuery({ queryKey: ['bids', 'list'], queryFn: ({ signal }) => core.bids.list(undefined, { signal }), enabled: isEnabled })
  if (!isEnabled) return []
  return (bids.data ?? []).map(({ id, title, buyer, lotNo }) => ({ id, label: title, detail: [buyer, lotNo].filter((part) => part !== null).join(' · '), run: () => navigate(`/bids/${id}`) }))
}

function useActionEntries(): Entry[] {
  const [, navigate] = useLocation()
  const { chooseFiles, openPaste } = useImport()
  const { change } = usePreferences()
  const setLocale = useSetLocale()
  return [
    { id: 'new', label: m.tenders_new(), keys: 'Ctrl N', run: () => navigate('/tenders/new') },
    { id: 'import', label: m.import_choose(), keys: 'Ctrl O', run: () => void chooseFiles() },
    { id: 'paste', label: m.import_paste(), keys: 'Ctrl Shift V', run: () => openPaste('') },
    ...(['light', 'dark', 'auto'] as const).map((theme) => ({ id: theme, label: m.theme_label({ theme: themeName(theme) }), run: () => change({ theme }) })),
    ...locales.map((locale) => ({ id: locale, label: languageNames[locale], detail: m.language_label(), run: () => setLocale(locale) })),
  ]
}
