import { Button, UnstyledButton } from '@mantine/core'
import { useMemo, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { BidTabProps } from '#renderer/app/bid-tab.ts'
import { usePartToOpen } from '#renderer/app/part-to-open.ts'
import { DataGrid } from '#renderer/components/data-grid/data-grid.tsx'
import { EmptyState } from '#renderer/components/empty-state/empty-state.tsx'
import { AnswerForm } from '#renderer/features/responses/answer-form.tsx'
import { useAnswerOpen, usePlaces, useResponses, useSaveResponse } from '#renderer/features/responses/queries.ts'
import { ReadDocumentButton } from '#renderer/features/responses/read-document.tsx'
import { responseColumns } from '#renderer/features/responses/response-columns.tsx'
import { unfinished, views, type ViewId } from '#renderer/features/responses/views.ts'
import { m } from '#renderer/paraglide/messages.js'
import { stateOf, type ResponseRow } from '#shared/responses/response.ts'
import css from '#renderer/features/responses/responses.module.css'

const noSort = { by: '', isDescending: false }

/** What the tender asks, ★ first, and our answer to each: what the deviation tables and the scoring index print. */
export function ScopeTab({ bid, tender }: BidTabProps) {
  const responses = useResponses(bid.id)
  if (responses.data === undefined) return null
  if (responses.data.length > 0) return <Answers bidId={bid.id} tenderId={tender.id} rows={responses.data} />
  return (
    <EmptyState title={m.response_none()} text={m.response_none_text()}>
      <ReadDocumentButton tenderId={tender.id} isPrimary />
      <Button variant="default" component={Link} href={`/tenders/${tender.id}`}>
        {m.response_read_requirements()}
      </Button>
    </EmptyState>
  )
}

/** How many requirements still need a person. */
export function ScopeBadge({ bidId, className }: { bidId: string; className: string | undefined }) {
  const count = unfinished(useResponses(bidId).data ?? [])
  return count === 0 ? null : <span className={className} title={m.response_unfinished({ count })}>{count}</span>
}

function Answers({ bidId, tenderId, rows }: { bidId: string; tenderId: string; rows: readonly ResponseRow[] }) {
  const [viewId, setView] = useState<ViewId>('all')
  const [activeId, setActiveId] = useState(usePartToOpen('scope'))
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const answerRef = useRef<HTMLTextAreaElement>(null)
  const save = useSaveResponse(bidId)
  const answerOpen = useAnswerOpen(bidId)
  const places = usePlaces(bidId)
  const view = views.find(({ id }) => id === viewId) ?? views[0]
  // The one being worked on stays in the list when its answer takes it out of the view.
  const shown = rows.filter((row) => view === undefined || view.holds(row) || row.requirement.id === activeId)
  const columns = useMemo(() => responseColumns(), [])
  const active = Math.max(0, shown.findIndex(({ requirement }) => requirement.id === activeId))
  const row = shown[active]
  const open = shown.filter((each) => stateOf(each) === 'open' && each.requirement.scoring === null && (selected.size === 0 || selected.has(each.requirement.id)))
  const goTo = (index: number) => setActiveId(shown[index]?.requirement.id ?? null)
  const goToNextOpen = () => {
    const next = [...shown.slice(active + 1), ...shown.slice(0, active)].find((each) => stateOf(each) !== 'done')
    if (next === undefined) return
    setActiveId(next.requirement.id)
    answerRef.current?.focus()
  }
  return (
    <div className={css.tab}>
      <section className={css.list} aria-label={m.response_list()}>
        <div className={css.bar}>
          <div className={css.views} role="group" aria-label={m.response_views()}>
            {views.map(({ id, name, holds }) => (
              <UnstyledButton key={id} className={css.view} aria-pressed={id === viewId} onClick={() => { setActiveId(null); setView(id) }}>
                {name()} <span>{rows.filter(holds).length}</span>
              </UnstyledButton>
            ))}
          </div>
          <ReadDocumentButton tenderId={tenderId} />
          <Button size="xs" variant="default" disabled={open.length === 0} loading={answerOpen.isPending} title={m.response_answer_open_hint()} onClick={() => answerOpen.mutate(open.map(({ requirement }) => requirement.id))}>
            {m.response_answer_open({ count: open.length })}
          </Button>
        </div>
        <div className={css.grid}>
          <DataGrid
            label={m.response_list()}
            columns={columns}
            total={shown.length}
            rowAt={(index) => shown[index]}
            keyOf={({ requirement }) => requirement.id}
            sort={noSort}
            onSort={() => {}}
            active={active}
            onActive={goTo}
            onOpen={() => answerRef.current?.focus()}
            selected={selected}
            onToggle={({ requirement }) => setSelected((now) => (now.has(requirement.id) ? new Set([...now].filter((id) => id !== requirement.id)) : new Set([...now, requirement.id])))}
            onVisible={noEffect}
          />
        </div>
      </section>
      {row !== undefined && (
        <AnswerForm key={row.requirement.id} row={row} places={places} answerRef={answerRef} onSave={(response) => save.mutate({ requirementId: row.requirement.id, response })} onNext={goToNextOpen} onMove={(step) => goTo(Math.min(shown.length - 1, Math.max(0, active + step)))} />
      )}
    </div>
  )
}

const noEffect = () => {}
