import type { Column } from '#renderer/components/data-grid/column.ts'
import { DeadlineCell } from '#renderer/components/deadline/deadline.tsx'
import { projectKindName } from '#renderer/components/project-kind.ts'
import { StageTag } from '#renderer/components/stage-tag/stage-tag.tsx'
import { amountText, type AmountStyle } from '#renderer/features/tenders/amount.ts'
import { GoTag, OfferCell, Quiet, TitleCell, VerdictCell, WorthCell } from '#renderer/features/tenders/list/cells.tsx'
import { columnName } from '#renderer/features/tenders/list/column-words.ts'
import type { Found } from '#renderer/features/tenders/list/use-found-places.ts'
import { sourceName, stageName } from '#renderer/features/tenders/words.ts'
import { dayInBeijing } from '#shared/calendar/schedule.ts'
import type { ShownColumn } from '#shared/saved-searches/contract.ts'
import type { TenderColumn } from '#shared/tenders/columns.ts'
import type { TenderRow } from '#shared/tenders/contract.ts'

type Look = { now: string; amounts: AmountStyle; found: Found; isEndShown: boolean }
type Shape = Omit<Column<TenderRow>, 'id' | 'header'>

/** The chosen columns, in the order and width they were left in. */
export function tenderColumns(shown: readonly ShownColumn[], look: Omit<Look, 'isEndShown'>): Column<TenderRow>[] {
  const isEndShown = shown.some(({ id }) => id === 'deadline')
  return shown.map(({ id, width }) => {
    const { grow, ...shape } = shapeOf(id, { ...look, isEndShown })
    const own = width === null ? (grow === undefined ? {} : { grow }) : { width }
    return { id, header: columnName(id), ...shape, ...own }
  })
}

function shapeOf(column: TenderColumn, { now, amounts, found, isEndShown }: Look): Shape {
  const money = (value: string | null, row: TenderRow) => <Quiet text={value === null ? null : amountText(value, row.currency, amounts)} />
  switch (column) {
    case 'projectNo': return { width: 128, sort: 'projectNo', cell: (row) => <Quiet text={row.projectNo} isSmall /> }
    case 'title': return { width: 220, grow: 3, sort: 'title', cell: (row) => <TitleCell row={row} found={found} isEndShown={isEndShown} /> }
    case 'buyer': return { width: 110, grow: 1, sort: 'buyer', cell: (row) => <span title={row.buyer ?? undefined}>{row.buyer ?? '—'}</span> }
    case 'deadline': return { width: 228, sort: 'deadline', cell: (row) => <DeadlineCell instant={row.bidDeadline} now={now} progress={row.progress} /> }
    case 'value': return { width: 152, isEnd: true, sort: 'value', cell: (row) => <WorthCell row={row} amounts={amounts} /> }
    case 'stage': return { width: 104, sort: 'stage', cell: (row) => <StageTag stage={row.stage} name={stageName(row.stage)} /> }
    case 'owner': return { width: 92, sort: 'owner', cell: (row) => <Quiet text={row.desk.owner} /> }
    case 'verdict': return { width: 146, cell: (row) => <VerdictCell row={row} /> }
    case 'published': return { width: 100, sort: 'published', cell: (row) => <Quiet text={row.publishedAt === null ? null : dayInBeijing(row.publishedAt)} /> }
    case 'agency': return { width: 140, sort: 'agency', cell: (row) => <Quiet text={row.agency} /> }
    case 'region': return { width: 76, sort: 'region', cell: (row) => <Quiet text={row.desk.region} /> }
    case 'method': return { width: 110, cell: (row) => <Quiet text={row.method} /> }
    case 'useCase': return { width: 120, sort: 'useCase', cell: (row) => <Quiet text={row.useCase === null ? null : projectKindName(row.useCase)} /> }
    case 'decision': return { width: 104, sort: 'decision', cell: (row) => <GoTag decision={row.desk.decision} /> }
    case 'score': return { width: 76, isEnd: true, sort: 'score', cell: (row) => <Quiet text={row.desk.score === null ? null : row.desk.score.toFixed(1)} /> }
    case 'budget': return { width: 130, isEnd: true, cell: (row) => money(row.budget, row) }
    case 'ceiling': return { width: 130, isEnd: true, cell: (row) => money(row.ceiling, row) }
    case 'openingTime': return { width: 190, cell: (row) => <DeadlineCell instant={row.openingTime} now={now} /> }
    case 'lots': return { width: 64, isEnd: true, cell: (row) => <Quiet text={row.lots.length === 0 ? null : String(row.lots.length)} /> }
    case 'offer': return { width: 130, isEnd: true, cell: (row) => <OfferCell row={row} amounts={amounts} /> }
    case 'margin': return { width: 84, isEnd: true, cell: (row) => <MarginText row={row} /> }
    case 'source': return { width: 92, cell: (row) => <Quiet text={sourceName(row.source.kind)} /> }
    case 'updated': return { width: 100, sort: 'updated', cell: (row) => <Quiet text={dayInBeijing(row.updatedAt)} /> }
  }
}

function MarginText({ row }: { row: TenderRow }) {
  const margin = row.bid?.assessment?.margin ?? null
  return <Quiet text={margin === null ? null : `${(margin * 100).toFixed(1).replace('-', '−')}%`} />
}
