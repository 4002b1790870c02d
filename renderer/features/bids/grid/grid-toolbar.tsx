import { m } from '#renderer/paraglide/messages.js'
import css from '#renderer/features/bids/grid/edit-grid.module.css'

type GridToolbarProps = { addLabel: string; canAct: boolean; notice: string | null; onAdd: () => void; onCopy: () => void; onRemove: () => void; action?: { label: string; run: () => void } | undefined }

/** What can be done with the active row, and the last thing the grid has to say. */
export function GridToolbar({ addLabel, canAct, notice, onAdd, onCopy, onRemove, action }: GridToolbarProps) {
  return (
    <div className={css.toolbar}>
      <button type="button" className={css.action} title="Ctrl Enter" onClick={onAdd}>＋ {addLabel}</button>
      <button type="button" className={css.action} disabled={!canAct} onClick={onCopy}>{m.grid_copy_row()}</button>
      <button type="button" className={css.action} disabled={!canAct} title="Ctrl Delete" onClick={onRemove}>{m.grid_remove_row()}</button>
      {action !== undefined && <button type="button" className={css.action} onClick={action.run}>{action.label}</button>}
      <p className={css.notice} role="status">{notice}</p>
    </div>
  )
}
