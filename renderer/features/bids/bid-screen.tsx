import { Button } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import { Link, useLocation } from 'wouter'
import type { BidTabProps, MountedBidTab } from '#renderer/app/bid-tab.ts'
import { useBreadcrumb } from '#renderer/app/breadcrumbs.tsx'
import { useNow } from '#renderer/app/clock.tsx'
import { useHotkeys } from '#renderer/app/hotkeys.ts'
import { useLocale } from '#renderer/app/i18n.tsx'
import { DeadlineBlock } from '#renderer/components/deadline/deadline.tsx'
import { EmptyState } from '#renderer/components/empty-state/empty-state.tsx'
import { formatYuan } from '#renderer/components/money-input/format-money.ts'
import { ReportButton } from '#renderer/components/print/report-button.tsx'
import { PageHeader } from '#renderer/components/page-header/page-header.tsx'
import type { BidContent, BidDraft, SaveState } from '#renderer/features/bids/bid-draft.ts'
import { CostTab } from '#renderer/features/bids/cost/cost-tab.tsx'
import { DocumentsTab } from '#renderer/features/bids/documents/documents-tab.tsx'
import { useLatest } from '#renderer/features/bids/grid/use-latest.ts'
import { PriceTab } from '#renderer/features/bids/price/price-tab.tsx'
import { useBidDetail } from '#renderer/features/bids/queries.ts'
import { useBidDraft } from '#renderer/features/bids/use-bid-draft.ts'
import { useBidModel } from '#renderer/features/bids/use-price-model.ts'
import { useTabKeys } from '#renderer/features/bids/use-tab-keys.ts'
import { useUndoKeys } from '#renderer/features/bids/use-undo-keys.ts'
import { Marked } from '#renderer/features/bids/verdict/marked.tsx'
import { VerdictBar } from '#renderer/features/bids/verdict/verdict-bar.tsx'
import { m } from '#renderer/paraglide/messages.js'
import { type BidTerms, isUndecided } from '#shared/bids/bid.ts'
import type { BidDetail } from '#shared/bids/contract.ts'
import { ceilingOf } from '#shared/bids/new-bid.ts'
import { beijingDay } from '#shared/calendar/beijing-time.ts'
import type { Estimate } from '#shared/estimate/estimate.ts'
import css from '#renderer/features/bids/bid-screen.module.css'

type OwnTab = 'cost' | 'price' | 'documents'
type TabLink = Pick<MountedBidTab, 'id' | 'name' | 'Badge'>

/** The tabs in the order of their keys; other features' tabs stand around the documents. */
function tabsWith(mounted: readonly MountedBidTab[]): TabLink[] {
  const own = (id: OwnTab): TabLink => ({ id, name: () => tabName(id) })
  return [...mounted.filter(({ place }) => place === 'first'), own('cost'), own('price'), ...mounted.filter(({ place }) => place === 'before-documents'), own('documents'), ...mounted.filter(({ place }) => place === 'after-documents')]
}

/** One bid: its head, the tabs that work, and in each the verdict in sight. */
export function BidScreen({ id, tab, mounted = [] }: { id: string; tab?: string; mounted?: readonly MountedBidTab[] }) {
  const detail = useBidDetail(id)
  if (detail.data !== undefined) return <BidFrame key={id} detail={detail.data} tab={tab} mounted={mounted} />
  if (!detail.isError) return null
  return (
    <EmptyState title={m.bids_not_found()}>
      <Button onClick={() => void detail.refetch()}>{m.bids_retry()}</Button>
    </EmptyState>
  )
}

function BidFrame({ detail, tab: asked, mounted }: { detail: BidDetail; tab: string | undefined; mounted: readonly MountedBidTab[] }) {
  const tabs = tabsWith(mounted)
  const tab = tabs.find(({ id }) => id === asked)?.id ?? 'price'
  const [, navigate] = useLocation()
  const [state, draft] = useBidDraft(detail)
  const today = beijingDay(useNow(60_000))
  const { estimate, terms } = state.content
  const bidModel = useBidModel(estimate, state.bid, detail.tender, today)
  const edit = useLatest((change: (estimate: Estimate) => Estimate) => draft.edit((content) => ({ ...content, estimate: change(content.estimate) })))
  const editTerms = useLatest((change: (terms: BidTerms) => BidTerms) => draft.edit((content) => ({ ...content, terms: change(content.terms) })))
  const { id } = state.bid
  useBreadcrumb(state.bid.title)
  useUndoKeys(draft.undo, draft.redo)
  useHotkeys([{ keys: 'Ctrl+s', whileTyping: true, run: () => { commitField(); draft.retry() } }])
  useTabKeys((index) => {
    const link = tabs[index]
    if (link !== undefined) navigate(`/bids/${id}/${link.id}`)
  })
  const isSaved = state.save.kind === 'saved'
  const Mounted = mounted.find((candidate) => candidate.id === tab)?.Tab
  const replace = useLatest((content: BidContent) => draft.edit(() => content))
  const { simulation, simulated, flags } = bidModel
  const mountedProps: BidTabProps = { bid: state.bid, tender: detail.tender, estimate, terms, today, simulation, simulated, flags, isSaved, edit, replace }
  const open = bidModel.model?.unknowns.filter(({ lineId }) => lineId !== null).length ?? 0
  return (
    <div className={css.frame}>
      <BidHead detail={detail} printsItself={tab === 'documents' || tab === 'approvals'} canPrint={isSaved} />
      <nav className={css.tabs} aria-label={m.bid_tabs()}>
        {tabs.map((link, index) => (
          <Link key={link.id} href={`/bids/${id}/${link.id}`} className={css.tab} title={`Ctrl Shift ${(index + 1) % 10}`} aria-current={link.id === tab ? 'page' : undefined}>
            {link.name()} <kbd>{(index + 1) % 10}</kbd>
            {link.Badge !== undefined && <link.Badge bidId={id} className={css.open} />}
            {link.id === 'cost' && open > 0 && <span className={css.open} title={m.bid_problems({ count: open })}>{open}</span>}
          </Link>
        ))}
        <SaveStatus save={state.save} isDecided={!isUndecided(state.bid)} draft={draft} canUndo={state.canUndo} canRedo={state.canRedo} />
      </nav>
      <div className={css.body} data-tab={tab}>
        {tab === 'cost' && (
          <>
            <div className={css.verdict}><VerdictBar flags={bidModel.flags} /></div>
            <div className={css.content}><CostTab estimate={estimate} edit={edit} today={today} limit={ceilingOf(detail.tender, state.bid.lotNo) ?? detail.tender.budget} /></div>
          </>
        )}
        {tab === 'price' && <PriceTab bidId={id} estimate={estimate} bidModel={bidModel} edit={edit} today={today} />}
        {tab === 'documents' && <DocumentsTab bid={state.bid} tenderId={detail.tender.id} projectNo={detail.tender.projectNo} deadline={detail.tender.bidDeadline} terms={terms} flags={flags} isSaved={isSaved} edit={editTerms} />}
        {Mounted !== undefined && (
          <>
            <div className={css.verdict}><VerdictBar flags={bidModel.flags} /></div>
            <div className={css.content}><Mounted {...mountedProps} /></div>
          </>
        )}
      </div>
    </div>
  )
}

