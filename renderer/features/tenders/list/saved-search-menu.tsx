import { Button, Menu } from '@mantine/core'
import { IconBookmark, IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { useSavedSearches } from '#renderer/features/tenders/list/saved-searches.ts'
import { ManageSearches, NameSearch } from '#renderer/features/tenders/list/saved-search-forms.tsx'
import { firstView, isAsSaved, isEmptyFilter, type View } from '#renderer/features/tenders/list/view.ts'
import { m } from '#renderer/paraglide/messages.js'
import styles from './filters.module.css'

type SavedSearchMenuProps = { view: View; onChange: (part: Partial<View>) => void }

/** Named ways to look at the list: chosen, saved as it is now, changed and ordered. */
export function SavedSearchMenu({ view, onChange }: SavedSearchMenuProps) {
  const { searches, save } = useSavedSearches()
  const [dialog, setDialog] = useState<'name' | 'manage' | null>(null)
  const { filter, sort, descending } = view
  const current = searches.find(({ id }) => id === view.searchId)
  const isChanged = current !== undefined && !isAsSaved(view, current)
  const name = current === undefined ? m.search_all() : isChanged ? m.search_changed({ name: current.name }) : current.name
  const update = () => void save(searches.map((search) => (search === current ? { ...search, filter, sort, descending } : search)))
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button variant="default" leftSection={<IconBookmark size={15} />} rightSection={<IconChevronDown size={13} />} aria-label={m.search_menu({ name })}>
            {name}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onChange({ ...firstView, mode: view.mode })}>{m.search_all()}</Menu.Item>
          {searches.map((search) => (
            <Menu.Item key={search.id} aria-current={search === current || undefined} onClick={() => onChange({ filter: search.filter, sort: search.sort, descending: search.descending, searchId: search.id, active: 0 })}>
              <span className={styles.searchName}>
                {search.name} <span>{search.count.toLocaleString('en-US')}</span>
              </span>
            </Menu.Item>
          ))}
          <Menu.Divider />
          {isChanged && <Menu.Item onClick={update}>{m.search_update({ name: current.name })}</Menu.Item>}
          <Menu.Item disabled={isEmptyFilter(filter) && sort === 'deadline' && !descending} onClick={() => setDialog('name')}>
            {m.search_save()}
          </Menu.Item>
          <Menu.Item disabled={searches.length === 0} onClick={() => setDialog('manage')}>
            {m.search_manage()}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <NameSearch
        isOpen={dialog === 'name'}
        onClose={() => setDialog(null)}
        onName={async (chosen) => {
          const id = crypto.randomUUID()
          await save([...searches, { id, name: chosen, isDefault: false, filter, sort, descending }])
          onChange({ searchId: id })
        }}
      />
      <ManageSearches isOpen={dialog === 'manage'} searches={searches} onClose={() => setDialog(null)} onSave={save} />
    </>
  )
}
