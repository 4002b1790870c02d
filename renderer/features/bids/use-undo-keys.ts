import { useEffect } from 'react'
import { useLatest } from '#renderer/features/bids/grid/use-latest.ts'

/**
 * Ctrl Z and Ctrl Y of the bid. A field with typing in it keeps the keys for its own undo; ours say with
 * `data-undo="bid"` that there is none. Heard before the window's own Ctrl Z.
 */
export function useUndoKeys(undo: () => void, redo: () => void): void {
  const onKeyDown = useLatest((event: KeyboardEvent) => {
    if (event.isComposing || event.altKey || !(event.ctrlKey || event.metaKey)) return
    const key = event.key.toLowerCase()
    const isUndo = key === 'z' && !event.shiftKey
    const isRedo = key === 'y' || (key === 'z' && event.shiftKey)
    if ((!isUndo && !isRedo) || hasOwnUndo(event.target)) return
    event.preventDefault()
    event.stopPropagation()
    if (isUndo) undo()
    else redo()
  })
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [onKeyDown])
}

function hasOwnUndo(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true
  if (target instanceof HTMLElement && target.dataset['undo'] === 'own') return true
  return target instanceof HTMLInputElement && target.type !== 'checkbox' && target.dataset['undo'] !== 'bid'
}
