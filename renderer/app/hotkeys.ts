import { useEffect, useRef } from 'react'

export type Hotkey = { keys: string; run: () => void; whileTyping?: boolean }

/** 'Ctrl+Shift+B', 'Alt+ArrowLeft', '/': whether the event is that chord (Ctrl is Cmd on a Mac). Never while an input method composes. */
export function isChord(event: KeyboardEvent, keys: string): boolean {
  if (event.isComposing) return false
  const parts = keys.split('+')
  const key = parts.at(-1) ?? ''
  const needs = (name: string) => parts.slice(0, -1).includes(name)
  if ((event.ctrlKey || event.metaKey) !== needs('Ctrl') || event.altKey !== needs('Alt')) return false
  // The question mark and other signs need Shift on some keyboards and not on others.
  if (/^[\da-z]$|^.{2,}$/i.test(key) && event.shiftKey !== needs('Shift')) return false
  return event.key.toLowerCase() === key.toLowerCase()
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

/** Keys of the whole window. Keys without Ctrl or Alt wait while the person types in a field. */
export function useHotkeys(hotkeys: readonly Hotkey[]): void {
  const latest = useRef(hotkeys)
  useEffect(() => {
    latest.current = hotkeys
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const hit = latest.current.find(({ keys, whileTyping }) => isChord(event, keys) && (whileTyping === true || !isTyping(event.target)))
      if (hit === undefined) return
      event.preventDefault()
      hit.run()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
