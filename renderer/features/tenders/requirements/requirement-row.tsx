import { ActionIcon } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { isChord } from '#renderer/app/hotkeys.ts'
import { markName, markSign, requirementKindName } from '#renderer/features/tenders/requirements/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { Requirement, RequirementSource } from '#shared/requirements/requirement.ts'
import styles from './requirements.module.css'

type RequirementRowProps = {
  requirement: Requirement
  isCurrent: boolean
  onShow: (place: RequirementSource) => void
  onEdit: () => void
  onRemove: () => void
  onMove: (by: number) => void
}

/** One requirement; its words lead to the place they were read. */
export function RequirementRow({ requirement, isCurrent, onShow, onEdit, onRemove, onMove }: RequirementRowProps) {
  const { mark, clauseNo, text, source, scoring } = requirement
  const onKeyDown = (event: React.KeyboardEvent) => {
    const by = isChord(event.nativeEvent, 'Alt+ArrowUp') ? -1 : isChord(event.nativeEvent, 'Alt+ArrowDown') ? 1 : 0
    if (by === 0) return
    event.preventDefault()
    onMove(by)
  }
  return (
    <div className={styles.row} data-current={isCurrent || undefined}>
      <span className={styles.mark} data-mark={mark} title={mark === 'none' ? undefined : markName(mark)}>
        {markSign[mark]}
      </span>
      <span className={styles.clause}>{clauseNo}</span>
      <div className={styles.words}>
        {scoring !== null && <strong className={styles.factor}>{scoring.factor}</strong>}
        {source === null ? (
          <p className={styles.text} lang="zh-CN">
            {text}
          </p>
        ) : (
          <button type="button" className={styles.text} lang="zh-CN" title={source.page === null ? m.fact_show_source() : m.requirement_on_page({ page: source.page })} onClick={() => onShow(source)} onKeyDown={onKeyDown}>
            {text}
          </button>
        )}
        <Tags requirement={requirement} />
      </div>
      <div className={styles.tools}>
        <ActionIcon variant="subtle" color="gray" size={22} aria-label={m.requirement_edit()} title={m.requirement_edit()} onClick={onEdit} onKeyDown={onKeyDown}>
          <IconPencil size={14} />
        </ActionIcon>
        <ActionIcon variant="subtle" color="gray" size={22} aria-label={m.requirement_remove()} title={m.requirement_remove()} onClick={onRemove} onKeyDown={onKeyDown}>
          <IconTrash size={14} />
        </ActionIcon>
      </div>
    </div>
  )
}

function Tags({ requirement: { kind, isMandatory, scoring, lotNo, source, isEdited } }: { requirement: Requirement }) {
  const tags = [
    requirementKindName(kind),
    lotNo !== null && m.requirement_lot({ no: lotNo }),
    scoring?.points != null && m.requirement_points({ points: scoring.points }),
    source?.page != null && m.requirement_on_page({ page: source.page }),
    isEdited && m.requirement_by_hand(),
  ].filter((tag) => typeof tag === 'string')
  return (
    <p className={styles.tags}>
      {isMandatory && <span className={styles.mandatory}>{m.requirement_mandatory()}</span>}
      {tags.map((tag) => (
        <span key={tag}>{tag}</span>
      ))}
    </p>
  )
}
