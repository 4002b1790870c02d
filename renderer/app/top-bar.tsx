import { ActionIcon, Kbd, Menu, Tooltip } from '@mantine/core'
import { spotlight } from '@mantine/spotlight'
import { IconChevronRight, IconDeviceDesktop, IconLanguage, IconMoon, IconSearch, IconSun } from '@tabler/icons-react'
import { Link } from 'wouter'
import { useCrumbs } from '#renderer/app/breadcrumbs.tsx'
import { ImportMark } from '#renderer/app/importing/import-mark.tsx'
import { IndexingMark } from '#renderer/app/importing/indexing-note.tsx'
import { locales, useLocale, useSetLocale } from '#renderer/app/i18n.tsx'
import { PersonMenu } from '#renderer/app/person.tsx'
import { usePreferences } from '#renderer/app/preferences.tsx'
import { m } from '#renderer/paraglide/messages.js'
import { Preferences } from '#shared/shell.ts'
import styles from './top-bar.module.css'

export function TopBar() {
  return (
    <section className={styles.bar} aria-label={m.bar_label()}>
      <Breadcrumbs />
      <button type="button" className={styles.search} onClick={() => spotlight.open()}>
        <IconSearch size={14} aria-hidden="true" />
        <span>{m.palette_hint()}</span>
        <Kbd size="xs">Ctrl K</Kbd>
      </button>
      <ImportMark />
      <IndexingMark />
      <ThemeButton />
      <LanguageMenu />
      <PersonMenu />
    </section>
  )
}

function Breadcrumbs() {
  const crumbs = useCrumbs()
  return (
    <nav aria-label={m.breadcrumb_label()} className={styles.crumbs}>
      <ol>
        {crumbs.map(({ name, path }, index) => (
          <li key={path}>
            {index > 0 && <IconChevronRight size={13} aria-hidden="true" />}
            {index < crumbs.length - 1 ? <Link href={path}>{name}</Link> : <span aria-current="page">{name}</span>}
          </li>
        ))}
      </ol>
    </nav>
  )
}

const nextTheme = { light: 'dark', dark: 'auto', auto: 'light' } as const

export function themeName(theme: 'light' | 'dark' | 'auto'): string {
  switch (theme) {
    case 'light':
      return m.theme_light()
    case 'dark':
      return m.theme_dark()
    case 'auto':
      return m.theme_auto()
  }
}

function ThemeButton() {
  const { preferences, change } = usePreferences()
  const { theme } = preferences
  const label = m.theme_label({ theme: themeName(theme) })
  const ThemeIcon = theme === 'light' ? IconSun : theme === 'dark' ? IconMoon : IconDeviceDesktop
  return (
    <Tooltip label={label} withinPortal={false}>
      <ActionIcon variant="subtle" color="gray" size={30} aria-label={label} onClick={() => change({ theme: nextTheme[theme] })}>
        <ThemeIcon size={17} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  )
}

const LocaleName = Preferences.shape.language

export const languageNames = { 'zh-CN': '中文', en: 'English', fr: 'Français' } as const

function LanguageMenu() {
  const locale = useLocale()
  const setLocale = useSetLocale()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={30} aria-label={m.language_label()}>
          <IconLanguage size={17} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={locale} onChange={(next) => setLocale(LocaleName.parse(next))}>
          {locales.map((each) => (
            <Menu.RadioItem key={each} value={each} lang={each} closeMenuOnClick>
              {languageNames[each]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
