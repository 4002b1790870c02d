import { useLocale } from '#renderer/app/i18n.tsx'
import { usePreferences } from '#renderer/app/preferences.tsx'
import { paperFrame } from '#renderer/components/print/paper-frame.ts'
import { ReportButton } from '#renderer/components/print/report-button.tsx'
import { columnName } from '#renderer/features/tenders/list/column-words.ts'
import { exportWords, filterWords } from '#renderer/features/tenders/list/export-words.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { ShownColumn } from '#shared/saved-searches/contract.ts'
import type { TenderOrder } from '#shared/tenders/contract.ts'
import type { TenderFilter } from '#shared/tenders/filter.ts'

type PrintButtonProps = { filter: TenderFilter; order: TenderOrder; columns: readonly ShownColumn[]; total: number | undefined }

/** Prints every tender the filter finds, in the columns on screen. */
export function PrintButton({ filter, order, columns, total }: PrintButtonProps) {
  const locale = useLocale()
  const { moneyUnit } = usePreferences().preferences
  const note = () => {
    const asked = filterWords(filter, { locale, unit: moneyUnit })
    return [m.report_tenders_note({ count: total ?? 0 }), ...(asked === '' ? [] : [m.report_filtered({ filter: asked })])].join('　').slice(0, 500)
  }
  return (
    <ReportButton
      isIcon
      title={m.screen_tenders()}
      isDisabled={(total ?? 0) === 0}
      report={() => ({ name: 'tenders', title: m.screen_tenders(), note: note(), columns: columns.map(({ id }) => ({ id, heading: columnName(id) })), words: exportWords(), frame: paperFrame(), target: { filter, except: [] }, ...order })}
    />
  )
}
