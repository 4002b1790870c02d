import type { MouseEvent } from 'react'

/** The second press of a double click opens the row; it must not mark the words under it, too. Marking by dragging stays. */
export function withoutWord(event: MouseEvent): void {
  if (event.detail > 1) event.preventDefault()
}
