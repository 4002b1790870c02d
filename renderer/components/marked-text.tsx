import { Fragment } from 'react'
import type { Marks } from '#shared/search/marks.ts'

/** A text with the places that were looked for marked. */
export function MarkedText({ text, marks }: { text: string; marks: Marks }) {
  const last = marks.at(-1)?.[1] ?? 0
  return (
    <>
      {marks.map(([start, end], index) => (
        <Fragment key={start}>
          {text.slice(marks[index - 1]?.[1] ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(last)}
    </>
  )
}
