import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { createContext, use, useCallback, useMemo, useRef, type ReactNode } from 'react'
import { m } from '#renderer/paraglide/messages.js'
import styles from './undo.module.css'

type Undo = () => Promise<void>
type UndoState = { offer: (done: string, undo: Undo) => void; undoLast: () => Promise<void> }
const UndoContext = createContext<UndoState | null>(null)
const keptSteps = 50

/** Says what was done and offers to take it back, with the button or with Ctrl Z. */
export function UndoProvider({ children }: { children: ReactNode }) {
  const steps = useRef<{ id: string; undo: Undo }[]>([])
  const run = useCallback(async (id: string) => {
    const step = steps.current.find((known) => known.id === id)
    if (step === undefined) return
    steps.current = steps.current.filter((known) => known !== step)
    notifications.hide(id)
    await step.undo().then(
      () => notifyDone(m.undo_done()),
      () => notifyFailure(m.undo_failed()),
    )
  }, [])
  const state = useMemo<UndoState>(() => {
    const offer = (done: string, undo: Undo) => {
      const id = crypto.randomUUID()
      steps.current = [...steps.current.slice(1 - keptSteps), { id, undo }]
      notifications.show({ id, autoClose: 8000, closeButtonProps: closeButton(), message: <UndoNotice text={done} onUndo={() => void run(id)} /> })
    }
    return { offer, undoLast: async () => run(steps.current.at(-1)?.id ?? '') }
  }, [run])
  return <UndoContext value={state}>{children}</UndoContext>
}

function UndoNotice({ text, onUndo }: { text: string; onUndo: () => void }) {
  return (
    <span className={styles.notice}>
      <span>{text}</span>
      <Button variant="subtle" size="compact-sm" onClick={onUndo}>
        {m.undo_action()}
      </Button>
    </span>
  )
}

export function useUndo(): UndoState {
  const state = use(UndoContext)
  if (state === null) throw new Error('useUndo outside UndoProvider')
  return state
}

const closeButton = () => ({ 'aria-label': m.close() })

/** Says that something did not work; stays until it is closed. */
export function notifyFailure(text: string): void {
  notifications.show({ message: text, color: 'red', autoClose: false, closeButtonProps: closeButton() })
}

/** Says that something is done where there is nothing to take back. */
export function notifyDone(text: string): void {
  notifications.show({ message: text, autoClose: 3000, closeButtonProps: closeButton() })
}
