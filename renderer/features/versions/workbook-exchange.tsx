import { Button } from '@mantine/core'
import { IconFileSpreadsheet, IconUpload } from '@tabler/icons-react'
import { ORPCError } from '@orpc/client'
import { useState } from 'react'
import { useCore, useShell } from '#renderer/app/core.tsx'
import { m } from '#renderer/paraglide/messages.js'
import type { Estimate } from '#shared/estimate/estimate.ts'
import css from '#renderer/features/versions/versions.module.css'

type Issue = { code: 'sheet-missing' | 'value-invalid'; sheet: string; row: number | null; field: string | null; value: string | null }
type Outcome = { text: string; issues: readonly Issue[]; isBad: boolean }
type WorkbookExchangeProps = { bidId: string; title: string; isReady: boolean; onEstimate: (estimate: Estimate) => void }

/** Out to a spreadsheet with live formulas, and back from it; what cannot be taken is named cell by cell. */
export function WorkbookExchange({ bidId, title, isReady, onEstimate }: WorkbookExchangeProps) {
  const core = useCore()
  const shell = useShell()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [isRunning, setIsRunning] = useState(false)
  const say = (text: string, isBad = false, issues: readonly Issue[] = []) => setOutcome({ text, issues, isBad })
  const run = async (work: () => Promise<void>) => {
    setIsRunning(true)
    try {
      await work()
    } catch (error) {
      say(failureText(error), true, issuesOf(error))
    } finally {
      setIsRunning(false)
    }
  }
  const exportBook = async () => {
    const file = await shell.chooseDestination(`${title} ${m.workbook_file_name()}.xlsx`)
    if (file === null) return
    const saved = await core.workbook.save({ bidId, destination: file.token })
    say(m.workbook_saved({ name: saved.fileName }))
  }
  const importBook = async () => {
    const [file] = await shell.files.choose()
    if (file === undefined) return
    const { estimate } = await core.workbook.read({ file: file.token })
    onEstimate(estimate)
    say(m.workbook_read({ name: file.name, offer: estimate.offerLines.length, cost: estimate.costLines.length }))
  }
  return (
    <section className={css.workbook} aria-label={m.workbook_title()}>
      <h2>{m.workbook_title()}</h2>
      <p>{m.workbook_hint()}</p>
      <div className={css.actions}>
        <Button size="xs" variant="default" leftSection={<IconFileSpreadsheet size={15} aria-hidden />} disabled={!isReady || isRunning} onClick={() => void run(exportBook)}>{m.workbook_export()}</Button>
        <Button size="xs" variant="default" leftSection={<IconUpload size={15} aria-hidden />} disabled={!isReady || isRunning} onClick={() => void run(importBook)}>{m.workbook_import()}</Button>
      </div>
      <div role="status" data-bad={outcome?.isBad || undefined}>
        {outcome?.text}
        {outcome !== null && outcome.issues.length > 0 && (
          <ul>{outcome.issues.slice(0, 20).map((issue) => <li key={JSON.stringify(issue)}>{issueText(issue)}</li>)}</ul>
        )}
      </div>
    </section>
  )
}

function issueText({ code, sheet, row, field, value }: Issue): string {
  if (code === 'sheet-missing') return m.workbook_issue_sheet({ sheet })
  if (row === null) return m.workbook_issue_rate({ sheet, field: field ?? '' })
  return m.workbook_issue_cell({ sheet, row, field: field ?? '', value: value ?? m.workbook_empty() })
}

const issuesOf = (error: unknown): readonly Issue[] => {
  if (!(error instanceof ORPCError) || error.code !== 'INVALID') return []
  const data: unknown = error.data
  return typeof data === 'object' && data !== null && 'issues' in data && Array.isArray(data.issues) ? data.issues.filter(isIssue) : []
}

const isIssue = (value: unknown): value is Issue => typeof value === 'object' && value !== null && 'code' in value && 'sheet' in value && 'row' in value && 'field' in value && 'value' in value

function failureText(error: unknown): string {
  const code = error instanceof ORPCError ? error.code : null
  if (code === 'INVALID') return m.workbook_invalid()
  if (code === 'NOT_A_WORKBOOK' || code === 'FILE_UNKNOWN') return m.workbook_unreadable()
  return m.workbook_failed()
}
