import { Link } from 'wouter'
import type { SettingsPage } from '#renderer/app/settings-pages.tsx'
import { PageHeader } from '#renderer/components/page-header/page-header.tsx'
import { DisplayPage } from '#renderer/features/settings/display-page.tsx'
import { WorkspacePage } from '#renderer/features/settings/workspace-page.tsx'
import { m } from '#renderer/paraglide/messages.js'
import styles from './settings-screen.module.css'

const ownPages: readonly SettingsPage[] = [
  { id: 'display', name: () => m.settings_display(), Page: DisplayPage },
  { id: 'workspace', name: () => m.settings_workspace(), Page: WorkspacePage },
]

/** The settings, a page at a time; an unknown page is the first one. */
export function SettingsScreen({ page: wanted, mounted }: { page: string | undefined; mounted: readonly SettingsPage[] }) {
  const pages = [...ownPages, ...mounted]
  const current = pages.find(({ id }) => id === wanted) ?? ownPages[0]
  if (current === undefined) return null
  const { Page } = current
  return (
    <div className={styles.screen}>
      <PageHeader title={m.screen_settings()} />
      <div className={styles.columns}>
        <nav className={styles.pages} aria-label={m.screen_settings()}>
          {pages.map(({ id, name }) => (
            <Link key={id} href={`/settings/${id}`} className={styles.page} aria-current={id === current.id ? 'page' : undefined}>
              {name()}
            </Link>
          ))}
        </nav>
        <div className={styles.scroll}>
          <Page />
        </div>
      </div>
    </div>
  )
}
