/** Where a key takes the active row of a list; null when the key moves nothing. */
export function moved(key: string, active: number, total: number, page: number): number | null {
  const clamp = (index: number) => Math.min(Math.max(index, 0), Math.max(total - 1, 0))
  switch (key) {
    case 'ArrowDown':
      return clamp(active + 1)
    case 'ArrowUp':
      return clamp(active - 1)
    case 'PageDown':
      return clamp(active + page)
    case 'PageUp':
      return clamp(active - page)
    case 'Home':
      return 0
    case 'End':
      return clamp(total - 1)
    default:
      return null
  }
}
