import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useCore, useShell } from '#renderer/app/core.tsx'
import { useSavedNotice } from '#renderer/app/saved-notice.tsx'
import { notifyFailure } from '#renderer/app/undo.tsx'
import { useIcsExport } from '#renderer/components/use-ics-export.ts'
import { columnName } from '#renderer/features/tenders/list/column-words.ts'
import { exportWords } from '#renderer/features/tenders/list/export-words.ts'
import { m } from '#renderer/paraglide/messages.js'
import { TenderColumn } from '#shared/tenders/columns.ts'
import type { TenderOrder, TenderTarget } from '#shared/tenders/contract.ts'

/** Every column there is: who opens the file chooses there. */
function useExport(target: TenderTarget, order: TenderOrder) {
  const core = useCore()
  const shell = useShell()
  const saved = useSavedNotice()
  return async (format: 'csv' | 'xlsx') => {
    const place = await shell.chooseDestination(`${m.screen_tenders()}.${format}`)
    if (place === null) return
    const columns = TenderColumn.options.map((id) => ({ id, heading: columnName(id) }))
    await core.tenders.export({ destination: place.token, format, target, ...order, sheetName: m.screen_tenders(), columns, words: exportWords() }).then(
      ({ fileName, rows }) => saved(m.tenders_exported({ count: rows, name: fileName }), place.token),
      (error: unknown) => notifyFailure(error instanceof Error && 'code' in error && error.code === 'WRITE_FAILED' ? m.tenders_export_not_written() : m.tenders_export_failed()),
    )
  }
}

/** What is exported: all that match, or those selected. */
export function ExportMenu({ target, order, button }: { target: TenderTarget; order: TenderOrder; button?: ReactElement }) {
  const run = useExport(target, order)
  const exportIcs = useIcsExport()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        {button ?? (
          <Button variant="default" leftSection={<IconDownload size={15} />}>
            {m.tenders_export()}
          </Button>
        )}
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void run('xlsx')}>{m.export_xlsx()}</Menu.Item>
        <Menu.Item onClick={() => void run('csv')}>{m.export_csv()}</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => void exportIcs(target, false)}>{m.export_ics()}</Menu.Item>
        <Menu.Item onClick={() => void exportIcs(target, true)}>{m.export_ics_all()}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
