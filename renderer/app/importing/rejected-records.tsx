import { Button, Menu } from '@mantine/core'
import { IconClipboard, IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useCore, useShell } from '#renderer/app/core.tsx'
import { causesOf, issueHeadings, issueRemedy, issuesAsTable, issueWords, linesOf, rowsText, technical, type Cause, type IssueLine } from '#renderer/app/importing/import-issues.ts'
import { issueField } from '#renderer/app/importing/mapping-words.ts'
import { useSavedNotice } from '#renderer/app/saved-notice.tsx'
import { notifyDone, notifyFailure } from '#renderer/app/undo.tsx'
import { ScrollRegion } from '#renderer/components/scroll-region/scroll-region.tsx'
import { m } from '#renderer/paraglide/messages.js'
import type { ImportReport } from '#shared/imports/contract.ts'
import styles from './importing.module.css'

const shownPerCause = 100
/** Few enough to be read at a glance. */
const openUpTo = 5

/** What was not stored, by what is wrong with it: the remedy, then file, field, what stands there and rows. */
export function RejectedRecords({ report }: { report: ImportReport }) {
  const causes = causesOf(report)
  const recordFiles = new Set(report.files.filter(({ kind }) => kind === 'ocds').map(({ path }) => path))
  return (
    <section className={styles.issues} aria-label={m.import_rejected()}>
      <div className={styles.issueBar}>
        <h3>{m.import_rejected_title()}</h3>
        <Button variant="default" size="compact-sm" leftSection={<IconClipboard size={14} />} onClick={() => void copy(report)}>
          {m.import_copy()}
        </Button>
        <ExportMenu runId={report.runId} />
      </div>
      <ScrollRegion className={styles.groups} label={m.import_rejected_title()}>
        {causes.map((cause) => (
          <CauseDetails key={cause.code} cause={cause} recordFiles={recordFiles} />
        ))}
      </ScrollRegion>
    </section>
  )
}

function CauseDetails({ cause: { code, count, issues }, recordFiles }: { cause: Cause; recordFiles: ReadonlySet<string> }) {
  const { problem, remedy } = issueRemedy(code)
  const lines = linesOf(issues)
  const shown = lines.slice(0, shownPerCause)
  const left = count - shown.reduce((sum, { rows }) => sum + Math.max(rows.length, 1), 0)
  return (
    <details open={lines.length <= openUpTo}>
      <summary>
        <strong>{problem}</strong> <span className={styles.groupCount}>{count.toLocaleString('en-US')}</span>
        <span className={styles.remedy}>{remedy}</span>
      </summary>
      <ul>
        {shown.map((line) => (
          <Line key={JSON.stringify(line.issue)} line={line} isOfRecords={recordFiles.has(line.issue.path)} />
        ))}
        {left > 0 && <li>{m.import_more({ count: left.toLocaleString('en-US') })}</li>}
      </ul>
    </details>
  )
}

function Line({ line: { issue, rows }, isOfRecords }: { line: IssueLine; isOfRecords: boolean }) {
  const { path, sheet, field, found } = issue
  const name = path === '' ? m.import_pasted_text() : (path.split(/[/\\]/).at(-1) ?? path)
  const label = field === null ? null : issueField(field)
  const where = rows.length === 0 ? null : isOfRecords ? m.import_records({ rows: rowsText(rows) }) : m.import_rows({ rows: rowsText(rows) })
  return (
    <li>
      {label !== null && <strong>{found === null ? label : m.import_found({ field: label, found: found === '' ? '—' : found })}</strong>}
      <span>{[name, sheet, where, technical(issue)].filter((part) => part !== null).join(' · ')}</span>
    </li>
  )
}

/** All rejected records of the run, also those past what the window lists. */
function ExportMenu({ runId }: { runId: string }) {
  const core = useCore()
  const shell = useShell()
  const saved = useSavedNotice()
  const all = useMutation({
    mutationFn: async (format: 'csv' | 'xlsx') => {
      const place = await shell.chooseDestination(`${m.import_rejected_file()}.${format}`)
      if (place === null) return null
      const { fileName, rows } = await core.imports.exportIssues({ destination: place.token, runId, format, sheetName: m.import_rejected_file(), headings: issueHeadings(), words: issueWords() })
      return { fileName, rows, token: place.token }
    },
    onSuccess: (written) => written && saved(m.import_exported({ count: written.rows, name: written.fileName }), written.token),
    onError: () => notifyFailure(m.import_export_failed()),
  })
  return (
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
  )
}

async function copy({ issues, rejected }: ImportReport): Promise<void> {
  await navigator.clipboard.writeText(issuesAsTable(issues)).then(
    () => notifyDone(issues.length === rejected ? m.import_copied() : m.import_copied_part({ count: issues.length.toLocaleString('en-US') })),
    () => notifyFailure(m.import_copy_failed()),
  )
}
