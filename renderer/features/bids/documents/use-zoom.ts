import { useState } from 'react'
import { useHotkeys } from '#renderer/app/hotkeys.ts'

const step = 1.15
const least = 0.4
const most = 4

/** Times the width of the pane: 1 fits. With Ctrl + − 0. */
export function useZoom(): { zoom: number; zoomBy: (direction: 1 | -1) => void; fit: () => void } {
  const [zoom, setZoom] = useState(1)
  const zoomBy = (direction: 1 | -1) => setZoom((before) => Math.min(most, Math.max(least, before * step ** direction)))
  const fit = () => setZoom(1)
  useHotkeys([
    { keys: 'Ctrl+=', whileTyping: true, run: () => zoomBy(1) },
    { keys: 'Ctrl++', whileTyping: true, run: () => zoomBy(1) },
    { keys: 'Ctrl+-', whileTyping: true, run: () => zoomBy(-1) },
    { keys: 'Ctrl+0', whileTyping: true, run: fit },
  ])
  return { zoom, zoomBy, fit }
}
