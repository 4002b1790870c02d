import { Button, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import type { BidTabProps } from '#renderer/app/bid-tab.ts'
import { useCore } from '#renderer/app/core.tsx'
import { ScrollRegion } from '#renderer/components/scroll-region/scroll-region.tsx'
import { ComparisonView } from '#renderer/features/versions/comparison-view.tsx'
import { useCopy, useFreeze, useVersion, useVersions } from '#renderer/features/versions/queries.ts'
import { History } from '#renderer/features/versions/history.tsx'
import { VersionList } from '#renderer/features/versions/version-list.tsx'
import { WorkbookExchange } from '#renderer/features/versions/workbook-exchange.tsx'
import { m } from '#renderer/paraglide/messages.js'
import { compareVersions, type VersionContent } from '#shared/versions/compare.ts'
import type { VersionRow } from '#shared/versions/version.ts'
import { afterReplacing } from '#shared/workbook/after-replacing.ts'
import css from '#renderer/features/versions/versions.module.css'

/** Frozen states of the bid: freeze, compare two of them, take one back as the draft or into a bid for the next round. */
export function VersionsTab({ bid, estimate, terms, isSaved, replace }: BidTabProps) {
  const versions = useVersions(bid.id)
  const freeze = useFreeze(bid.id)
  const copy = useCopy(bid.id)
  const core = useCore()
  const [, navigate] = useLocation()
  const [chosen, setChosen] = useState<string | null>(null)
  const [other, setOther] = useState<string | null>(null)
  const [message, setMessage] = useState<string | null>(null)
  const rows = versions.data ?? []
  const before = rows.find(({ id }) => id === chosen) ?? rows[0] ?? null
  const failed = () => setMessage(m.version_failed())
  const freezeNow = (note: string) => {
    const onSuccess = ({ version, isNew }: { version: VersionRow; isNew: boolean }) => setMessage(isNew ? m.version_frozen({ no: version.no }) : m.version_already({ no: version.no }))
    freeze.mutate({ bidVersion: bid.version, note }, { onSuccess, onError: failed })
  }
  const restore = async (row: VersionRow) => {
    try {
      // The draft is frozen first: going back never loses what stood there.
      const { version: kept } = await freeze.mutateAsync({ bidVersion: bid.version, note: m.version_before_restore({ no: row.no }) })
      const { estimate: oldEstimate, terms: oldTerms } = await core.versions.get({ id: row.id })
      replace({ estimate: oldEstimate, terms: oldTerms })
      setMessage(m.version_restored({ no: row.no, kept: kept.no }))
    } catch {
      failed()
    }
  }
  return (
    <div className={css.tab}>
      <ScrollRegion label={m.version_list()} className={css.side}>
        <FreezeForm isReady={isSaved && !freeze.isPending} onFreeze={freezeNow} />
        <p className={css.message} role="status">{message}</p>
        {versions.isError ? <p className={css.empty}>{m.version_load_failed()}</p> : <VersionList rows={rows} chosen={before?.id ?? null} canRestore={isSaved && !freeze.isPending} onChoose={setChosen} isCopying={copy.isPending} onRestore={(row) => void restore(row)} onCopy={(id) => copy.mutate(id, { onSuccess: (made) => navigate(`/bids/${made.id}/cost`), onError: failed })} />}
        <WorkbookExchange bidId={bid.id} title={bid.title} isReady={isSaved && !freeze.isPending} onEstimate={(taken) => replace({ estimate: afterReplacing(estimate, taken), terms })} />
      </ScrollRegion>
      <ScrollRegion label={m.version_comparison()} className={css.main}>
        {before === null ? <p className={css.empty}>{m.version_none_hint()}</p> : <Compare rows={rows} before={before} otherId={other} current={{ estimate, terms }} onBefore={setChosen} onOther={setOther} />}
        <History bidId={bid.id} version={bid.version} />
      </ScrollRegion>
    </div>
  )
}

function FreezeForm({ isReady, onFreeze }: { isReady: boolean; onFreeze: (note: string) => void }) {
  const [note, setNote] = useState('')
  return (
    <form className={css.freeze} onSubmit={(event) => { event.preventDefault(); onFreeze(note.trim()); setNote('') }}>
      <TextInput aria-label={m.version_note()} placeholder={m.version_note()} value={note} maxLength={500} onChange={(event) => setNote(event.currentTarget.value)} onKeyDown={(event) => { if (event.nativeEvent.isComposing) event.stopPropagation() }} />
      <Button type="submit" disabled={!isReady}>{m.version_freeze()}</Button>
    </form>
  )
}

type CompareProps = { rows: readonly VersionRow[]; before: VersionRow; otherId: string | null; current: VersionContent; onBefore: (id: string) => void; onOther: (id: string | null) => void }

function Compare({ rows, before, otherId, current, onBefore, onOther }: CompareProps) {
  const old = useVersion(before.id)
  const other = useVersion(otherId)
  const after: VersionContent | null = otherId === null ? current : (other.data ?? null)
  const comparison = useMemo(() => (old.data === undefined || after === null ? null : compareVersions(old.data, after)), [old.data, after])
  const otherName = otherId === null ? m.version_draft() : `V${rows.find(({ id }) => id === otherId)?.no ?? ''}`
  return (
    <>
      <div className={css.pick}>
        <label>{m.version_from()} <select value={before.id} onChange={(event) => onBefore(event.target.value)}>{rows.map(({ id, no }) => <option key={id} value={id}>V{no}</option>)}</select></label>
        <label>{m.version_to()} <select value={otherId ?? ''} onChange={(event) => onOther(event.target.value === '' ? null : event.target.value)}>
          <option value="">{m.version_draft()}</option>
          {rows.map(({ id, no }) => <option key={id} value={id}>V{no}</option>)}
        </select></label>
      </div>
      {comparison !== null && <ComparisonView comparison={comparison} before={`V${before.no}`} after={otherName} />}
    </>
  )
}
