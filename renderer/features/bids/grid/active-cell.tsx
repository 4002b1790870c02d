import { type FocusEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import type { Applied, Column } from '#renderer/features/bids/grid/column.ts'
import css from '#renderer/features/bids/grid/edit-grid.module.css'

type ActiveCellProps<Row> = {
  row: Row
  column: Column<Row>
  index: number
  /** Take the keyboard when this cell becomes the active one. */
  shouldFocus: boolean
  label: string
  onCommit: (applied: Applied<Row>, typed: string) => void
  /** True when the key was the grid's and is used up. */
  onKey: (event: KeyboardEvent) => boolean
}

/** The one cell that holds the keyboard: a real input even while walking about, so that an input method can begin in it. */
export function ActiveCell<Row>(props: ActiveCellProps<Row>) {
  const { column } = props
  if (column.kind === 'choice') return <ActiveChoice {...props} column={column} />
  return <ActiveText {...props} column={column} />
}

function ActiveText<Row>({ row, column, index, shouldFocus, label, onCommit, onKey }: ActiveCellProps<Row> & { column: Exclude<Column<Row>, { kind: 'choice' }> }) {
  const input = useRef<HTMLInputElement>(null)
  const [draft, setDraft] = useState<string | null>(null)
  const [isEditing, setIsEditing] = useState(false)
  const isFixed = column.kind === 'fixed'
  const shown = isFixed ? column.text(row, index) : column.draft(row)
  useLayoutEffect(() => {
    if (!shouldFocus) return
    input.current?.focus()
    input.current?.select()
  }, [shouldFocus])

  const commit = (): boolean => {
    setIsEditing(false)
    setDraft(null)
    if (draft === null || isFixed || draft === shown) return true
    const applied = column.apply(row, draft)
    onCommit(applied, draft)
    return applied.ok
  }
  const revert = () => {
    setDraft(null)
    setIsEditing(false)
    requestAnimationFrame(() => input.current?.select())
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    const isActive = isEditing || draft !== null
    if (event.key === 'F2' || (event.key === 'Enter' && !isActive && !event.ctrlKey)) {
      event.preventDefault()
      setIsEditing(true)
      input.current?.setSelectionRange(shown.length, shown.length)
    } else if (event.key === 'Escape' && isActive) {
      event.stopPropagation()
      revert()
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      if (!commit()) event.preventDefault()
      else onKey(event)
    } else if (!isEditing || event.key === 'ArrowUp' || event.key === 'ArrowDown' || event.key.startsWith('Page')) {
      if (isMovement(event) && !commit()) event.preventDefault()
      else if (onKey(event)) event.preventDefault()
    }
  }
  return (
    <input
      ref={input}
      className={css.input}
      data-align={column.align}
      aria-label={label}
      readOnly={isFixed}
      data-undo={draft === null ? 'bid' : undefined}
      autoComplete="off"
      spellCheck={false}
      value={draft ?? shown}
      onFocus={(event: FocusEvent<HTMLInputElement>) => event.target.select()}
      onChange={(event) => setDraft(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={commit}
    />
  )
}

function ActiveChoice<Row>({ row, column, shouldFocus, label, onCommit, onKey }: ActiveCellProps<Row> & { column: Extract<Column<Row>, { kind: 'choice' }> }) {
  const select = useRef<HTMLSelectElement>(null)
  useLayoutEffect(() => {
    if (shouldFocus) select.current?.focus()
  }, [shouldFocus])
  const onKeyDown = (event: KeyboardEvent<HTMLSelectElement>) => {
    if (event.altKey || event.nativeEvent.isComposing) return
    if (event.key === 'F2' || (event.key === 'Enter' && !event.ctrlKey)) {
      event.preventDefault()
      select.current?.showPicker()
    } else if (onKey(event)) event.preventDefault()
  }
  return (
    <select
      ref={select}
      className={css.input}
      aria-label={label}
      value={column.value(row)}
      onChange={(event) => onCommit(column.apply(row, event.target.value), event.target.value)}
      onKeyDown={onKeyDown}
    >
      {column.choices(row).map(({ value, label: text }) => <option key={value} value={value}>{text}</option>)}
    </select>
  )
}

function isMovement({ key }: KeyboardEvent): boolean {
  return key.startsWith('Arrow') || key.startsWith('Page') || key === 'Home' || key === 'End'
}
