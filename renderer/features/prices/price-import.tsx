import { Button, Checkbox, Loader } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCore } from '#renderer/app/core.tsx'
import { useLocale } from '#renderer/app/i18n.tsx'
import { notifyDone } from '#renderer/app/undo.tsx'
import { Dialog } from '#renderer/components/dialog/dialog.tsx'
import { DiffList } from '#renderer/features/prices/diff-list.tsx'
import { IssueList } from '#renderer/features/prices/issue-list.tsx'
import { usePriceRefresh } from '#renderer/features/prices/use-price-pages.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { PriceDiffRow, PricePreview } from '#shared/prices/contract.ts'
import css from '#renderer/features/prices/prices.module.css'

/** What a price list would change, before it does: chosen all or one by one. What is implausible or gone is not chosen by itself. */
export function PriceImport({ tokens, onClose }: { tokens: string[]; onClose: () => void }) {
  const core = useCore()
  const preview = useQuery({ queryKey: ['price-preview', tokens], queryFn: ({ signal }) => core.prices.preview({ tokens }, { signal }), retry: 0, gcTime: 0, staleTime: Infinity })
  return (
    <Dialog onClose={onClose} title={m.prices_import_title()} size={980} closeOnClickOutside={false}>
      {preview.isPending && <p className={css.reading} role="status"><Loader size="xs" /> {m.prices_reading()}</p>}
      {preview.isError && <p role="alert">{m.prices_import_failed()}</p>}
      {preview.data !== undefined && <Comparison preview={preview.data} onClose={onClose} />}
    </Dialog>
  )
}

const isSafe = (row: PriceDiffRow): boolean => row.status !== 'gone' && !row.isImplausible

function Comparison({ preview, onClose }: { preview: PricePreview; onClose: () => void }) {
  const core = useCore()
  const language = useLocale()
  const refresh = usePriceRefresh()
  const { counts, rows, issues, importId } = preview
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(rows.filter(isSafe).map(({ code }) => code)))
  const take = useMutation({
    mutationFn: () => core.prices.take({ importId, codes: [...chosen] }),
    onSuccess: async ({ taken }) => {
      await refresh()
      notifyDone(m.prices_taken({ count: taken }))
      onClose()
    },
  })
  const toggle = (code: string) => {
    const next = new Set(chosen)
    if (!next.delete(code)) next.add(code)
    setChosen(next)
  }
  const number = (value: number) => value.toLocaleString('en-US')
  return (
    <div className={css.comparison}>
      <p role="status">{m.prices_diff_counts({ added: number(counts.new), changed: number(counts.changed), unchanged: number(counts.unchanged), gone: number(counts.gone), rejected: number(counts.rejected) })}</p>
      {rows.length > 0 && (
        <>
          <div className={css.choose}>
            <Checkbox size="xs" label={m.prices_choose_all()} checked={chosen.size === rows.length} indeterminate={chosen.size > 0 && chosen.size < rows.length} onChange={(event) => setChosen(new Set(event.currentTarget.checked ? rows.map(({ code }) => code) : []))} />
            {rows.some((row) => !isSafe(row)) && <span>{m.prices_not_chosen()}</span>}
          </div>
          <DiffList rows={rows} chosen={chosen} onToggle={toggle} language={language} />
        </>
      )}
      {rows.length === 0 && <p>{m.prices_nothing_new()}</p>}
      {issues.length > 0 && <IssueList issues={issues} total={counts.rejected} />}
      {take.isError && <p role="alert" className={css.bad}>{m.prices_import_gone()}</p>}
      <div className={css.formActions}>
        <Button variant="default" onClick={onClose}>{m.cancel()}</Button>
        <Button disabled={chosen.size === 0} loading={take.isPending} onClick={() => take.mutate()}>{m.prices_take({ count: number(chosen.size) })}</Button>
      </div>
    </div>
  )
}
