import { Button } from '@mantine/core'
import { Link, useLocation } from 'wouter'
import { useLocale } from '#renderer/app/i18n.tsx'
import { useNow } from '#renderer/app/clock.tsx'
import { EmptyState } from '#renderer/components/empty-state/empty-state.tsx'
import { PageHeader } from '#renderer/components/page-header/page-header.tsx'
import { CompanySection } from '#renderer/features/library/company-form.tsx'
import { ItemList } from '#renderer/features/library/item-list.tsx'
import { kindName } from '#renderer/components/library/library-words.ts'
import { useLibrary } from '#renderer/features/library/queries.ts'
import { m } from '#renderer/paraglide/messages.js'
import { beijingDay } from '#shared/calendar/beijing-time.ts'
import { libraryKinds } from '#shared/library/item.ts'
import { validityOf } from '#shared/library/validity.ts'
import styles from './library.module.css'

/** The company library: who we are, and everything a bid proves itself with. */
export function LibraryScreen({ section, id }: { section: string | undefined; id: string | undefined }) {
  useLocale()
  const [, navigate] = useLocation()
  const library = useLibrary()
  const today = beijingDay(useNow())
  const items = library.data ?? []
  const kind = libraryKinds.find((known) => known === section)
  const expired = items.filter(({ data }) => validityOf(data, today) === 'expired').length
  const soon = items.filter(({ data }) => validityOf(data, today) === 'soon').length
  return (
    <div className={styles.screen}>
      <PageHeader title={m.screen_company()} facts={[m.company_purpose(), ...(expired > 0 ? [m.lib_expired_count({ count: expired })] : []), ...(soon > 0 ? [m.lib_soon_count({ count: soon })] : [])]} />
      <nav className={styles.tabs} aria-label={m.lib_sections()}>
        <Link href="/company" aria-current={kind === undefined ? 'page' : undefined}>{m.lib_facts()}</Link>
        {libraryKinds.map((each) => (
          <Link key={each} href={`/company/${each}`} aria-current={each === kind ? 'page' : undefined}>{kindName(each)}<span>{items.filter(({ data }) => data.kind === each).length}</span></Link>
        ))}
        <Link href="/company/templates">{m.tpl_title()}</Link>
      </nav>
      {kind === undefined ? (
        <CompanySection />
      ) : library.isError ? (
        <EmptyState title={m.lib_load_failed()}><Button onClick={() => void library.refetch()}>{m.bids_retry()}</Button></EmptyState>
      ) : library.data === undefined ? null : (
        <ItemList key={kind} kind={kind} items={items.filter(({ data }) => data.kind === kind)} openId={id ?? null} onOpen={(open) => navigate(open === null ? `/company/${kind}` : `/company/${kind}/${open}`, { replace: true })} />
      )}
    </div>
  )
}
