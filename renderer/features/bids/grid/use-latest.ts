import { useCallback, useLayoutEffect, useRef } from 'react'

/** A function that stays the same object but always runs the newest version, so that memoised rows need not render again. */
export function useLatest<Args extends unknown[], Result>(run: (...args: Args) => Result): (...args: Args) => Result {
  const latest = useRef(run)
  useLayoutEffect(() => {
    latest.current = run
  })
  return useCallback((...args: Args) => latest.current(...args), [])
}
