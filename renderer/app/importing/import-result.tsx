import { Button, Menu } from '@mantine/core'
import { IconClipboard, IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { useCore, useShell } from '#renderer/app/core.tsx'
import { IndexingNote } from '#renderer/app/importing/indexing-note.tsx'
import { groupByCode, issueHeadings, issueRemedy, issuesAsTable, issueWords } from '#renderer/app/importing/import-issues.ts'
import { useSavedNotice } from '#renderer/app/saved-notice.tsx'
import { notifyDone, notifyFailure } from '#renderer/app/undo.tsx'
import { ScrollRegion } from '#renderer/components/scroll-region/scroll-region.tsx'
import { m } from '#renderer/paraglide/messages.js'
import type { ImportReport } from '#shared/imports/contract.ts'
import type { ImportIssue } from '#shared/imports/issue.ts'
import styles from './importing.module.css'

const shownPerGroup = 100

/** Every record read is in one of the four counts; each rejected one is named with its reason and the remedy. */
export function ImportResult({ report, onClose }: { report: ImportReport; onClose: () => void }) {
  const [, navigate] = useLocation()
  const onlyTender = report.tenderIds.length === 1 ? report.tenderIds[0] : undefined
  return (
    <div className={styles.result}>
      <dl className={styles.counts}>
        <Count label={m.import_added()} value={report.added} />
        <Count label={m.import_updated()} value={report.updated} />
        <Count label={m.import_unchanged()} value={report.unchanged} />
        <Count label={m.import_rejected()} value={report.rejected} isBad={report.rejected > 0} />
      </dl>
      {report.issues.length > 0 && <Issues report={report} />}
      <IndexingNote />
      <div className={styles.actions}>
        <Button variant={onlyTender === undefined ? 'filled' : 'default'} onClick={onClose} data-autofocus={onlyTender === undefined || undefined}>
          {m.close()}
        </Button>
        {onlyTender !== undefined && (
          <Button
            data-autofocus
            onClick={() => {
              onClose()
              navigate(`/tenders/${onlyTender}`)
            }}
          >
            {m.import_open_tender()}
          </Button>
        )}
      </div>
    </div>
  )
}

function Count({ label, value, isBad = false }: { label: string; value: number; isBad?: boolean }) {
  return (
    <div data-bad={isBad || undefined}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function Issues({ report }: { report: ImportReport }) {
  const { issues, rejected } = report
  const all = useIssueExport(report)
  return (
    <section className={styles.issues} aria-label={m.import_rejected()}>
      <div className={styles.issueBar}>
        <h3>{m.import_rejected_title()}</h3>
        {rejected > issues.length && <span className={styles.hint}>{m.import_issues_capped({ shown: issues.length, all: rejected })}</span>}
        <Button variant="default" size="compact-sm" leftSection={<IconClipboard size={14} />} onClick={() => void copy(issues)}>
          {m.import_copy()}
        </Button>
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" size="compact-sm" leftSection={<IconDownload size={14} />} loading={all.isPending}>
              {m.import_export()}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => all.mutate('xlsx')}>{m.export_xlsx()}</Menu.Item>
            <Menu.Item onClick={() => all.mutate('csv')}>{m.export_csv()}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      <ScrollRegion className={styles.groups} label={m.import_rejected_title()}>
        {groupByCode(issues).map(([code, group]) => (
          <details key={code} open={group.length <= 5}>
            <summary>
              <strong>{issueRemedy(code).problem}</strong> <span className={styles.groupCount}>{group.length}</span>
              <span className={styles.remedy}>{issueRemedy(code).remedy}</span>
            </summary>
            <ul>
              {group.slice(0, shownPerGroup).map((issue) => (
                <li key={`${issue.path} ${issue.row ?? ''} ${issue.field ?? ''} ${issue.message}`}>{placeOf(issue)}</li>
              ))}
              {group.length > shownPerGroup && <li>{m.import_more({ count: group.length - shownPerGroup })}</li>}
            </ul>
          </details>
        ))}
      </ScrollRegion>
    </section>
  )
}

function placeOf({ path, row, field, message }: ImportIssue): string {
  const place = [path === '' ? m.import_pasted_text() : path.split(/[/\\]/).at(-1), row === null ? null : m.import_row({ row }), field].filter((part) => part !== null)
  return `${place.join(' · ')}: ${message}`
}

/** All rejected records of the run, also those past what the window lists. */
function useIssueExport({ runId }: ImportReport) {
  const core = useCore()
  const shell = useShell()
  const saved = useSavedNotice()
  return useMutation({
    mutationFn: async (format: 'csv' | 'xlsx') => {
      const place = await shell.chooseDestination(`${m.import_rejected_file()}.${format}`)
      if (place === null) return null
      const { fileName, rows } = await core.imports.exportIssues({ destination: place.token, runId, format, sheetName: m.import_rejected_file(), headings: issueHeadings(), words: issueWords() })
      return { fileName, rows, token: place.token }
    },
    onSuccess: (written) => written && saved(m.import_exported({ count: written.rows, name: written.fileName }), written.token),
    onError: () => notifyFailure(m.import_export_failed()),
  })
}

async function copy(issues: readonly ImportIssue[]): Promise<void> {
  await navigator.clipboard.writeText(issuesAsTable(issues)).then(
    () => notifyDone(m.import_copied()),
    () => notifyFailure(m.import_copy_failed()),
  )
}
