import { Button } from '@mantine/core'
import { useLocation } from 'wouter'
import { IndexingNote } from '#renderer/app/importing/indexing-note.tsx'
import { RejectedRecords } from '#renderer/app/importing/rejected-records.tsx'
import { m } from '#renderer/paraglide/messages.js'
import type { ImportReport } from '#shared/imports/contract.ts'
import styles from './importing.module.css'

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
      {report.rejected > 0 && <RejectedRecords report={report} />}
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
      <dd>{value.toLocaleString('en-US')}</dd>
    </div>
  )
}
