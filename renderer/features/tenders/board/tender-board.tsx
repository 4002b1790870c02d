import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState, type DragEvent } from 'react'
import { useCore } from '#renderer/app/core.tsx'
import { useNow } from '#renderer/app/clock.tsx'
import { BoardCard } from '#renderer/features/tenders/board/board-card.tsx'
import { useManyChanges } from '#renderer/features/tenders/use-many-changes.ts'
import { stageName, stages } from '#renderer/features/tenders/words.ts'
import { ScrollRegion } from '#renderer/components/scroll-region/scroll-region.tsx'
import { m } from '#renderer/paraglide/messages.js'
import type { TenderRow } from '#shared/tenders/contract.ts'
import type { TenderFilter } from '#shared/tenders/filter.ts'
import type { TenderStage } from '#shared/tenders/tender.ts'
import styles from './board.module.css'

type Staged = Pick<TenderRow, 'id' | 'stage'>
const shownPerStage = 100
const dragType = 'application/x-bidwright-tender'

/** Tenders by stage. A card is dragged across, or moved with Shift ← →. */
export function TenderBoard({ filter }: { filter: TenderFilter }) {
  const many = useManyChanges()
  const visible = filter.stages.length === 0 ? stages : stages.filter((stage) => filter.stages.includes(stage))
  const onMove = (tender: Staged, stage: TenderStage) => {
    if (tender.stage !== stage) many.mutate({ target: { ids: [tender.id] }, change: { kind: 'stage', stage } })
  }
  return (
    <div className={styles.board} style={{ gridTemplateColumns: `repeat(${visible.length}, minmax(172px, 1fr))` }}>
      {visible.map((stage) => (
        <StageColumn key={stage} stage={stage} filter={filter} onMove={onMove} />
      ))}
    </div>
  )
}

function StageColumn({ stage, filter, onMove }: { stage: TenderStage; filter: TenderFilter; onMove: (tender: Staged, stage: TenderStage) => void }) {
  const core = useCore()
  const now = useNow()
  const [isOver, setOver] = useState(false)
  const found = useQuery({
    queryKey: ['tenders', 'board', stage, filter],
    queryFn: ({ signal }) => core.tenders.search({ ...filter, stages: [stage], sort: 'deadline', limit: shownPerStage }, { signal }),
    placeholderData: keepPreviousData,
  })
  const tenders = found.data?.tenders ?? []
  const total = found.data?.total ?? 0
  const accept = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes(dragType)) return
    event.preventDefault()
    setOver(event.type === 'dragover')
    if (event.type !== 'drop') return
    const id = event.dataTransfer.getData(dragType)
    void core.tenders.get({ id }).then(({ tender }) => onMove(tender, stage))
  }
  return (
    <ScrollRegion label={stageName(stage)} className={styles.column}>
      <div className={styles.drop} data-over={isOver || undefined} onDragOver={accept} onDragLeave={() => setOver(false)} onDrop={accept}>
        <h2>
          {stageName(stage)} <span>{total}</span>
        </h2>
        <ul>
          {tenders.map((tender) => (
            <BoardCard key={tender.id} tender={tender} now={now} dragType={dragType} onMove={(next) => onMove(tender, next)} />
          ))}
        </ul>
        {total > tenders.length && <p className={styles.more}>{m.board_more({ count: total - tenders.length })}</p>}
      </div>
    </ScrollRegion>
  )
}
