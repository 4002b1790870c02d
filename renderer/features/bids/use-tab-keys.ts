import { useEffect } from 'react'
import { useLatest } from '#renderer/features/bids/grid/use-latest.ts'

/** Ctrl Shift and a digit open the tab with that number, 0 the tenth. The digit is the key's place: with Shift it writes another sign. */
export function useTabKeys(open: (index: number) => void): void {
  const onKeyDown = useLatest((event: KeyboardEvent) => {
    const digit = /^Digit([0-9])$/.exec(event.code)?.[1]
    if (digit === undefined || event.isComposing || event.altKey || !event.shiftKey || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    open((Number(digit) + 9) % 10)
  })
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [onKeyDown])
}