/** Where a tab has no paper of its own, the bid's internal sheet is what is printed. */
function BidHead({ detail: { bid, tender, progress }, printsItself, canPrint }: { detail: BidDetail; printsItself: boolean; canPrint: boolean }) {
  const language = useLocale()
  const ceiling = ceilingOf(tender, bid.lotNo)
  const limit = ceiling !== null ? m.bid_ceiling({ amount: formatYuan(ceiling, language) }) : tender.budget !== null ? m.bid_budget({ amount: formatYuan(tender.budget, language) }) : m.bid_no_ceiling()
  const facts = [tender.projectNo, bid.lotNo === null ? null : m.bid_lot({ lot: bid.lotNo }), tender.buyer === null ? null : <Link key="tender" href={`/tenders/${tender.id}`} className={css.buyer}>{tender.buyer}</Link>, tender.method].filter((fact) => fact !== null)
  return (
    <PageHeader title={bid.title} facts={[...facts, <span key="limit" className={css.limit}><Marked text={limit} /></span>]}>
      {!printsItself && <ReportButton title={m.report_flag()} isIcon isDisabled={!canPrint} report={() => ({ name: 'flag', bidId: bid.id })} />}
      <DeadlineBlock instant={tender.bidDeadline} progress={progress} />
    </PageHeader>
  )
}

function SaveStatus({ save, isDecided, draft, canUndo, canRedo }: { save: SaveState; isDecided: boolean; draft: BidDraft; canUndo: boolean; canRedo: boolean }) {
  return (
    <div className={css.save} role="status" data-state={save.kind}>
      {save.kind === 'failed' && save.reason === 'stale' && (
        <>
          <button type="button" onClick={draft.retry}>{m.bid_keep_mine()}</button>
          <button type="button" onClick={() => void draft.reload()}>{m.bid_take_theirs()}</button>
        </>
      )}
      {save.kind === 'failed' && save.reason === 'decided' && <button type="button" onClick={() => void draft.reload()}>{m.bid_discard()}</button>}
      <span title={isDecided ? m.bid_decided_help() : undefined}>{saveText(save, isDecided)}</span>
      <button type="button" disabled={!canUndo} title={`${m.bid_undo()} Ctrl Z`} aria-label={m.bid_undo()} onClick={draft.undo}><IconArrowBackUp size={16} aria-hidden /></button>
      <button type="button" disabled={!canRedo} title={`${m.bid_redo()} Ctrl Y`} aria-label={m.bid_redo()} onClick={draft.redo}><IconArrowForwardUp size={16} aria-hidden /></button>
    </div>
  )
}

function saveText(save: SaveState, isDecided: boolean): string {
  if (save.kind === 'saved') return isDecided ? m.bid_save_decided() : m.bid_saved()
  if (save.kind === 'saving') return m.bid_saving()
  switch (save.reason) {
    case 'stale': return m.bid_save_stale()
    case 'gone': return m.bid_save_gone()
    case 'decided': return m.bid_save_decided()
    case 'refused': return m.bid_save_refused()
    case 'unreachable': return m.bid_save_unreachable()
  }
}

function tabName(tab: OwnTab): string {
  switch (tab) {
    case 'cost': return m.bid_tab_cost()
    case 'price': return m.bid_tab_price()
    case 'documents': return m.bid_tab_documents()
  }
}

/** Takes what is being typed: fields commit when they lose the keyboard, and get it back. */
function commitField(): void {
  const field = document.activeElement
  if (!(field instanceof HTMLInputElement) && !(field instanceof HTMLTextAreaElement)) return
  field.blur()
  field.focus()
}
