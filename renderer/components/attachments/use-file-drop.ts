import { useEffect, useRef, useState, type RefObject } from 'react'

/** Lets files be dropped on a place of its own; give that place `data-takes-files`, so that the window leaves them alone. */
export function useFileDrop(onFiles: (files: File[]) => void): [RefObject<HTMLElement | null>, boolean] {
  const place = useRef<HTMLElement>(null)
  const [isOver, setOver] = useState(false)
  const latest = useRef(onFiles)
  useEffect(() => {
    latest.current = onFiles
  }, [onFiles])
  useEffect(() => {
    const element = place.current
    if (element === null) return
    const ends = new AbortController()
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') !== true) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (!(event.relatedTarget instanceof Node && element.contains(event.relatedTarget))) setOver(false)
    }
    const drop = (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      latest.current([...(event.dataTransfer?.files ?? [])])
    }
    element.addEventListener('dragover', over, ends)
    element.addEventListener('dragleave', leave, ends)
    element.addEventListener('drop', drop, ends)
    return () => ends.abort()
  }, [])
  return [place, isOver]
}
